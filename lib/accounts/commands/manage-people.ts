import 'server-only';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { lockPerson } from '@/lib/memberships/commands/load';
import { type Change, change } from '@/lib/platform/change';
import type { DisablingReason } from '../schema/leaving';
import { disablingWords, type PeopleRefusal } from '../words/leaving';
import { endAccess } from './close-account';
import { isLastPlatformAdmin } from './platform-admins';

export type Managed = { id: string; name: string; email: string | null; state: string };
type Answer = Promise<Result<Managed, PeopleRefusal>>;

/** Nobody can sign in to the account until it is enabled; what it holds stays. Its owner is told why. */
export function disable(viewer: Person, { id, reason }: { id: string; reason: DisablingReason }): Answer {
  return manage(viewer, id, async (work, user) => {
    const { db, now, note, tell } = work;
    if (user.state === 'disabled') return refuse('disabled-already');
    if (user.state !== 'active') return refuse('not-active');
    if (await isLastPlatformAdmin(db, user)) return refuse('last-platform-administrator');
    await db.user.update({ where: { id }, data: { state: 'disabled', stateSince: now } });
    const sessions = await endAccess(work, id);
    await note({ action: 'account.disabled', personId: id, data: { reason, sessions } });
    if (user.email && user.emailVerified) {
      const key = `account-disabled:${id}:${now.getTime()}`;
      await tell({
        kind: 'account-disabled',
        key,
        to: user.email,
        userId: id,
        props: { name: user.name, reason: disablingWords[reason] },
      });
    }
    return done(user);
  });
}

/** Ends a suspension. Nobody is signed in by it. */
export function enable(viewer: Person, { id }: { id: string }): Answer {
  return manage(viewer, id, async ({ db, now, note, tell }, user) => {
    if (user.state !== 'disabled') return refuse('not-disabled');
    await db.user.update({ where: { id }, data: { state: 'active', stateSince: now } });
    await note({ action: 'account.enabled', personId: id });
    if (user.email && user.emailVerified) {
      const key = `account-enabled:${id}:${now.getTime()}`;
      await tell({ kind: 'account-enabled', key, to: user.email, userId: id, props: { name: user.name } });
    }
    return done(user);
  });
}

/** Signs the person out everywhere, at once (R41). */
export function endSessionsOf(viewer: Person, { id }: { id: string }): Promise<Result<number, PeopleRefusal>> {
  return manage(viewer, id, async ({ db, note }) => {
    const { count } = await db.session.deleteMany({ where: { userId: id } });
    await db.challenge.deleteMany({ where: { userId: id } });
    await note({ action: 'session.ended-by-platform', personId: id, data: { count } });
    return done(count);
  });
}

type Row = Managed & { platformAdminSince: Date | null; emailVerified: Date | null };
type Deed<T> = (work: Change, user: Row) => Promise<Result<T, PeopleRefusal>>;

/**
 * What the platform team does to somebody's account: never to their own, only while they belong to it (R01), and shortly
 * after they proved who they are (R42).
 */
export function manage<T>(viewer: Person, id: string, deed: Deed<T>): Promise<Result<T, PeopleRefusal>> {
  return change<T, PeopleRefusal>(viewer, async work => {
    const actor = await work.db.user.findUnique({ where: { id: viewer.userId } });
    if (actor?.state !== 'active' || !actor.platformAdminSince) return refuse('not-found');
    if (!isFresh(viewer, work.now)) return refuse('not-fresh');
    await lockPerson(work.db, id);
    const user = await work.db.user.findUnique({ where: { id } });
    if (!user) return refuse('not-found');
    if (id === viewer.userId) return refuse('yourself');
    return deed(work, user);
  });
}
