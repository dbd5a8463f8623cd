import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Actor, Machine } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { query } from '@/lib/platform/db';
import { download } from '@/lib/platform/download';
import { DATASETS, type DatasetId, type ImportRefusal, type ImportReport } from '../schema';
import { importFile } from './import-file';

export type Refreshed = { dataset: DatasetId; url: string } & (
  | { outcome: 'unchanged' }
  | { outcome: 'unreachable'; reason: string }
  | { outcome: 'imported'; result: Result<ImportReport[], ImportRefusal> }
);

const TIMEOUT_MS = 180_000;

/** Fetches every dataset that has a source, in the order in which they build on each other; an empty answer means none has. */
export async function refreshDatasets(actor: Machine, { force = false } = {}): Promise<Refreshed[]> {
  const sources = await query<Source>(
    'SELECT id AS dataset, source_url AS url, etag FROM datasets WHERE source_url IS NOT NULL ORDER BY array_position($1, id)',
    [DATASETS],
  );
  const refreshed: Refreshed[] = [];
  for (const source of sources) refreshed.push(await refresh(actor, source, force));
  return refreshed;
}

type Source = { dataset: DatasetId; url: string; etag: string | null };

async function refresh(actor: Machine, { dataset, url, etag }: Source, force: boolean): Promise<Refreshed> {
  const got = await download({ url, etag: force ? null : etag, timeoutMs: TIMEOUT_MS });
  if (got.state === 'unchanged') return { dataset, url, outcome: 'unchanged' };
  if (got.state === 'failed') return { dataset, url, outcome: 'unreachable', reason: got.reason };
  try {
    const result = await importFile(actor, { path: got.path, fileName: got.fileName, force });
    // A refused file is fetched again next time: it may have been an error page with a tag of its own.
    if (result.ok) await query('UPDATE datasets SET etag = $2 WHERE id = $1', [dataset, got.etag]);
    return { dataset, url, outcome: 'imported', result };
  } finally {
    await got.discard();
  }
}

/** Says where a dataset is fetched from, or that it is not; publishers move their files, so operators set it. */
export function setSource(
  actor: Actor,
  dataset: DatasetId,
  url: string,
): Promise<Result<null, 'not-a-web-address' | 'not-permitted'>> {
  return change(actor, async ({ db, note }) => {
    if (actor.kind === 'anonymous' || (actor.kind === 'person' && !actor.platformAdmin)) return refuse('not-permitted');
    if (url !== '' && !(URL.canParse(url) && /^https?:\/\//.test(url))) return refuse('not-a-web-address');
    const values = { sourceUrl: url || null, etag: null };
    await db.dataset.upsert({ where: { id: dataset }, create: { id: dataset, ...values }, update: values });
    await note({ action: url === '' ? 'dataset.source-removed' : 'dataset.source-set', subject: dataset });
    return done(null);
  });
}
