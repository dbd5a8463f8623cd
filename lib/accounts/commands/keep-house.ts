import 'server-only';
import { done } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { change, NOBODY } from '@/lib/platform/change';
import { removeFromOutbox } from '@/lib/platform/outbox';
import { DAY, lasts } from '../rules/limits';

/**
 * Removes what is over: sessions, mailed tokens, unread notices, letters nobody could be sent, and accounts nobody
 * confirmed. Safe to run twice; two at once follow each other.
 */
export async function keepHouse(actor: Machine): Promise<{ sessions: number; tokens: number; accounts: number }> {
  const result = await change(actor, async ({ db, now, note }) => {
    await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('keep-house', 0))`;
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    const accounts = await db.user.findMany({
      where: { emailVerified: null, state: 'active', createdAt: { lt: before(lasts.registration) } },
      select: { id: true },
    });
    for (const { id } of accounts) {
      const { count } = await db.user.deleteMany({ where: { id, emailVerified: null } });
      if (count) await note({ action: 'account.removed-unconfirmed', personId: id });
    }
    // Expired ones are kept for a day: their page says why, and the next mail's time is counted from them.
    const tokens = await db.verificationToken.deleteMany({
      where: { expires: { lt: before(DAY) }, createdAt: { lt: before(DAY) } },
    });
    const sessions = await db.$executeRaw`
      delete from sessions where expires < ${now} or last_seen_at + idle_seconds * interval '1 second' < ${now}`;
    await db.challenge.deleteMany({ where: { expires: { lt: now } } });
    await db.knownDevice.deleteMany({ where: { lastSeenAt: { lt: before(lasts.knownDevice) } } });
    await db.notice.deleteMany({ where: { createdAt: { lt: before(DAY) } } });
    // A letter is erased when it is sent. One that cannot be sent names somebody for no longer than it could be of use.
    await db.mail.updateMany({
      where: { sentAt: null, sealed: { not: null }, createdAt: { lt: before(lasts.unsentMail) } },
      data: { sealed: null },
    });
    await db.mail.deleteMany({ where: { kind: NOBODY, createdAt: { lt: before(DAY) } } });
    await db.$executeRaw`
      select audit_partition((${now}::timestamptz + n * interval '1 month')::date) from generate_series(1, 2) as n`;
    await db.$executeRaw`delete from limits.counters where expire < ${now.getTime()}::bigint`;
    const told = { sessions, tokens: tokens.count, accounts: accounts.length };
    if (Object.values(told).some(Boolean)) await note({ action: 'house.kept', data: told });
    return done(told);
  });
  return result.ok ? result.value : { sessions: 0, tokens: 0, accounts: 0 };
}

/** The outbox folder keeps a mail for no longer than an unsent one is kept. */
export const keepOutbox = (actor: Machine): Promise<number> =>
  removeFromOutbox(mail => mail.createdAt.getTime() < actor.now.getTime() - lasts.unsentMail);
