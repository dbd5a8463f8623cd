import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { askForFetch, askForUpload } from '@/lib/datasets/commands/ask-import';
import { setSource } from '@/lib/datasets/commands/refresh';
import { giveUpImport, runImport } from '@/lib/datasets/commands/run-import';
import { findImport, listImports } from '@/lib/datasets/queries/administration';
import { IMPORT_QUEUE } from '@/lib/datasets/schema';
import { db as client, pool } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { startJobs, stopJobs } from '@/lib/platform/jobs';
import { testDatabase } from '../support/database';
import { aPerson } from '../support/people';
import { file } from './files';
import { mapFile } from './published';
import { machine } from './register';

await testDatabase();
const register = { kind: 'register', now: machine.now, requestId: 'test' } as const;
const platform = await aPerson({ platformAdmin: true });
const within = { timeout: 60_000, interval: 200 };

// The real queue, which gives up after one further try.
const work = () =>
  startJobs(
    {
      [IMPORT_QUEUE]: { run: ({ importId }) => runImport(register, String(importId)), expireInSeconds: 60, retries: 1 },
    },
    ({ importId }) => giveUpImport(register, String(importId)),
  );
afterAll(stopJobs);

async function sent(name: string) {
  const content = mapFile('01Jul2026');
  const asked = await askForUpload(platform, { ...file(name, content), size: Buffer.byteLength(content) });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.id;
}

const stateBecomes = (id: string, state: string) =>
  vi.waitFor(async () => {
    const found = await findImport(platform, id);
    expect(found?.state).toBe(state);
    return found;
  }, within);

describe('an import that fails says so', { timeout: 180_000 }, () => {
  it('while another load runs: what stood in the way and when it is tried again, and then it goes on', async () => {
    const id = await sent('busy.csv');
    const other = await pool().connect();
    const began = new Date();
    try {
      await other.query('BEGIN');
      await other.query('SELECT pg_advisory_xact_lock(72707371)');
      await work();
      const found = await stateBecomes(id, 'again');
      expect(found?.refusal).toMatchObject({ refusal: 'busy' });
      const again = await vi.waitFor(async () => {
        const [listed] = await listImports(platform);
        expect(listed).toMatchObject({ id, state: 'again' });
        expect(listed?.again).toBeInstanceOf(Date);
        return listed?.again ?? began;
      }, within);
      expect(again.getTime()).toBeGreaterThan(began.getTime());
    } finally {
      await other.query('ROLLBACK');
      other.release();
    }
    expect(await stateBecomes(id, 'to-confirm')).toMatchObject({ refusal: null, again: null });
  });

  it('what no try can finish is said to be given up, and why', async () => {
    const id = await sent('lost.csv');
    const { fileKey } = await client().datasetImport.findUniqueOrThrow({ where: { id } });
    await rm(path.join(env().DATA_DIR, 'files', fileKey ?? 'none'));
    expect(await stateBecomes(id, 'again')).toMatchObject({ refusal: { refusal: 'our-side' } });
    expect(await stateBecomes(id, 'failed')).toMatchObject({ refusal: { refusal: 'our-side' }, again: null });
  });

  it('a source that does not answer is not asked again by itself, and its page says what it did', async () => {
    // Nobody listens on the discard port.
    await setSource(platform, 'successors', 'http://127.0.0.1:9/succ.csv');
    const asked = await askForFetch(platform, 'successors');
    if (!asked.ok) throw new Error(asked.refusal);
    const found = await stateBecomes(asked.value.id, 'failed');
    expect(found).toMatchObject({ refusal: { refusal: 'unreachable' }, again: null });
    expect(found?.refusal?.facts.reason).toEqual(expect.any(String));
  });
});
