import 'server-only';
import { z } from 'zod';
import type { Person, Viewer, Workspace } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { membership, type Surroundings } from './schema';

/** One statement for what every page shows around itself, signed in or not. */
export async function findSurroundings(viewer: Viewer): Promise<Surroundings> {
  const userId = viewer.kind === 'person' ? viewer.userId : null;
  const [row] = await query<{ demonstration: boolean; memberships: unknown }>(SURROUNDINGS, [userId]);
  const all = z.array(membership).parse(row?.memberships ?? []);
  return {
    demonstration: row?.demonstration ?? false,
    workspaces: all.filter(({ state }) => state === 'active'),
    pending: all.filter(({ state }) => state === 'pending'),
  };
}

/** The workspace that a link names, if it is the viewer's; whatever the cookie says. */
export async function findWorkspace(viewer: Viewer, code: string): Promise<Workspace | null> {
  if (viewer.kind !== 'person') return null;
  const rows = await query<Workspace>(`${WORKSPACE} WHERE m.user_id = $1 AND m.org_code = $2 AND m.state = 'active'`, [
    viewer.userId,
    code.trim().toUpperCase(),
  ]);
  return rows[0] ?? null;
}

/** The organisation of a membership that is no longer active, to name what was lost; null for what never was the viewer's. */
export async function findLostWorkspace(
  viewer: Person,
  membershipId: string,
): Promise<{ code: string; name: string } | null> {
  if (!z.uuid().safeParse(membershipId).success) return null;
  const rows = await query<{ code: string; name: string }>(
    `SELECT o.code, o.display_name AS name FROM memberships m JOIN organisations o ON o.code = m.org_code
     WHERE m.id = $1 AND m.user_id = $2`,
    [membershipId, viewer.userId],
  );
  return rows[0] ?? null;
}

const CLOSED = `o.status IN ('closed', 'missing')`;

const SURROUNDINGS = `
  SELECT
    EXISTS (SELECT FROM datasets d JOIN dataset_loads l ON l.id = d.current_id WHERE l.demonstration) AS demonstration,
    (SELECT json_agg(json_build_object('id', m.id, 'code', o.code, 'name', o.display_name, 'kind', o.kind,
        'role', m.role, 'state', m.state, 'closed', ${CLOSED}, 'requestedAt', m.requested_at,
        'lastUsedAt', m.last_used_at) ORDER BY o.display_name, o.code)
     FROM memberships m JOIN organisations o ON o.code = m.org_code
     WHERE m.user_id = $1 AND m.state IN ('active', 'pending')) AS memberships`;

const WORKSPACE = `
  SELECT m.id AS "membershipId", o.code, o.display_name AS name, o.kind, m.role, ${CLOSED} AS closed
  FROM memberships m JOIN organisations o ON o.code = m.org_code`;
