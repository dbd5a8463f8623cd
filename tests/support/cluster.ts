import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureDatabase, startCluster } from '@/lib/platform/embedded/cluster';
import { migrate } from '@/lib/platform/migrate';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test cluster, without a database. */
    cluster: string;
    /** A folder that is removed at the end of the run. */
    folder: string;
  }
}

export const template = 'template_migrated';

/** One PostgreSQL for the whole run; each test file copies the migrated template (tests/support/database.ts). */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-test-'));
  await chmod(folder, 0o711);
  const cluster = await startCluster({
    folder,
    settings: ['fsync=off', 'full_page_writes=off', 'max_connections=200'],
  });
  await ensureDatabase(cluster, template);
  await migrate(cluster.url(template));
  project.provide('cluster', cluster.url(''));
  project.provide('folder', folder);

  return async function teardown() {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
