import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { findPowers } from '@/lib/memberships/queries/find-powers';
import { query } from '@/lib/platform/db';
import { cursorAfter, entryFor, type Row, readCursor } from '../rules/entries';
import type { Activity, ActivityFilters, Entry } from '../schema';
import { actionsOf, groupsFor, type Readers } from '../words';

/** The trail of one organisation, or the platform's. */
export type Trail = { code: string } | 'platform';

const PAGE = 25;
const BATCH = 1000;
/** A file holds at most so many entries; of a longer trail it says that it goes on. */
const MOST_EXPORTED = 50_000;

/** One page of a trail, newest first; null for everybody who may not read it now (R01, R03, R59). */
export async function listActivity(viewer: Person, trail: Trail, filters: ActivityFilters): Promise<Activity | null> {
  if (!(await mayRead(viewer, trail))) return null;
  const entries = await read(trail, filters, filters.after, PAGE + 1);
  const last = entries[PAGE - 1];
  return { entries: entries.slice(0, PAGE), next: entries.length > PAGE && last ? cursorAfter(last) : null };
}

/** All of a trail in batches, for a file; null for everybody who may not read it now. */
export async function openActivity(
  viewer: Person,
  trail: Trail,
  filters: ActivityFilters,
): Promise<AsyncGenerator<Entry[]> | null> {
  return (await mayRead(viewer, trail)) ? inBatches(trail, filters) : null;
}

async function* inBatches(trail: Trail, filters: ActivityFilters): AsyncGenerator<Entry[]> {
  let after = '';
  for (let left = MOST_EXPORTED; left > 0; ) {
    const batch = await read(trail, filters, after, Math.min(BATCH, left));
    yield batch;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    left -= batch.length;
    after = cursorAfter(last);
  }
}

const mayRead = async (viewer: Person, trail: Trail): Promise<boolean> => mayAct(await findPowers(viewer, trail));

const readersOf = (trail: Trail): Readers => (trail === 'platform' ? 'platform' : 'organisation');

async function read(trail: Trail, filters: ActivityFilters, after: string, limit: number): Promise<Entry[]> {
  const readers = readersOf(trail);
  const { sql, values } = statement(trail, filters, after, limit);
  return (await query<Row>(sql, values)).map(row => entryFor(row, readers));
}

/**
 * The rows of a trail, by keyset. Only entries that these readers may see; of an organisation's, those of that
 * organisation alone. Whoever is looked for by name is found first, so that the entries are then found by an index.
 */
export function statement(trail: Trail, filters: ActivityFilters, after: string, limit: number) {
  const readers = readersOf(trail);
  const own = trail === 'platform' ? null : trail.code;
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const where = [`a.action = any(${given(actionsFor(readers, filters.kind))}::text[])`];

  const code = own ?? filters.org;
  if (code) where.push(`a.org_code = ${given(code)}`);
  const people = wanted(filters, own, given);
  // An organisation does not learn what one of the platform team did, also not by looking for their name.
  const asThemselves = own ? ` and a.data ->> 'as' is distinct from 'platform'` : '';
  const ids = 'array(select id from people)';
  if (people) where.push(`((a.actor_id = any(${ids})${asThemselves}) or a.person_id = any(${ids}))`);
  if (filters.from) where.push(`a.at >= ${given(filters.from)}::date::timestamp at time zone 'Europe/London'`);
  if (filters.to) where.push(`a.at < (${given(filters.to)}::date + 1)::timestamp at time zone 'Europe/London'`);
  const cursor = readCursor(after);
  if (cursor) where.push(`(a.at, a.id) < (${given(cursor.at)}::timestamptz, ${given(cursor.id)}::uuid)`);

  const sql = `
    ${people ? `with people as materialized (${people})` : ''}
    select a.id, a.at, a.action, a.actor_kind as "actorKind", a.actor_id as "actorId", doer.name as "actorName",
      doer.state = 'closed' as "actorErased",
      exists (select from memberships m where m.user_id = a.actor_id and m.org_code = a.org_code) as "ofOrganisation",
      a.person_id as "personId", person.name as "personName", person.state = 'closed' as "personErased",
      a.org_code as "orgCode", o.display_name as "orgName", a.subject, a.data
    from (select * from audit a where ${where.join(' and ')}
      order by a.at desc, a.id desc limit ${given(limit)}) a
    left join users doer on doer.id = a.actor_id
    left join users person on person.id = a.person_id
    left join organisations o on o.code = a.org_code
    order by a.at desc, a.id desc`;
  return { sql, values };
}

function actionsFor(readers: Readers, kind: ActivityFilters['kind']): string[] {
  const all = groupsFor(readers);
  return actionsOf(kind && all.includes(kind) ? [kind] : all);
}

const MOST_NAMESAKES = 200;

/** Finds the accounts that were asked for, once; null where nobody was. */
function wanted({ q, person }: ActivityFilters, own: string | null, given: (value: unknown) => string) {
  if (person) return `select ${given(person)}::uuid as id`;
  if (!q) return null;
  const pattern = given(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
  return own
    ? `select u.id from memberships n join users u on u.id = n.user_id
       where n.org_code = ${given(own)} and u.name ilike ${pattern} limit ${MOST_NAMESAKES}`
    : `select u.id from users u where u.name ilike ${pattern} or u.email ilike ${pattern} limit ${MOST_NAMESAKES}`;
}
