import type { Result } from '@/lib/core/result';
import { say } from '@/lib/core/words';
import type { ImportRefusal, ImportReport, KindCounts, Progress } from '@/lib/datasets/schema';
import { datasetNames, importRefusals, skipReasons, stages } from '@/lib/datasets/words';
import { kindPlurals } from '@/lib/organisations/words';

const number = (n: number) => n.toLocaleString('en-GB');
const day = (iso: string) => new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The outcome of one file in lines for a person. */
export function reportLines(fileName: string, result: Result<ImportReport[], ImportRefusal>): string[] {
  if (!result.ok) return [`${fileName}: refused`, `  ${say(importRefusals, result)}`];
  return result.value.flatMap(report => [
    `${fileName}: ${datasetNames[report.dataset]}, ${day(report.period)}, ${number(report.rows)} rows`,
    ...details(report).map(line => `  ${line}`),
  ]);
}

function details(report: ImportReport): string[] {
  const skipped = Object.entries(report.skipped).map(
    ([reason, count]) => `Left aside: ${number(count)} ${reasonWords(reason)}`,
  );
  if (report.nothingChanged) return ['Nothing changed: all of it is loaded already.', ...skipped];
  return [
    ...(report.replacedDemonstration ? ['The demonstration register was replaced.'] : []),
    ...counts('Added', report.added),
    ...counts('Changed', report.changed),
    ...counts('Closed or no longer listed', report.closed),
    ...(report.figuresAdded + report.figuresChanged > 0
      ? [
          `${report.dataset === 'pcn-members' ? 'Membership spells' : 'List sizes'}: ${number(report.figuresAdded)} added, ${number(report.figuresChanged)} changed`,
        ]
      : []),
    ...(report.patients === null ? [] : [`Patients in England: ${number(report.patients)}`]),
    ...skipped,
    `${report.dryRun ? 'Dry run, nothing was written. ' : ''}${(report.milliseconds / 1000).toFixed(1)} s`,
  ];
}

const reasonWords = (reason: string) => Object.entries(skipReasons).find(([known]) => known === reason)?.[1] ?? reason;

function counts(title: string, kinds: KindCounts): string[] {
  const parts = Object.entries(kindPlurals).flatMap(([kind, plural]) => {
    const count = Object.entries(kinds).find(([counted]) => counted === kind)?.[1];
    return count && kind !== 'country' ? [`${number(count)} ${count === 1 ? singular(plural) : plural}`] : [];
  });
  return parts.length > 0 ? [`${title}: ${parts.join(', ')}`] : [];
}

const singular = (plural: string) => plural.replace(/s$/, '');

/** Shows how far a file has come: one line that is rewritten on a terminal, one line per stage elsewhere. */
export function progressLine(fileName: string): { show: (progress: Progress) => void; end: () => void } {
  let last = '';
  return {
    show: ({ stage, rows }) => {
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${fileName}: ${stages[stage]}, ${number(rows)} rows`);
      else if (stage !== last) console.log(`${fileName}: ${stages[stage]}`);
      last = stage;
    },
    end: () => {
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
    },
  };
}
