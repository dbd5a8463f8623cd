// `npm run data:refresh [-- --force]`: fetches the datasets that have a source.
// `npm run data:refresh -- --source DATASET=URL`: says where one of them is published.
import { parseArgs } from 'node:util';
import { DATASETS } from '@/lib/datasets/schema';
import { datasetNames } from '@/lib/datasets/words';
import { onThisInstallation } from './data/installation';
import { reportLines } from './data/report';

const { values } = parseArgs({
  options: { force: { type: 'boolean', default: false }, source: { type: 'string', multiple: true, default: [] } },
});

await onThisInstallation(async actor => {
  const { refreshDatasets, setSource } = await import('@/lib/datasets/commands/refresh');
  for (const source of values.source) {
    const [id, ...url] = source.split('=');
    const dataset = DATASETS.find(known => known === id);
    const set = dataset ? await setSource(actor, dataset, url.join('=')) : null;
    if (!set?.ok) {
      console.error(`"${source}" is not DATASET=URL. Datasets: ${DATASETS.join(', ')}.`);
      return false;
    }
  }
  const refreshed = await refreshDatasets(actor, { force: values.force });
  if (refreshed.length === 0) {
    console.log('No dataset has a source, so nothing was fetched and nothing has changed. Set one with:');
    console.log('  npm run data:refresh -- --source practice-map=https://…');
    return true;
  }
  for (const each of refreshed) for (const line of lines(each)) console.log(line);
  return refreshed.every(each => each.outcome === 'unchanged' || (each.outcome === 'imported' && each.result.ok));

  function lines(each: (typeof refreshed)[number]): string[] {
    if (each.outcome === 'imported') return reportLines(each.url, each.result);
    const said =
      each.outcome === 'unchanged'
        ? 'unchanged since the last time'
        : `${each.reason}. The data loaded before is unchanged`;
    return [`${datasetNames[each.dataset]} (${each.url}): ${said}.`];
  }
});
