// `npm run data:import -- FILE… [--dry-run] [--force]`: published files, recognised by content, in any order.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dayOfName } from '@/lib/datasets/rules/dates';
import { DATASETS } from '@/lib/datasets/schema';
import { onThisInstallation } from './data/installation';
import { progressLine, reportLines } from './data/report';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, force: { type: 'boolean', default: false } },
});

if (positionals.length === 0) {
  console.error('Name the files: npm run data:import -- FILE… [--dry-run] [--force]');
  process.exit(2);
}

await onThisInstallation(async actor => {
  const { importFile } = await import('@/lib/datasets/commands/import-file');
  let well = true;
  for (const file of await inOrder(positionals)) {
    const fileName = path.basename(file);
    const line = progressLine(fileName);
    const options = { dryRun: values['dry-run'], force: values.force, onProgress: line.show };
    const result = await importFile(actor, { path: file, fileName, ...options });
    line.end();
    for (const text of reportLines(fileName, result)) (result.ok ? console.log : console.error)(text);
    well &&= result.ok;
  }
  return well;
});

/** What builds on nothing first, older months before newer ones; files that are not known keep to the end. */
async function inOrder(files: string[]): Promise<string[]> {
  const { recogniseFile } = await import('@/lib/datasets/commands/recognise-file');
  const known = await Promise.all(
    files.map(async file => {
      const dataset = await recogniseFile(file);
      const place = dataset.ok ? DATASETS.indexOf(dataset.value) : DATASETS.length;
      return { file, place, day: dayOfName(path.basename(file)) ?? '' };
    }),
  );
  return known.sort((a, b) => a.place - b.place || (a.day < b.day ? -1 : 1)).map(({ file }) => file);
}
