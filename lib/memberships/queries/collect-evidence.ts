import 'server-only';
import type { z } from 'zod';
import type { Db } from '@/lib/platform/db';
import { grade } from '../rules/evidence';
import { type Evidence, evidence } from '../schema/requests';

export type Pair = { userId: string; code: string };

/** What the grade is made of, read for a person `u` and an organisation `o`. */
export const EVIDENCE = `coalesce(u.email, '') as email, u.email_verified is not null as verified,
  (select count(*)::int from memberships c join users cu on cu.id = c.user_id
    where c.org_code = o.code and c.state = 'active' and c.user_id <> u.id
      and split_part(cu.email, '@', 2) = split_part(u.email, '@', 2)) as colleagues,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', r.code, 'name', r.display_name,
      'role', rm.role, 'predecessor', case when o.code = any(r.successor_codes) then true end)) order by r.code), '[]')
    from memberships rm join organisations r on r.code = rm.org_code
    where rm.user_id = u.id and rm.state = 'active'
      and (r.code = o.pcn_code or r.pcn_code = o.code or o.code = any(r.successor_codes))) as related`;

export type EvidenceRow = { code: string; email: string; verified: boolean; colleagues: number; related: unknown };

export const gradeRow = (row: EvidenceRow): Evidence => grade({ ...row, related: related.parse(row.related) });

/** What shows that these people belong to these organisations, in one statement, by `userId code`. */
export async function collectEvidence(db: Db, pairs: Pair[]): Promise<Map<string, Evidence>> {
  if (pairs.length === 0) return new Map();
  const rows = await db.$queryRawUnsafe<(EvidenceRow & Pair)[]>(
    `select u.id as "userId", o.code, ${EVIDENCE}
     from unnest($1::uuid[], $2::text[]) as pair (user_id, code)
     join users u on u.id = pair.user_id join organisations o on o.code = pair.code`,
    pairs.map(pair => pair.userId),
    pairs.map(pair => pair.code),
  );
  return new Map(rows.map(row => [pairKey(row), gradeRow(row)]));
}

export const pairKey = ({ userId, code }: Pair): string => `${userId} ${code}`;

const related: z.ZodType<Evidence['related']> = evidence.shape.related;
