import 'server-only';
import type { Powers } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { isClosed } from '@/lib/organisations/rules/status';
import { db } from '@/lib/platform/db';
import { findDecidingPcn } from './find-deciding-pcn';
import { findPowers } from './find-powers';

export type Decider = {
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  /** The register says that it is closed: nobody can be let in. */
  closed: boolean;
  /** The PCN as whose admin they decide; null for the organisation's own admins. */
  pcn: { code: string; name: string } | null;
  powers: Powers;
};

/** In what capacity the viewer decides an organisation's requests now, asked of the database; null where they do not. */
export async function findDecider(viewer: Person, code: string): Promise<Decider | null> {
  const organisation = await db().organisation.findUnique({
    where: { code, kind: { in: ['practice', 'pcn'] } },
    select: {
      code: true,
      displayName: true,
      kind: true,
      status: true,
      memberships: { where: { userId: viewer.userId, role: 'admin' }, select: { id: true } },
    },
  });
  if (!organisation) return null;
  const { displayName: name, memberships } = organisation;
  const kind = organisation.kind === 'pcn' ? 'pcn' : 'practice';
  const closed = isClosed(organisation.status);
  const place = { code, name, kind, closed } as const;
  if (memberships.length > 0) return { ...place, pcn: null, powers: await findPowers(viewer, { code }) };
  const pcn = await findDecidingPcn(code);
  const powers = pcn ? await findPowers(viewer, { code: pcn.code }) : null;
  return pcn && powers && powers.kind !== 'none' ? { ...place, pcn, powers } : null;
}
