import 'server-only';
import { z } from 'zod';
import type { Person, Viewer } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { slugs } from '@/lib/tools/catalogue';
import { keptHeadline, keptVintage, type Preset, readKept } from '../schema';

/** The viewer's own presets and those of the workspaces they are active in, used last first: one statement. */
export async function listPresets(viewer: Person): Promise<Preset[]> {
  const rows = await query(`${SELECT} ORDER BY p.updated_at DESC, p.id`, [viewer.userId]);
  return rows.map(preset);
}

/** One of them, or null: other people's do not exist for the viewer. */
export async function findPreset(viewer: Viewer, id: string): Promise<Preset | null> {
  if (viewer.kind !== 'person' || !z.uuid().safeParse(id).success) return null;
  const rows = await query(`${SELECT} AND p.id = $2`, [viewer.userId, id]);
  return rows[0] ? preset(rows[0]) : null;
}

// Access is part of the statement: one's own, or kept by a workspace in which one is active at this moment (R48). The
// author is named while they belong to the workspace.
const SELECT = `
  SELECT p.id, p.name, p.tool, p.tool_version AS "toolVersion", p.settings, p.vintage, p.headline,
    p.created_at AS "createdAt", p.updated_at AS "updatedAt", p.owner_id = $1 AS mine,
    (p.org_code IS NULL OR p.owner_id = $1 OR m.role = 'admin') AND coalesce(w.status NOT IN ('closed', 'missing'), true)
      AS "mayEdit",
    CASE WHEN p.org_code IS NULL OR a.id IS NOT NULL THEN u.name END AS "savedBy",
    w.code AS "workspaceCode", w.display_name AS "workspaceName", w.status IN ('closed', 'missing') AS "workspaceClosed",
    o.code AS "aboutCode", o.display_name AS "aboutName", o.status AS "aboutStatus",
    to_char(o.closed_on, 'YYYY-MM-DD') AS "aboutClosedOn"
  FROM presets p
  LEFT JOIN memberships m ON m.org_code = p.org_code AND m.user_id = $1 AND m.state = 'active'
  LEFT JOIN memberships a ON a.org_code = p.org_code AND a.user_id = p.owner_id AND a.state = 'active'
  LEFT JOIN users u ON u.id = p.owner_id
  LEFT JOIN organisations w ON w.code = p.org_code
  LEFT JOIN organisations o ON o.code = p.settings->>'org'
  WHERE p.deleted_at IS NULL AND (CASE WHEN p.org_code IS NULL THEN p.owner_id = $1 ELSE m.id IS NOT NULL END)`;

const row = z.object({
  id: z.string(),
  name: z.string(),
  tool: z.enum(slugs),
  toolVersion: z.number(),
  settings: z.unknown(),
  vintage: keptVintage.nullable().catch(null),
  headline: keptHeadline.catch([]),
  createdAt: z.date(),
  updatedAt: z.date(),
  mine: z.boolean().nullable(),
  mayEdit: z.boolean().nullable(),
  savedBy: z.string().nullable(),
  workspaceCode: z.string().nullable(),
  workspaceName: z.string().nullable(),
  workspaceClosed: z.boolean().nullable(),
  aboutCode: z.string().nullable(),
  aboutName: z.string().nullable(),
  aboutStatus: z.string().nullable(),
  aboutClosedOn: z.string().nullable(),
});

function preset(found: unknown): Preset {
  const {
    workspaceCode,
    workspaceName,
    workspaceClosed,
    aboutCode,
    aboutName,
    aboutStatus,
    aboutClosedOn,
    mine,
    mayEdit,
    settings,
    ...own
  } = row.parse(found);
  return {
    ...own,
    ...readKept(settings),
    mine: mine === true,
    mayEdit: mayEdit === true,
    workspace: workspaceCode
      ? { code: workspaceCode, name: workspaceName ?? workspaceCode, closed: workspaceClosed === true }
      : null,
    about: aboutCode
      ? { code: aboutCode, name: aboutName ?? aboutCode, status: aboutStatus ?? 'open', closedOn: aboutClosedOn }
      : null,
  };
}
