import 'server-only';
import { db } from './db';
import { keyedDigest } from './seal';

/** After `free` failures in a row every further one costs a wait, up to the last. Milliseconds. */
type Ladder = { name: string; free: number; waits: readonly number[]; forgottenAfter: number };

export type Attempt = { open: true; failures: number } | { open: false; until: Date };

/**
 * Counts one try before it is made, in one statement, so that a hundred at the same moment do not slip through together.
 * While a wait lasts nothing is counted. Take it back (`forget`, `giveBack`) when the try succeeds.
 */
export async function attempt(ladder: Ladder, whose: string, now: Date): Promise<Attempt> {
  const key = keyOf(ladder, whose);
  const at = now.getTime();
  const keep = ladder.forgottenAfter;
  // expire - keep is when the last try was counted, and the wait that follows it depends on how many there were.
  const rows = await db().$queryRaw<{ points: number }[]>`
    insert into limits.counters as c (key, points, expire) values (${key}, 1, ${at + keep}::bigint)
    on conflict (key) do update set
      points = case when c.expire <= ${at}::bigint then 1 else c.points + 1 end, expire = excluded.expire
    where c.expire <= ${at}::bigint or c.points <= ${ladder.free}
      or c.expire - ${keep}::bigint + (${[...ladder.waits]}::bigint[])[least(c.points - ${ladder.free}, ${ladder.waits.length})] <= ${at}::bigint
    returning points`;
  if (rows[0]) return { open: true, failures: rows[0].points };
  return { open: false, until: (await waitOf(ladder, key)) ?? now };
}

async function waitOf(ladder: Ladder, key: string): Promise<Date | null> {
  const [row] = await db().$queryRaw<{ points: number; expire: bigint }[]>`
    select points, expire from limits.counters where key = ${key}`;
  return row ? new Date(Number(row.expire) - ladder.forgottenAfter + pauseAfter(ladder, row.points)) : null;
}

/** What so many failures in a row cost. The statement above says the same to the database. */
export function pauseAfter({ free, waits }: Ladder, failures: number): number {
  const step = Math.min(failures - free, waits.length);
  return step < 1 ? 0 : (waits[step - 1] ?? 0);
}

/** Forgets all failures: the right person has shown up. */
export async function forget(ladder: Ladder, whose: string): Promise<void> {
  await db().$executeRaw`delete from limits.counters where key = ${keyOf(ladder, whose)}`;
}

/** Takes back one counted try. */
export async function giveBack(ladder: Ladder, whose: string): Promise<void> {
  await db().$executeRaw`
    update limits.counters set points = greatest(points - 1, 0) where key = ${keyOf(ladder, whose)}`;
}

// Whose tries they are (an address, a network) is not written down.
const keyOf = (ladder: Ladder, whose: string) => `${ladder.name}:${keyedDigest('attempts', whose)}`;
