import 'server-only';
import { query } from './db';
import { keyedDigest } from './seal';

/** After `free` failures in a row every further one costs a wait, up to the last. Milliseconds. */
type Ladder = { name: string; free: number; waits: readonly number[]; forgottenAfter: number };

export type Attempt = { open: true; failures: number } | { open: false; until: Date };

/** Somebody's tries on a ladder. */
type Try = { ladder: Ladder; whose: string };

/**
 * Counts one try before it is made, in one statement, so that a hundred at the same moment do not slip through together.
 * While a wait lasts nothing is counted. Take it back (`forget`, `giveBack`) when the try succeeds.
 */
export async function attempt(ladder: Ladder, whose: string, now: Date): Promise<Attempt> {
  const [row] = await query<{ t0: number | null }>(counting(1), [now.getTime(), ...given({ ladder, whose })]);
  if (row && row.t0 !== null) return { open: true, failures: row.t0 };
  return { open: false, until: await waitOf({ ladder, whose }, now) };
}

/**
 * Counts one try on two ladders, in one statement: on the second only where the first lets it through, and on neither
 * when either is closed. `failures` are those on the second.
 */
export async function attemptOnBoth(first: Try, second: Try, now: Date): Promise<Attempt> {
  const [row] = await query<{ t0: number | null; t1: number | null }>(counting(2), [
    now.getTime(),
    ...given(first),
    ...given(second),
  ]);
  if (row && row.t1 !== null) return { open: true, failures: row.t1 };
  if (!row || row.t0 === null) return { open: false, until: await waitOf(first, now) };
  await giveBack(first.ladder, first.whose);
  return { open: false, until: await waitOf(second, now) };
}

// $1 now; for each ladder: key, how long it is kept, free tries, waits. expire - keep is when the last try was counted,
// and the wait that follows it depends on how many there were. Each ladder waits for the one before it, so that all
// statements take the same locks in the same order.
const one = (index: number) => {
  const [key, keep, free, waits] = [2, 3, 4, 5].map(at => `$${at + index * 4}`);
  return `t${index} as (
    insert into limits.counters as c (key, points, expire)
    select ${key}::text, 1, $1::bigint + ${keep}::bigint ${index > 0 ? `where exists (select from t${index - 1})` : ''}
    on conflict (key) do update set
      points = case when c.expire <= $1::bigint then 1 else c.points + 1 end, expire = excluded.expire
    where c.expire <= $1::bigint or c.points <= ${free}::int
      or c.expire - ${keep}::bigint + (${waits}::bigint[])[least(c.points - ${free}::int, cardinality(${waits}::bigint[]))] <= $1::bigint
    returning points)`;
};
const statements = [1, 2].map(many => {
  const each = Array.from({ length: many }, (_, index) => index);
  return `with ${each.map(one).join(', ')} select ${each.map(index => `(select points from t${index}) as t${index}`).join(', ')}`;
});
const counting = (many: 1 | 2) => statements[many - 1] ?? '';

const given = ({ ladder, whose }: Try) => [keyOf(ladder, whose), ladder.forgottenAfter, ladder.free, [...ladder.waits]];

async function waitOf({ ladder, whose }: Try, now: Date): Promise<Date> {
  const [row] = await query<{ points: number; expire: string }>(
    'select points, expire from limits.counters where key = $1',
    [keyOf(ladder, whose)],
  );
  return row ? new Date(Number(row.expire) - ladder.forgottenAfter + pauseAfter(ladder, row.points)) : now;
}

/** What so many failures in a row cost. The statement above says the same to the database. */
export function pauseAfter({ free, waits }: Ladder, failures: number): number {
  const step = Math.min(failures - free, waits.length);
  return step < 1 ? 0 : (waits[step - 1] ?? 0);
}

/** Forgets all failures: the right person has shown up. */
export async function forget(ladder: Ladder, whose: string): Promise<void> {
  await query('delete from limits.counters where key = $1', [keyOf(ladder, whose)]);
}

/** Takes back one counted try. */
export async function giveBack(ladder: Ladder, whose: string): Promise<void> {
  await query('update limits.counters set points = greatest(points - 1, 0) where key = $1', [keyOf(ladder, whose)]);
}

/** The try on both ladders succeeded: it is taken back from the first, and the second forgets all failures. */
export async function forgive(first: Try, second: Try): Promise<void> {
  // Counting the rows makes the second wait for the first: the order of locks of attemptOnBoth.
  await query(
    `with t0 as (update limits.counters set points = greatest(points - 1, 0) where key = $1 returning key)
     delete from limits.counters where key = $2 and (select count(*) from t0) >= 0`,
    [keyOf(first.ladder, first.whose), keyOf(second.ladder, second.whose)],
  );
}

// Whose tries they are (an address, a network) is not written down.
const keyOf = (ladder: Ladder, whose: string) => `${ladder.name}:${keyedDigest('attempts', whose)}`;
