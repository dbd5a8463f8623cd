// Imports files in a process of its own, and says how long it took and how much memory it had at most.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { importFile } from '@/lib/datasets/commands/import-file';
import { closeDatabase, query } from '@/lib/platform/db';

/** Memory is resident bytes: before the first file, and the most there ever was. */
export type ImportDone = { seconds: number; idle: number; peak: number; rows: number; reports: number };

process.on('message', async ({ files }: { files: string[] }) => {
  const outcome = await importAll(files).catch((error: unknown) => ({ failed: String(error) }));
  await closeDatabase();
  process.send?.(outcome, () => process.exit(0));
});

async function importAll(files: string[]): Promise<ImportDone> {
  await query('select 1', []);
  const idle = process.memoryUsage.rss();
  const began = performance.now();
  let rows = 0;
  let reports = 0;
  for (const file of files) {
    const actor = { kind: 'system' as const, now: new Date(), requestId: randomUUID() };
    const onProgress = () => {
      reports += 1;
    };
    const result = await importFile(actor, { path: file, fileName: path.basename(file), onProgress });
    if (!result.ok) throw new Error(`${path.basename(file)} was refused: ${result.refusal}`);
    for (const report of result.value) rows += report.rows;
  }
  const seconds = (performance.now() - began) / 1000;
  // Linux counts it in kilobytes.
  return { seconds, idle, peak: process.resourceUsage().maxRSS * 1024, rows, reports };
}
