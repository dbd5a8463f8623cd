import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { content } from './save-preset';
import { whatIsShown } from './what-is-shown';

type Changed = Promise<
  Result<{ id: string; name: string; tool: Tool }, 'not-found' | 'workspace-closed' | 'name-taken' | 'nothing-to-save'>
>;

/** Gives a preset another name. */
export function renamePreset(viewer: Person, { id, name }: { id: string; name: string }): Changed {
  return change(viewer, async tools => {
    const found = await mine(tools, viewer, id);
    if (!found.ok) return found;
    const preset = found.value;
    const { ownerId, orgCode, tool } = preset;
    const same = await tools.db.preset.findFirst({
      where: { ownerId, orgCode, tool, name, deletedAt: null, id: { not: id } },
      select: { id: true },
    });
    if (same) return refuse('name-taken', { name });
    await tools.db.preset.update({ where: { id }, data: { name } });
    await tools.note({ action: 'preset.renamed', subject: id, orgCode: orgCode ?? undefined });
    return done({ id, name, tool });
  });
}

/** Saves what its tool shows now under the same name. */
export async function updatePreset(viewer: Person, { id, settings }: { id: string; settings: string }): Changed {
  return change(viewer, async tools => {
    const found = await mine(tools, viewer, id);
    if (!found.ok) return found;
    const preset = found.value;
    const shown = await whatIsShown(preset.tool, settings);
    if (!shown) return refuse('nothing-to-save');
    await tools.db.preset.update({ where: { id }, data: content(shown, tools.now) });
    await tools.note({ action: 'preset.changed', subject: id, orgCode: preset.orgCode ?? undefined });
    return done({ id, name: preset.name, tool: preset.tool });
  });
}

/** Takes a preset away; it can be brought back while its row is kept. */
export const removePreset = (viewer: Person, id: string): Changed => mark(viewer, id, true);

export const restorePreset = (viewer: Person, id: string): Changed => mark(viewer, id, false);

function mark(viewer: Person, id: string, gone: boolean): Changed {
  return change(viewer, async tools => {
    const found = await mine(tools, viewer, id, !gone);
    if (!found.ok) return found;
    const preset = found.value;
    await tools.db.preset.update({ where: { id }, data: { deletedAt: gone ? tools.now : null } });
    await tools.note({
      action: gone ? 'preset.removed' : 'preset.restored',
      subject: id,
      orgCode: preset.orgCode ?? undefined,
    });
    return done({ id, name: preset.name, tool: preset.tool });
  });
}

// Its author, or an administrator of the workspace that keeps it, while both belong to it (R48). Locked, so that two
// changes follow each other. What a closed workspace keeps can be opened, but not changed.
async function mine(
  { db }: Change,
  viewer: Person,
  id: string,
  deleted = false,
): Promise<Result<Mine, 'not-found' | 'workspace-closed'>> {
  const [row] = await db.$queryRaw<(Mine & { closed: boolean })[]>`
    select p.name, p.tool, p.owner_id as "ownerId", p.org_code as "orgCode",
      coalesce(o.status in ('closed', 'missing'), false) as closed
    from presets p left join organisations o on o.code = p.org_code
    where p.id = ${id}::uuid and (p.deleted_at is not null) = ${deleted} and (
      (p.org_code is null and p.owner_id = ${viewer.userId}::uuid)
      or exists (
        select from memberships m where m.org_code = p.org_code and m.user_id = ${viewer.userId}::uuid
          and m.state = 'active' and (p.owner_id = m.user_id or m.role = 'admin')))
    for update of p`;
  if (!row) return refuse('not-found');
  const { closed, ...found } = row;
  return closed ? refuse('workspace-closed') : done(found);
}

type Mine = { name: string; tool: Tool; ownerId: string | null; orgCode: string | null };
type Tool = Parameters<typeof whatIsShown>[0];
