import 'server-only';
import { unlinked } from '@/emails/unlinked';
import { FORMER_MEMBER } from '@/lib/core/names';
import { done } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { endInvitationsOf } from '@/lib/memberships/commands/lapse-invitations';
import { forget } from '@/lib/platform/attempts';
import { type Change, change } from '@/lib/platform/change';
import { type Db, db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { files } from '@/lib/platform/files';
import { Prisma } from '@/lib/platform/generated/prisma/client';
import { removeFromOutbox, type StoredMail } from '@/lib/platform/outbox';
import { graceEnds } from '../rules/grace';
import { signInLadders } from '../rules/limits';
import type { PersonalTable } from '../rules/personal-data';

/**
 * Erases a closed account whose days of grace are over, table by table. What stays names nobody: the row as a bare id, so
 * that the audit's entries of one person still belong together. Safe to run twice, and in two processes.
 */
export async function eraseAccount(actor: Machine, userId: string): Promise<boolean> {
  const result = await change(actor, async work => {
    await work.db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
    const user = await work.db.user.findUnique({ where: { id: userId } });
    if (user?.state !== 'closing' || !user.email) return done(false);
    if (graceEnds(user.stateSince, env().DELETION_GRACE_DAYS) > work.now) return done(false);
    await forget(signInLadders.account, user.email);
    const whose = { id: userId, email: user.email, name: user.name, closed: user.stateSince };
    for (const erase of Object.values(erasers)) await erase(work, whose);
    await work.note({ action: 'account.erased', personId: userId });
    return done(true);
  });
  return result.ok && result.value;
}

/** Erases every closed account whose time has come: whatever happened to its job. */
export async function eraseClosedAccounts(actor: Machine): Promise<number> {
  const { DELETION_GRACE_DAYS } = env();
  const due = await db().user.findMany({ where: { state: 'closing' }, select: { id: true, stateSince: true } });
  let erased = 0;
  for (const { id, stateSince } of due) {
    if (graceEnds(stateSince, DELETION_GRACE_DAYS) <= actor.now && (await eraseAccount(actor, id))) erased += 1;
  }
  return erased;
}

type Whose = { id: string; email: string; name: string; closed: Date };
type Eraser = (work: Change, whose: Whose) => Promise<unknown>;

const byUser =
  (remove: (db: Db) => { deleteMany: (args: { where: { userId: string } }) => Promise<unknown> }): Eraser =>
  ({ db }, { id }) =>
    remove(db).deleteMany({ where: { userId: id } });

/** One for every table that the list of personal data names: a new one does not compile until it stands here. */
const erasers: { [T in PersonalTable]: Eraser } = {
  accounts: byUser(db => db.account),
  notices: ({ db }, { id }) => db.notice.deleteMany({ where: { session: { userId: id } } }),
  sessions: byUser(db => db.session),
  // Also those that were asked for with the address alone.
  verification_tokens: ({ db }, { id, email }) =>
    db.verificationToken.deleteMany({ where: { OR: [{ userId: id }, { userId: null, address: email }] } }),
  authenticators: byUser(db => db.authenticator),
  passkeys: byUser(db => db.passkey),
  recovery_codes: byUser(db => db.recoveryCode),
  challenges: byUser(db => db.challenge),
  known_devices: byUser(db => db.knownDevice),
  invitations: forgetInvitations,
  memberships: leaveBehind,
  membership_events: forgetEvents,
  reminders: byUser(db => db.reminder),
  // Those about them go; those they wrote about others stay, without their name.
  async request_notes({ db }, { id }) {
    await db.requestNote.deleteMany({ where: { membership: { userId: id } } });
    await db.requestNote.updateMany({ where: { authorId: id }, data: { authorId: null } });
  },
  bulk_decisions: ({ db }, { id }) =>
    db.bulkDecision.updateMany({ where: { actorId: id }, data: { actorId: null, reason: null } }),
  bulk_items: ({ db }, { id }) => db.bulkItem.deleteMany({ where: { membership: { userId: id } } }),
  async presets({ db }, { id }) {
    await db.preset.deleteMany({ where: { ownerId: id, orgCode: null } });
    await db.preset.updateMany({ where: { ownerId: id }, data: { ownerId: null } });
  },
  saved_filters: byUser(db => db.savedFilter),
  async mails(work, whose) {
    await emptyOutbox(work, whose);
    await work.db.mail.deleteMany({ where: { userId: whose.id } });
  },
  dataset_loads: ({ db }, { id }) =>
    db.datasetLoad.updateMany({ where: { loadedById: id }, data: { loadedById: null } }),
  dataset_imports: ({ db }, { id }) =>
    db.datasetImport.updateMany({ where: { askedById: id }, data: { askedById: null } }),
  exports: removeExports,
  async factor_removals({ db }, { id }) {
    await db.factorRemoval.deleteMany({ where: { userId: id } });
    await db.factorRemoval.updateMany({ where: { askedById: id }, data: { askedById: null } });
  },
  // It holds ids only, and theirs stands for nobody from now on.
  audit: async () => {},
  users: ({ db, now }, { id }) =>
    db.user.update({
      where: { id },
      data: {
        name: FORMER_MEMBER,
        email: null,
        emailVerified: null,
        passwordHash: null,
        passwordChangedAt: null,
        platformAdminSince: null,
        setupDismissedAt: null,
        lastSignInAt: null,
        state: 'closed',
        stateSince: now,
      },
    }),
};

/** The organisation still knows that somebody was there, and until when; its admins read why it ended. */
async function leaveBehind({ db, now, note }: Change, { id }: Whose) {
  const ending = await db.membership.findMany({
    where: { userId: id, state: { in: ['active', 'invited', 'pending'] } },
    select: { id: true, state: true, role: true, orgCode: true, reference: true },
    orderBy: { orgCode: 'asc' },
  });
  await db.membership.updateMany({
    where: { id: { in: ending.map(row => row.id) } },
    data: { state: 'left', role: null, stateSince: now },
  });
  await db.membershipEvent.createMany({
    data: ending.map(({ id: membershipId, state }) => ({
      membershipId,
      at: now,
      operation: 'leave',
      fromState: state,
      toState: 'left' as const,
      actorAs: 'self',
    })),
  });
  for (const { id: subject, state, role, orgCode, reference } of ending) {
    const data = { reference, from: role ?? state, to: 'left', as: 'clock' };
    await note({ action: 'membership.account-deleted', orgCode, personId: id, subject, data });
  }
  await db.membership.updateMany({ where: { userId: id }, data: { claim: null, message: null, lastUsedAt: null } });
  await db.membership.updateMany({ where: { assigneeId: id }, data: { assigneeId: null, assignedAt: null } });
}

/** What was said by and about them goes; that something was decided, when and in what capacity stays. */
async function forgetEvents({ db }: Change, { id }: Whose) {
  await db.membershipEvent.updateMany({
    where: { membership: { userId: id } },
    data: { message: null, reason: null, evidence: Prisma.DbNull, authoriser: Prisma.DbNull },
  });
  await db.membershipEvent.updateMany({ where: { actorId: id }, data: { actorId: null } });
  await db.membershipEvent.updateMany({ where: { invitedById: id }, data: { invitedById: null } });
}

/** Those they sent, which rest on their word, and those that were sent to them. */
async function forgetInvitations(work: Change, { id, email }: Whose) {
  await endInvitationsOf(work, { kind: 'clock', now: work.now, requestId: '' }, id);
  await work.db.invitation.deleteMany({ where: { OR: [{ address: email }, { membership: { userId: id } }] } });
}

/** The file first: if this is cut off, the row still says where it was. */
async function removeExports({ db }: Change, { id }: Whose) {
  const rows = await db.export.findMany({ where: { userId: id }, select: { id: true } });
  // Under its key even if the row does not say so yet: it may have been stored a moment ago.
  for (const row of rows) await files().remove(`exports/${row.id}`);
  await db.export.deleteMany({ where: { userId: id } });
}

/**
 * Where a folder stands in for a mail server it is part of the product, so it keeps no more of them than the database: what
 * was sent to them, and what names them to others. Only the word that the account is closed stays for its reader, where
 * there are no days of grace between the two.
 */
async function emptyOutbox({ db }: Change, { id, email, name, closed }: Whose) {
  const [mails, memberships] = await Promise.all([
    db.mail.findMany({ where: { userId: id }, select: { id: true } }),
    db.membership.findMany({ where: { userId: id }, select: { id: true } }),
  ]);
  const own = new Set(mails.map(mail => mail.id));
  // A mail about a request or an invitation leads to it, or says the address.
  const words = [email, ...memberships.map(membership => membership.id)];
  const farewell = ({ kind, createdAt }: StoredMail) =>
    env().DELETION_GRACE_DAYS === 0 && kind === 'account-closed' && createdAt >= closed;
  await removeFromOutbox(mail => {
    const { kind, to, text } = mail;
    const saysName = namingOthers.has(kind) && text.includes(unlinked(name));
    const names = own.has(mail.id) || to === email || saysName || words.some(word => text.includes(word));
    return names && !farewell(mail);
  });
}

/** Mails to somebody about somebody else, by name. */
export const namingOthers: ReadonlySet<string> = new Set(['request-waiting', 'requests-waiting', 'invitation']);
