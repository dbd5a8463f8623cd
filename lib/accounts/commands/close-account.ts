import 'server-only';
import { formatDateTime } from '@/lib/core/dates';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import { lockPerson } from '@/lib/memberships/commands/load';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { digest } from '@/lib/platform/seal';
import { graceEnds } from '../rules/grace';
import { readLink } from '../rules/mailed-link';
import type { HandOver } from '../schema/leaving';
import type { CloseRefusal, ReopenRefusal } from '../words/leaving';
import { leaveOrganisations } from './leave-organisations';
import { issue } from './mailed-tokens';
import { proveByPassword } from './own-password';
import { isLastPlatformAdmin } from './platform-admins';

type Wanted = { email: string; password: string; handOvers: Record<string, HandOver> };

/**
 * Closes the account at once: every session, token and open request ends. The person can take it back until the days of
 * grace are over; then it is erased. Nobody leaves an organisation without its last admin by this way (R12).
 */
export async function closeAccount(
  viewer: Person,
  { email, password, handOvers }: Wanted,
): Promise<Result<{ until: Date | null }, CloseRefusal>> {
  if (!isFresh(viewer, viewer.now)) return refuse('not-fresh');
  if (email !== viewer.email) return refuse('other-address');
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const proved = passwordHash === null ? done(null) : await proveByPassword(viewer, password);
  if (!proved.ok) return proved;
  return change<{ until: Date | null }, CloseRefusal>(viewer, async work => {
    const { db, now, note } = work;
    await lockPerson(db, viewer.userId);
    const user = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } });
    if (user.state !== 'active') return refuse('closing-already');
    if (await isLastPlatformAdmin(db, user)) return refuse('last-platform-administrator');
    const left = await leaveOrganisations(work, viewer, handOvers);
    if (!left.ok) return left;
    await db.user.update({ where: { id: user.id }, data: { state: 'closing', stateSince: now } });
    await endAccess(work, user.id);
    await note({ action: 'account.closed', personId: user.id });
    return done({ until: await tellClosed(work, { ...user, email: viewer.email }) });
  });
}

/** Sessions, what was mailed, and sign-ins that are half done. Only the links that put an earlier address back live on. */
export async function endAccess({ db, now }: Change, userId: string): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { userId } });
  await db.challenge.deleteMany({ where: { userId } });
  await db.verificationToken.updateMany({
    where: { userId, purpose: { not: 'undo-address' }, spentAt: null, supersededAt: null },
    data: { supersededAt: now },
  });
  return count;
}

type Closed = { id: string; name: string; email: string };

async function tellClosed(work: Change, { id, name, email }: Closed): Promise<Date | null> {
  const days = env().DELETION_GRACE_DAYS;
  const until = days > 0 ? graceEnds(work.now, days) : null;
  // A link that took the account back before has nothing to do with this time.
  await work.db.verificationToken.updateMany({
    where: { userId: id, purpose: 'undo-deletion' },
    data: { spentAt: null, supersededAt: work.now },
  });
  const undo = until && (await issue(work, { purpose: 'undo-deletion', address: email, userId: id, until }));
  await work.later('erase-account', { userId: id }, until ?? undefined);
  // Without the person's id: the mail must still go out while the account's own rows are erased.
  await work.tell({
    kind: 'account-closed',
    key: `account-closed:${id}:${work.now.getTime()}`,
    to: email,
    props: { name, until: until ? formatDateTime(until) : '', token: undo?.token ?? '' },
  });
  return until;
}

/** Takes a closed account back, with the mailed link or the one that a sign-in gave. Signs nobody in. */
export async function reopenAccount(viewer: Viewer, token: string): Promise<Result<null, ReopenRefusal>> {
  return change(viewer, async work => {
    const { db, now, note, tell } = work;
    const where = { token: digest(token), purpose: 'undo-deletion' };
    const first = await db.verificationToken.findUnique({ where, select: { userId: true } });
    if (!first?.userId) return refuse('link-unknown');
    await lockPerson(db, first.userId);
    const row = await db.verificationToken.findUnique({ where, include: { user: true } });
    const state = readLink(row, now);
    if (state === 'link-spent') return done(null);
    if (state !== 'ready' || !row?.user?.email) return refuse(state === 'ready' ? 'link-unknown' : state);
    const { user } = row;
    if (user.state !== 'closing') return refuse(user.state === 'disabled' ? 'disabled' : 'link-superseded');
    await db.user.update({ where: { id: user.id }, data: { state: 'active', stateSince: now } });
    await db.verificationToken.updateMany({
      where: { userId: user.id, purpose: 'undo-deletion', spentAt: null },
      data: { spentAt: now },
    });
    await note({ action: 'account.reopened', personId: user.id });
    await tell({
      kind: 'account-reopened',
      key: `account-reopened:${user.id}:${now.getTime()}`,
      to: row.address,
      userId: user.id,
      props: { name: user.name },
    });
    return done(null);
  });
}
