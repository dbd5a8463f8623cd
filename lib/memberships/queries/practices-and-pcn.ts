import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { PcnPractice, PcnPractices, PracticePcn } from '../schema/pcn';
import { findDecidingPcn, listDecidedFor } from './find-deciding-pcn';
import { findPowers } from './find-powers';

type Side = { code: string; name: string; pcn: string | null; pcnName: string | null; admins: number };

// Of the PCN the practice reads its name and how many could decide, never who they are.
const SIDE = `
  select o.code, o.display_name as name, p.code as pcn, p.display_name as "pcnName",
    (select count(*)::int from memberships a join users u on u.id = a.user_id
      where a.org_code = p.code and a.role = 'admin' and u.state = 'active' and u.email_verified is not null) as admins
  from memberships mine
  join organisations o on o.code = mine.org_code and o.kind = 'practice'
  left join organisations p on p.code = o.pcn_code and p.status not in ('closed', 'missing')
    and o.status not in ('closed', 'missing')
  where mine.user_id = $1::uuid and mine.org_code = $2 and mine.role = 'admin'`;

/** A practice's PCN and whether it decides, for the practice's admins; null for everybody else. */
export async function findPracticePcn(viewer: Person, code: string): Promise<PracticePcn | null> {
  const [[row], powers, deciding] = await Promise.all([
    query<Side>(SIDE, [viewer.userId, code]),
    findPowers(viewer, { code }),
    findDecidingPcn(code),
  ]);
  if (!row || !mayAct(powers)) return null;
  const { pcn, pcnName, admins } = row;
  return {
    code: row.code,
    name: row.name,
    pcn: pcn && pcnName ? { code: pcn, name: pcnName, admins, since: deciding?.since ?? null } : null,
  };
}

type Row = {
  code: string;
  name: string;
  role: 'member' | 'admin';
  practice: string | null;
  practiceName: string;
  town: string | null;
};

const PRACTICES = `
  select o.code, o.display_name as name, mine.role::text as role, r.code as practice, r.display_name as "practiceName",
    r.town
  from memberships mine
  join organisations o on o.code = mine.org_code and o.kind = 'pcn'
  left join organisations r on r.pcn_code = o.code and r.kind = 'practice' and r.status not in ('closed', 'missing')
  where mine.user_id = $1::uuid and mine.org_code = $2 and mine.state = 'active'
  order by r.display_name, r.code`;

const WAITING = `
  select m.org_code as code, count(*)::int as waiting from memberships m
  where m.org_code = any($1::text[]) and m.state = 'pending' and m.user_id <> $2::uuid group by m.org_code`;

/**
 * The practices of a PCN, for its people; null for everybody else. That a practice lets the PCN decide, and how many wait
 * there, is for the PCN's admins alone. Nothing else of a practice is theirs to know.
 */
export async function listPcnPractices(viewer: Person, code: string): Promise<PcnPractices | null> {
  const rows = await query<Row>(PRACTICES, [viewer.userId, code]);
  const [first] = rows;
  if (!first) return null;
  const acts = first.role === 'admin' && mayAct(await findPowers(viewer, { code }));
  const deciding = acts ? (await listDecidedFor(viewer)).filter(({ pcn }) => pcn === code).map(one => one.code) : [];
  const waiting =
    deciding.length > 0 ? await query<{ code: string; waiting: number }>(WAITING, [deciding, viewer.userId]) : [];
  const practices = rows.flatMap(({ practice, practiceName, town }): PcnPractice[] =>
    practice
      ? [
          {
            code: practice,
            name: practiceName,
            town,
            deciding: deciding.includes(practice),
            waiting: waiting.find(one => one.code === practice)?.waiting ?? 0,
          },
        ]
      : [],
  );
  return { code: first.code, name: first.name, role: first.role, practices };
}
