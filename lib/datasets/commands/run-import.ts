import 'server-only';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { done, type Refused } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { change, type Change as Unit } from '@/lib/platform/change';
import { query } from '@/lib/platform/db';
import { download } from '@/lib/platform/download';
import { files } from '@/lib/platform/files';
import { Prisma } from '@/lib/platform/generated/prisma/client';
import { isLarge, mayBeForced } from '../rules/large';
import type { ImportRefusal, ImportReport, ImportState, Progress } from '../schema';
import { datasetNames } from '../words';
import { importFile, isPassing } from './import-file';

const TIMEOUT_MS = 180_000;

/** Another load holds the register, or the database went away: the queue tries this one again. */
class NotNow extends Error {
  constructor(readonly refused: Refused<ImportRefusal>) {
    super(refused.refusal);
  }
}

type Held = {
  id: string;
  source: string;
  dataset: string | null;
  state: ImportState;
  fileName: string;
  fileKey: string | null;
  etag: string | null;
  force: boolean;
  refusal: Change['refusal'] | null;
  askedBy: string | null;
  /** Of the dataset. */
  url: string | null;
  known: string | null;
};

/**
 * One step of an import that was asked for: fetch what has to be fetched, check it, and load it when it is confirmed or
 * changes little. A run that was cut off is run again and finds the same state: loading is one transaction.
 */
export async function runImport(actor: Machine, id: string): Promise<void> {
  const [held] = await query<Held>(HELD, [id]);
  if (!held || over.has(held.state)) return;
  const loads = held.state === 'confirmed' || held.state === 'loading';
  await put(id, actor, { state: loads ? 'loading' : 'checking' });
  try {
    if (loads) return await load(actor, held);
    const fetched = held.fileKey ? held : await fetchFile(actor, held);
    if (fetched) await check(actor, fetched);
  } catch (error) {
    await keepTrouble(id, error);
    throw error;
  }
}

/** The queue tries it again. Until then its page says what stood in the way; where not even that can be written, nothing. */
async function keepTrouble(id: string, error: unknown): Promise<void> {
  const trouble = error instanceof NotNow ? plain(error.refused) : { refusal: 'our-side', facts: {} };
  await query(
    `UPDATE dataset_imports SET refusal = $2::jsonb, stage = NULL, rows = 0 WHERE id = $1 AND state IN ('checking', 'loading')`,
    [id, JSON.stringify(trouble)],
  ).catch(() => undefined);
}

const over: ReadonlySet<string> = new Set(['to-confirm', 'loaded', 'unchanged', 'refused', 'failed', 'discarded']);

const HELD = `
  SELECT i.id, i.source, i.dataset_id AS dataset, i.state, i.file_name AS "fileName", i.file_key AS "fileKey", i.etag,
    i.force, i.refusal, i.asked_by_id AS "askedBy", d.source_url AS url, d.etag AS known
  FROM dataset_imports i LEFT JOIN datasets d ON d.id = i.dataset_id WHERE i.id = $1`;

/** Fetches from the source into the store; null when there is nothing new or nothing came, which is then written down. */
async function fetchFile(actor: Machine, held: Held): Promise<Held | null> {
  const got = await download({ url: held.url ?? '', etag: held.known, timeoutMs: TIMEOUT_MS });
  if (got.state === 'unchanged') await put(held.id, actor, { state: 'unchanged' });
  if (got.state === 'failed') {
    const refusal = { refusal: 'unreachable', facts: { reason: got.reason } };
    await put(held.id, actor, { state: 'failed', refusal });
  }
  if (got.state !== 'fetched') return null;
  try {
    const fileKey = `imports/${randomUUID()}`;
    const { size } = await stat(got.path);
    await files().put(fileKey, createReadStream(got.path), size);
    const { fileName, etag } = got;
    await put(held.id, actor, { fileKey, fileName, size, etag });
    return { ...held, fileKey, fileName, etag };
  } finally {
    await got.discard();
  }
}

async function check(actor: Machine, held: Held): Promise<void> {
  const result = await imported(actor, held, { dryRun: true });
  if (!result.ok) {
    if (mayBeForced(result.refusal)) return put(held.id, actor, { state: 'to-confirm', refusal: plain(result) });
    return end(actor, held, { state: 'refused', refusal: plain(result) });
  }
  const reports = result.value;
  if (reports.every(report => report.nothingChanged)) {
    await keepTag(held);
    return end(actor, held, { state: 'unchanged', reports });
  }
  // Somebody who sends a file stands before it and confirms; what the schedule fetches is looked at when it is large.
  if (held.source === 'upload' || isLarge(reports)) return put(held.id, actor, { state: 'to-confirm', reports });
  await put(held.id, actor, { state: 'loading', reports });
  return load(actor, held);
}

