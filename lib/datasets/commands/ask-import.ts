import 'server-only';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Actor, Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { files } from '@/lib/platform/files';
import { type DatasetId, IMPORT_QUEUE } from '../schema';

type Asked = Promise<Result<{ id: string }, 'not-permitted' | 'no-source' | 'under-way'>>;

/** Keeps a sent file and asks for it to be checked. Nothing is loaded before somebody has confirmed the difference. */
export async function askForUpload(viewer: Person, file: { path: string; fileName: string; size: number }): Asked {
  if (!viewer.platformAdmin) return refuse('not-permitted');
  const fileKey = `imports/${randomUUID()}`;
  await files().put(fileKey, createReadStream(file.path), file.size);
  const { fileName, size } = file;
  return ask(viewer, { source: 'upload', fileName, size, fileKey });
}

/** Asks for a dataset to be fetched from its source: loaded at once if little changes, else when confirmed. */
export function askForFetch(actor: Actor, datasetId: DatasetId): Asked {
  const mayAsk = actor.kind === 'clock' || (actor.kind === 'person' && actor.platformAdmin);
  if (!mayAsk) return Promise.resolve(refuse('not-permitted'));
  return ask(actor, { source: actor.kind === 'clock' ? 'schedule' : 'fetch', datasetId });
}

type Wanted = {
  source: 'upload' | 'fetch' | 'schedule';
  datasetId?: DatasetId;
  fileName?: string;
  size?: number;
  fileKey?: string;
};

function ask(actor: Actor, wanted: Wanted): Asked {
  return change(actor, async ({ db, now, note, later }) => {
    if (wanted.datasetId) {
      // Held, so that two presses ask once.
      const [dataset] = await db.$queryRaw<{ url: string | null }[]>`
        select source_url as url from datasets where id = ${wanted.datasetId} for update`;
      if (!dataset?.url) return refuse('no-source');
      const same = await db.datasetImport.count({
        where: { datasetId: wanted.datasetId, state: { in: [...underWay] } },
      });
      if (same > 0) return refuse('under-way');
    }
    const askedById = actor.kind === 'person' ? actor.userId : null;
    const { id } = await db.datasetImport.create({
      data: { ...wanted, state: 'waiting', askedById, askedAt: now, changedAt: now },
      select: { id: true },
    });
    await note({ action: 'dataset.import-asked', subject: id, data: { source: wanted.source } });
    await later(IMPORT_QUEUE, { importId: id });
    return done({ id });
  });
}

const underWay = ['waiting', 'checking', 'to-confirm', 'confirmed', 'loading'] as const;
