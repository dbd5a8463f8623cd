import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { type Db, db } from '@/lib/platform/db';
import { Prisma } from '@/lib/platform/generated/prisma/client';

export type DecidingPcn = { code: string; name: string; since: Date };

/**
 * When a practice's word holds: it was not taken back, the register says today that this is its PCN and has not said
 * anything else since, and both are open. Asked in every request, so that it ends with the relation, whatever jobs ran.
 */
const HOLDS = Prisma.sql`d.ended_at is null and o.pcn_code = d.pcn_code
  and o.status not in ('closed', 'missing') and p.status not in ('closed', 'missing')
  and not exists (select from register_changes c where c.code = o.code and c.change = 'moved-pcn' and c.at > d.since)`;

const JOINED = Prisma.sql`pcn_deciding d join organisations o on o.code = d.org_code
  join organisations p on p.code = d.pcn_code`;

/** Whether a practice lets this PCN decide, within a larger statement: `pcn` and `practice` are columns of it. */
export const letsDecide = (pcn: Prisma.Sql, practice: Prisma.Sql) =>
  Prisma.sql`exists (select from ${JOINED} where d.org_code = ${practice} and d.pcn_code = ${pcn} and ${HOLDS})`;

/** The PCN whose admins decide this practice's requests now; null where none does. */
export async function findDecidingPcn(code: string, client: Db = db()): Promise<DecidingPcn | null> {
  const [row] = await client.$queryRaw<DecidingPcn[]>`
    select p.code, p.display_name as name, d.since from ${JOINED} where d.org_code = ${code} and ${HOLDS}`;
  return row ?? null;
}

const ADMIN = (userId: string) => Prisma.sql`exists (select from memberships m join users u on u.id = m.user_id
  where m.org_code = d.pcn_code and m.user_id = ${userId}::uuid and m.role = 'admin' and u.state = 'active')`;

/** Practices for which the viewer decides as an admin of their PCN now. */
export async function listDecidedFor(viewer: Person, client: Db = db()): Promise<{ code: string; pcn: string }[]> {
  return client.$queryRaw<{ code: string; pcn: string }[]>`
    select d.org_code as code, d.pcn_code as pcn from ${JOINED} where ${HOLDS} and ${ADMIN(viewer.userId)}`;
}

/** The PCN of which the viewer is an admin and that decided for this practice last; null where there is none. */
export async function findPcnThatDecided(viewer: Person, code: string, client: Db): Promise<string | null> {
  const [row] = await client.$queryRaw<{ pcn: string }[]>`
    select d.pcn_code as pcn from ${JOINED} where d.org_code = ${code} and ${ADMIN(viewer.userId)}
    order by d.since desc limit 1`;
  return row?.pcn ?? null;
}

/** Words of practices that no longer hold, because the relation ended. */
export const listEndedDeciding = (client: Db = db()): Promise<{ id: string; code: string; pcn: string }[]> =>
  client.$queryRaw`
    select d.id, d.org_code as code, d.pcn_code as pcn from ${JOINED} where d.ended_at is null and (${HOLDS}) is not true
    order by d.org_code`;
