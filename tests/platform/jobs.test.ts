import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { done, refuse } from '@/lib/core/result';
import { change } from '@/lib/platform/change';
import { startJobs, stopJobs } from '@/lib/platform/jobs';
import { testDatabase } from '../support/database';
import { system } from '../support/people';

await testDatabase();
afterAll(stopJobs);

const root = path.resolve(import.meta.dirname, '../..');

describe('jobs', () => {
  it('R62 a job cut off by kill -9 runs again by itself, in another process', async () => {
    const first = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'tests/support/cut-off-job.ts')], {
      cwd: root,
      env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.scripts.json' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(first.stdout, 'data');
    await change(system(), async ({ later }) => {
      await later('cut-off', { n: 1 });
      return done(null);
    });
    await once(first.stdout, 'data');
    first.kill('SIGKILL');
    await once(first, 'exit');

    const seen: unknown[] = [];
    await startJobs({ 'cut-off': { expireInSeconds: 3, run: async data => void seen.push(data) } });
    await vi.waitFor(() => expect(seen).toEqual([{ n: 1 }]), { timeout: 120_000, interval: 250 });
    await stopJobs();
  }, 150_000);

  it('R62 a job exists when its change commits, and not when it is refused; each runs once with two workers', async () => {
    const ran: unknown[] = [];
    const work = { counted: { expireInSeconds: 30, atOnce: 2, run: async (data: object) => void ran.push(data) } };
    await startJobs(work);
    await change(system(), async ({ later }) => {
      await later('counted', { refused: true });
      return refuse('no');
    });
    for (let n = 0; n < 10; n += 1) {
      await change(system(), async ({ later }) => {
        await later('counted', { n });
        return done(null);
      });
    }
    await vi.waitFor(() => expect(ran).toHaveLength(10), { timeout: 20_000, interval: 100 });
    expect(new Set(ran.map(data => JSON.stringify(data))).size).toBe(10);
    expect(JSON.stringify(ran)).not.toContain('refused');
  }, 60_000);
});
