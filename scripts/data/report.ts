import type { Result } from '@/lib/core/result';
import { say } from '@/lib/core/words';
import { mayBeForced } from '@/lib/datasets/rules/large';
import type { ImportRefusal, ImportReport, Progress } from '@/lib/datasets/schema';
import { datasetNames, differenceLines, importRefusals, stages } from '@/lib/datasets/words';

const number = (n: number) => n.toLocaleString('en-GB');
const day = (iso: string) => new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The outcome of one file in lines for a person. */
export function reportLines(fileName: string, result: Result<ImportReport[], ImportRefusal>): string[] {
  if (!result.ok) {
    const all = mayBeForced(result.refusal) ? ' To import it all the same, use --force.' : '';
    return [`${fileName}: refused`, `  ${say(importRefusals, result)}${all}`];
  }
  return result.value.flatMap(report => [
    `${fileName}: ${datasetNames[report.dataset]}, ${day(report.period)}, ${number(report.rows)} rows`,
    ...details(report).map(line => `  ${line}`),
  ]);
}

function details(report: ImportReport): string[] {
  const lines = differenceLines(report);
  if (report.nothingChanged) return lines;
  return [
    ...lines,
    `${report.dryRun ? 'Dry run, nothing was written. ' : ''}${(report.milliseconds / 1000).toFixed(1)} s`,
  ];
}

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
