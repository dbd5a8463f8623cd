import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { hashPassword } from '@/lib/platform/passwords';
import { digest } from '@/lib/platform/seal';

/** People to measure with. All of them have the same password; the sessions are of the first ones. */
export type People = { password: string; email: (index: number) => string; count: number; sessions: SignedIn[] };

/** Somebody signed in, with two workspaces, the first of them chosen. */
type SignedIn = { cookie: string; memberships: string[] };

const mostSessions = 500;
const password = 'heather otter marmalade';
const email = (index: number) => `person-${index}@bench.example`;

/** Fills a database that holds a register: people, twice as many memberships, three times as many presets. */
export async function seed(databaseUrl: string, count: number): Promise<People> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(users, [count, await hashPassword(password)]);
    await client.query(memberships);
    await client.query(presets);
    const sessions = await signIn(client, Math.min(count, mostSessions));
    await client.query('commit');
    await client.query('vacuum analyze');
    return { password, email, count, sessions };
  } finally {
    await client.end();
  }
}

async function signIn(client: pg.Client, count: number): Promise<SignedIn[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const { rows } = await client.query<{ token: string; memberships: string[] }>(sessionsOf, [
    tokens,
    tokens.map(digest),
    tokens.map((_, index) => email(index + 1)),
  ]);
  return rows.map(row => ({
    cookie: `session=${row.token}; has-session=1; active-workspace=${row.memberships[0]}`,
    memberships: row.memberships,
  }));
}

const users = `
  insert into users (name, email, email_verified, password_hash, password_changed_at, created_at, last_sign_in_at)
  select 'Person ' || n, 'person-' || n || '@bench.example', now() - interval '90 days', $2, now() - interval '90 days',
    now() - interval '90 days', now() - interval '1 day'
  from generate_series(1, $1::int) as n`;

// One practice and one PCN each; every tenth person administers the practice.
const memberships = `
  with person as (
    select id, row_number() over (order by id) as n from users where email like '%@bench.example'
  ), place as (
    select code, kind, row_number() over (partition by kind order by code) as n, count(*) over (partition by kind) as many
    from organisations where linkable and kind in ('practice', 'pcn')
  )
  insert into memberships (reference, user_id, org_code, state, role, state_since, requested_at, attested_at)
  select 'B-' || left(o.kind::text, 2) || person.n, person.id, o.code, 'active',
    (case when person.n % 10 = 0 and o.kind = 'practice' then 'admin' else 'member' end)::membership_role,
    now() - interval '80 days', now() - interval '81 days', now() - interval '80 days'
  from person join place o on o.n = person.n % o.many + 1`;

const presets = `
  insert into presets (request_id, owner_id, org_code, tool, tool_version, name, settings, vintage, created_at, updated_at)
  select gen_random_uuid(), m.user_id, case when k < 3 then m.org_code end, 'practice-overview', 1,
    'View ' || k || ' of ' || m.org_code, jsonb_build_object('organisation', m.org_code), '{}', now(), now()
  from memberships m join organisations o on o.code = m.org_code and o.kind = 'practice'
  cross join generate_series(1, 3) as k where m.reference like 'B-pr%'`;

const sessionsOf = `
  with given as (select * from unnest($1::text[], $2::text[], $3::text[]) as g(token, digest, email)),
  begun as (
    insert into sessions (session_token, user_id, expires, device, network)
    select g.digest, u.id, now() + interval '7 days', 'Edge on Windows', '192.0.2.0' from given g join users u using (email)
    returning user_id, session_token
  )
  select g.token, array_agg(m.id::text order by m.reference desc) as memberships
  from given g join begun b on b.session_token = g.digest join memberships m on m.user_id = b.user_id
  group by g.token`;
