import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { files } from '@/lib/platform/files';
import { Prisma } from '@/lib/platform/generated/prisma/client';
import { IMPORT_QUEUE } from '../schema';

type Decided = Promise<Result<{ id: string }, 'not-found' | 'not-waiting' | 'tick-first'>>;

/** Loads a file whose difference somebody has looked at. What the checks held back needs a tick of its own. */
export function confirmImport(viewer: Person, { id, force }: { id: string; force: boolean }): Decided {
  return change(viewer, async ({ db, now, note, later }) => {
    const held = viewer.platformAdmin ? await db.datasetImport.findUnique({ where: { id } }) : null;
    if (!held) return refuse('not-found');
    if (held.state !== 'to-confirm') return refuse('not-waiting');
    if (held.refusal !== null && !force) return refuse('tick-first');
    const { count } = await db.datasetImport.updateMany({
      where: { id, state: 'to-confirm' },
      data: { state: 'confirmed', force: held.refusal !== null && force, refusal: Prisma.DbNull, changedAt: now },
    });
    if (count === 0) return refuse('not-waiting');
    await note({ action: 'dataset.import-confirmed', subject: id, data: { force } });
    await later(IMPORT_QUEUE, { importId: id });
    return done({ id });
  });
}

/** Lets a file go that waits for confirmation; nothing of it was loaded. */
export async function discardImport(viewer: Person, id: string): Decided {
  const discarded = await change(viewer, async ({ db, now, note }) => {
    const held = viewer.platformAdmin ? await db.datasetImport.findUnique({ where: { id } }) : null;
    if (!held) return refuse('not-found');
    const { count } = await db.datasetImport.updateMany({
      where: { id, state: 'to-confirm' },
      data: { state: 'discarded', changedAt: now, fileKey: null },
    });
    if (count === 0) return refuse('not-waiting');
    await note({ action: 'dataset.import-discarded', subject: id });
    return done({ id, fileKey: held.fileKey });
  });
  if (discarded.ok && discarded.value.fileKey) await files().remove(discarded.value.fileKey);
  return discarded.ok ? done({ id }) : discarded;
}
