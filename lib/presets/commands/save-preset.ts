import 'server-only';
import { done, type Refused, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { isClosed } from '@/lib/organisations/rules/status';
import { type Change, change } from '@/lib/platform/change';
import { workspaceMark } from '@/lib/workspaces/rules';
import { NO_WORKSPACE } from '@/lib/workspaces/schema';
import { ONLY_ME } from '../rules';
import type { PresetInput, PresetRefusal } from '../schema';
import { type Shown, whatIsShown } from './what-is-shown';

/** Presets one person may keep, so that nobody fills the list by a script. */
const MOST = 500;

export type Saved = { id: string; name: string };

/**
 * Keeps what a tool shows under a name, for the viewer alone or in a workspace. The form names the workspace, the
 * membership row decides; a form that was made in another workspace than the one that is active now is asked again
 * (R45). The same requestId saves once.
 */
export async function savePreset(viewer: Person, input: PresetInput): Promise<Result<Saved, PresetRefusal>> {
  const stale = staleForm(viewer, input);
  if (stale) return stale;
  const shown = await whatIsShown(input.tool, input.settings);
  if (!shown) return refuse('nothing-to-save');
  return change(viewer, async tools => {
    const before = await tools.db.preset.findUnique({
      where: { requestId: input.requestId, ownerId: viewer.userId },
      select: { id: true, name: true },
    });
    if (before) return done(before);
    const place = await placeOf(tools, viewer, input.scope);
    if (!place.ok) return place;
    const same = await tools.db.preset.findFirst({
      where: { ...place.value, ownerId: viewer.userId, tool: input.tool, name: input.name, deletedAt: null },
      select: { id: true },
    });
    if (same && input.sameName === 'ask') return refuse('name-taken', { name: input.name });
    if (same && input.sameName === 'replace') return replace(tools, same.id, { input, shown, ...place.value });
    return create(tools, viewer, { input, shown, ...place.value });
  });
}

type Wanted = { input: PresetInput; shown: Shown; orgCode: string | null };

function staleForm(viewer: Person, { scope, expectedWs }: PresetInput): Refused<'wrong-workspace'> | null {
  if (scope === ONLY_ME || expectedWs === workspaceMark(viewer.workspace)) return null;
  return refuse('wrong-workspace', {
    opened: expectedWs === NO_WORKSPACE ? 'the public view' : expectedWs,
    now: viewer.workspace ? `${viewer.workspace.name} (${viewer.workspace.code})` : 'the public view',
  });
}

async function placeOf(
  { db }: Change,
  viewer: Person,
  scope: string,
): Promise<Result<{ orgCode: string | null }, 'not-a-member' | 'read-only'>> {
  if (scope === ONLY_ME) return done({ orgCode: null });
  const membership = await db.membership.findFirst({
    where: { userId: viewer.userId, orgCode: scope.toUpperCase(), state: 'active' },
    select: { orgCode: true, organisation: { select: { status: true } } },
  });
  if (!membership) return refuse('not-a-member');
  const { status } = membership.organisation;
  return isClosed(status) ? refuse('read-only') : done({ orgCode: membership.orgCode });
}

async function create({ db, now, note }: Change, viewer: Person, { input, shown, orgCode }: Wanted) {
  const kept = await db.preset.count({ where: { ownerId: viewer.userId, deletedAt: null } });
  if (kept >= MOST) return refuse('too-many', { most: MOST });
  const rows = await db.preset.createManyAndReturn({
    data: {
      requestId: input.requestId,
      ownerId: viewer.userId,
      orgCode,
      tool: input.tool,
      name: input.name,
      createdAt: now,
      ...content(shown, now),
    },
    // Two presses at once: the second waits for the first, and finds it.
    skipDuplicates: true,
    select: { id: true, name: true },
  });
  const made = rows[0];
  if (made) {
    await note({ action: 'preset.saved', subject: made.id, orgCode: orgCode ?? undefined });
    return done(made);
  }
  const other = await db.preset.findFirst({
    where: { requestId: input.requestId, ownerId: viewer.userId },
    select: { id: true, name: true },
  });
  return other ? done(other) : refuse('not-found');
}

async function replace({ db, now, note }: Change, id: string, { input, shown, orgCode }: Wanted) {
  await db.preset.update({ where: { id }, data: content(shown, now) });
  await note({ action: 'preset.replaced', subject: id, orgCode: orgCode ?? undefined });
  return done({ id, name: input.name });
}

/** The columns that what is shown fills. */
export const content = ({ tool, settings, vintage, headline }: Shown, now: Date) => ({
  toolVersion: tool.version,
  settings,
  vintage: vintage ?? {},
  headline,
  updatedAt: now,
});