async function load(actor: Machine, held: Held): Promise<void> {
  const result = await imported(actor, held, { force: held.force });
  if (!result.ok) return end(actor, held, { state: 'refused', refusal: plain(result) });
  await keepTag(held);
  const nothing = result.value.every(report => report.nothingChanged);
  await end(actor, held, { state: nothing ? 'unchanged' : 'loaded', reports: result.value });
}

/** Brings the file from the store, which may be far away, and reads it. */
async function imported(actor: Machine, held: Held, options: { dryRun?: boolean; force?: boolean }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-'));
  try {
    const at = path.join(folder, 'file');
    await pipeline(await files().get(held.fileKey ?? ''), createWriteStream(at, { mode: 0o600 }));
    const { fileName, askedBy } = held;
    const onProgress = progressOf(held.id);
    const result = await importFile(actor, { path: at, fileName, askedBy, onProgress, ...options });
    if (!result.ok && isPassing(result.refusal)) throw new NotNow(result);
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Written beside the load's own transaction, so that its page can show it; a lost line is no loss. */
function progressOf(id: string): (progress: Progress) => void {
  let last = 0;
  return ({ stage, rows }) => {
    if (performance.now() - last < 300) return;
    last = performance.now();
    query('UPDATE dataset_imports SET stage = $2, rows = $3 WHERE id = $1', [id, stage, rows]).catch(() => undefined);
  };
}

type Change = {
  state?: ImportState;
  fileKey?: string | null;
  fileName?: string;
  size?: number;
  etag?: string | null;
  reports?: ImportReport[];
  refusal?: { refusal: string; facts: Record<string, string | number | null> };
};

async function put(id: string, actor: Machine, data: Change): Promise<void> {
  await change(actor, async ({ db, now, tell }) => {
    const values = { ...(data.state ? CLEAN : {}), ...data, changedAt: now };
    const { source, datasetId } = await db.datasetImport.update({ where: { id }, data: values });
    const news = source === 'schedule' && data.state ? newsOf[data.state] : undefined;
    if (news) await tellPlatform(tell, db, { id, news, dataset: datasetId ?? '' });
    return done(null);
  });
}

// Nobody stands before what the schedule brings.
const newsOf: Partial<Record<ImportState, 'to-confirm' | 'failed'>> = {
  'to-confirm': 'to-confirm',
  refused: 'failed',
  failed: 'failed',
};

type News = { id: string; news: 'to-confirm' | 'failed'; dataset: string };

async function tellPlatform(tell: Unit['tell'], db: Unit['db'], { id, news, dataset }: News): Promise<void> {
  const team = await db.user.findMany({
    where: { state: 'active', emailVerified: { not: null }, platformAdminSince: { not: null } },
    select: { id: true, email: true },
  });
  const name = Object.entries(datasetNames).find(([known]) => known === dataset)?.[1] ?? dataset;
  for (const { id: userId, email } of team) {
    if (!email) continue;
    const props = { news, dataset: name, path: `/admin/datasets/imports/${id}/` };
    await tell({ kind: 'data-waiting', key: `data-${news}:${id}:${userId}`, to: email, userId, props });
  }
}

// What a step begins without: how far the one before came, and what stood in its way.
const CLEAN = { stage: null, rows: 0, refusal: Prisma.DbNull };

/** The end of an import: its file is no longer needed. */
async function end(actor: Machine, held: Held, data: Change): Promise<void> {
  await put(held.id, actor, { ...data, fileKey: null });
  if (held.fileKey) await files().remove(held.fileKey);
}

// A refused file is fetched again next time: it may have been an error page with a tag of its own.
async function keepTag({ dataset, etag }: Held): Promise<void> {
  if (dataset && etag) await query('UPDATE datasets SET etag = $2 WHERE id = $1', [dataset, etag]);
}

const plain = ({ refusal, facts }: Refused<ImportRefusal>) => ({
  refusal,
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, fact instanceof Date ? fact.toISOString() : fact]),
  ),
});

/** No try could finish it: its page says so, and its file goes. */
export async function giveUpImport(actor: Machine, id: string): Promise<void> {
  const [held] = await query<Held>(HELD, [id]);
  if (!held || over.has(held.state)) return;
  await end(actor, held, { state: 'failed', ...(held.refusal ? { refusal: held.refusal } : {}) });
}
