import 'server-only';
import type { Db } from '@/lib/platform/db';
import type { personalTables } from '../rules/personal-data';
import type { PersonalExport } from '../schema/export';

type Tables = typeof personalTables;
type Exported = { [T in keyof Tables]: Tables[T]['exported'] }[keyof Tables];
/** Every part that the list of tables names. A table that is listed there and not read here does not compile. */
export type Section = Extract<Exported, string>;

type Reader<S extends Section> = (db: Db, userId: string) => Promise<PersonalExport[S]>;

/** Everything the database knows about a person, part by part. Never a digest, a secret, or who somebody else is. */
export async function collectExport(db: Db, userId: string): Promise<{ [S in Section]: PersonalExport[S] }> {
  return {
    account: await readers.account(db, userId),
    sessions: await readers.sessions(db, userId),
    mailedLinks: await readers.mailedLinks(db, userId),
    memberships: await readers.memberships(db, userId),
    invitations: await readers.invitations(db, userId),
    membershipEvents: await readers.membershipEvents(db, userId),
    presets: await readers.presets(db, userId),
    mails: await readers.mails(db, userId),
    activity: await readers.activity(db, userId),
    dataLoads: await readers.dataLoads(db, userId),
    dataImports: await readers.dataImports(db, userId),
    exports: await readers.exports(db, userId),
    passkeys: await readers.passkeys(db, userId),
    knownDevices: await readers.knownDevices(db, userId),
    factorRemovals: await readers.factorRemovals(db, userId),
  };
}

const readers: { [S in Section]: Reader<S> } = {
  async account(db, userId) {
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    return {
      id: user.id,
      name: user.name,
      email: user.email ?? '',
      emailConfirmed: iso(user.emailVerified),
      passwordChanged: iso(user.passwordChangedAt),
      created: user.createdAt.toISOString(),
      lastSignIn: iso(user.lastSignInAt),
      platformAdministratorSince: iso(user.platformAdminSince),
    };
  },
  async sessions(db, userId) {
    const rows = await db.session.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ createdAt, lastSeenAt, expires, device, network, remembered }) => ({
      began: createdAt.toISOString(),
      lastSeen: lastSeenAt.toISOString(),
      ends: expires.toISOString(),
      device,
      network,
      keptSignedIn: remembered,
    }));
  },
  async mailedLinks(db, userId) {
    const rows = await db.verificationToken.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ purpose, address, createdAt, expires, spentAt }) => ({
      purpose,
      address,
      sent: createdAt.toISOString(),
      expires: expires.toISOString(),
      used: iso(spentAt),
    }));
  },
  async memberships(db, userId) {
    const rows = await db.membership.findMany({ where: { userId }, include: { organisation }, orderBy: { id: 'asc' } });
    return rows.map(({ reference, organisation, state, role, stateSince, requestedAt, claim, message }) => ({
      reference,
      organisation: named(organisation),
      state,
      role,
      since: stateSince.toISOString(),
      requested: iso(requestedAt),
      claim,
      message,
    }));
  },
  async invitations(db, userId) {
    const rows = await db.invitation.findMany({
      where: { OR: [{ invitedById: userId }, { membership: { userId } }] },
      include: { organisation, membership: { select: { userId: true } } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ membership, invitedById, role, createdAt, expires, ...row }) => ({
      organisation: named(row.organisation),
      role,
      byYou: invitedById === userId,
      toYou: membership?.userId === userId,
      sent: createdAt.toISOString(),
      until: expires.toISOString(),
    }));
  },
  async membershipEvents(db, userId) {
    const rows = await db.membershipEvent.findMany({
      where: { OR: [{ actorId: userId }, { membership: { userId } }] },
      include: { membership: { select: { userId: true, organisation } } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ membership, at, operation, actorAs, actorId, reason, message, evidence }) => {
      const aboutYou = membership.userId === userId;
      const byYou = actorId === userId;
      return {
        at: at.toISOString(),
        organisation: named(membership.organisation),
        operation,
        by: actorAs,
        byYou,
        aboutYou,
        reason,
        message: aboutYou || byYou ? message : null,
        // What was shown about somebody else is theirs.
        evidence: aboutYou ? evidence : null,
      };
    });
  },
  async presets(db, userId) {
    const rows = await db.preset.findMany({
      where: { ownerId: userId },
      include: { organisation },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(preset => ({
      name: preset.name,
      tool: preset.tool,
      workspace: preset.organisation && named(preset.organisation),
      settings: preset.settings,
      vintage: preset.vintage,
      created: preset.createdAt.toISOString(),
      changed: preset.updatedAt.toISOString(),
      lastUsed: iso(preset.lastUsedAt),
      removed: iso(preset.deletedAt),
    }));
  },
  async mails(db, userId) {
    const rows = await db.mail.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ kind, createdAt, sentAt, failedAt }) => ({
      kind,
      written: createdAt.toISOString(),
      sent: iso(sentAt),
      failed: iso(failedAt),
    }));
  },
  async activity(db, userId) {
    const rows = await db.audit.findMany({
      where: { OR: [{ actorId: userId }, { personId: userId }] },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ at, action, actorId, personId, orgCode, data }) => ({
      at: at.toISOString(),
      action,
      byYou: actorId === userId,
      aboutYou: personId === userId,
      organisation: orgCode,
      data,
    }));
  },
  async dataLoads(db, userId) {
    const rows = await db.datasetLoad.findMany({ where: { loadedById: userId }, orderBy: { loadedAt: 'asc' } });
    return rows.map(({ datasetId, fileName, loadedAt }) => ({
      dataset: datasetId,
      file: fileName,
      loaded: loadedAt.toISOString(),
    }));
  },
  async dataImports(db, userId) {
    const rows = await db.datasetImport.findMany({ where: { askedById: userId }, orderBy: { askedAt: 'asc' } });
    return rows.map(({ source, fileName, state, askedAt }) => ({
      source,
      file: fileName,
      state,
      asked: askedAt.toISOString(),
    }));
  },
  async exports(db, userId) {
    const rows = await db.export.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ createdAt, readyAt, expires }) => ({
      asked: createdAt.toISOString(),
      ready: iso(readyAt),
      removedOn: iso(expires),
    }));
  },
  async passkeys(db, userId) {
    const rows = await db.passkey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ name, createdAt, lastUsedAt }) => ({
      name,
      added: createdAt.toISOString(),
      lastUsed: iso(lastUsedAt),
    }));
  },
  async knownDevices(db, userId) {
    const rows = await db.knownDevice.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ device, network, createdAt, lastSeenAt }) => ({
      device,
      network,
      first: createdAt.toISOString(),
      last: lastSeenAt.toISOString(),
    }));
  },
  async factorRemovals(db, userId) {
    const rows = await db.factorRemoval.findMany({
      where: { OR: [{ userId }, { askedById: userId }] },
      orderBy: { askedAt: 'asc' },
    });
    return rows.map(row => ({
      asked: row.askedAt.toISOString(),
      due: row.due.toISOString(),
      stopped: iso(row.stoppedAt),
      done: iso(row.doneAt),
      evidence: row.userId === userId ? row.evidence : null,
    }));
  },
};

const organisation = { select: { code: true, displayName: true } };
const named = ({ code, displayName }: { code: string; displayName: string }) => ({ code, name: displayName });
const iso = (at: Date | null) => at?.toISOString() ?? null;
