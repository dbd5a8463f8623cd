import { cpus } from 'node:os';
import { cpu, type Measure } from './compare';
import type { Case, Finding } from './finding';
import type { Options } from './options';

/** A case that ran, or why it did not. */
export type CaseResult = { of: Case; findings: Finding[]; failed?: string };

/** The whole report as Markdown: targets and verdicts, the runs behind them, remarks. */
export function report(results: CaseResult[], options: Options, minutes: number): string {
  return [heading(options, minutes), verdicts(results), details(results), remarks(results)]
    .filter(Boolean)
    .join('\n\n');
}

function heading({ users, timing }: Options, minutes: number): string {
  const { rounds, seconds, warmUp } = timing;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node.js ${process.versions.node}`;
  return `${users} people, ${rounds} rounds of ${seconds} s after ${warmUp} s of warm-up, 50 connections. ${machine}. It took ${minutes.toFixed(0)} minutes.`;
}

function verdicts(results: CaseResult[]): string {
  const rows = results.flatMap(({ of, findings, failed }) => {
    const found = findings.map(({ what, criteria }) => [
      `${of.number}`,
      `${of.title}: ${what}`,
      criteria.map(({ target }) => target).join(', '),
      criteria.map(({ measured }) => measured).join(', '),
      criteria.every(({ met }) => met) ? 'met' : '**missed**',
    ]);
    return failed ? [...found, [`${of.number}`, of.title, '', failed, '**not measured**']] : found;
  });
  return table(['#', 'what', 'target', 'measured', 'verdict'], rows);
}

function details(results: CaseResult[]): string {
  const rows = results.flatMap(({ of, findings }) =>
    findings.flatMap(({ what, runs }) => {
      if (!runs) return [];
      const { limit, ours, counted, refused } = runs.comparison;
      const rounds = refused ? `${counted} (${refused} disturbed)` : `${counted}`;
      return [
        [`${of.number}`, `limit: ${runs.limit}`, ...figures(limit), ''],
        [`${of.number}`, what, ...figures(ours), rounds],
      ];
    }),
  );
  if (rows.length === 0) return '';
  const columns = [
    '#',
    'run',
    'per second',
    'CPU ms each',
    'of that server + PostgreSQL',
    'p50 / p95 / p99 ms',
    'rounds',
  ];
  return table(columns, rows);
}

function figures(measure: Measure): string[] {
  const { rate, serverCpu, databaseCpu, latency } = measure;
  return [
    rate.toFixed(0),
    cpu(measure).toFixed(2),
    databaseCpu ? `${serverCpu.toFixed(2)} + ${databaseCpu.toFixed(2)}` : '',
    latency ? [latency.p50, latency.p95, latency.p99].map(value => value.toFixed(1)).join(' / ') : '',
  ];
}

function remarks(results: CaseResult[]): string {
  return results
    .flatMap(({ of, findings }) => findings.flatMap(({ remark }) => (remark ? [`- ${of.number}: ${remark}`] : [])))
    .join('\n');
}

const table = (columns: string[], rows: string[][]) =>
  [columns, columns.map(() => '---'), ...rows].map(cells => `| ${cells.map(inCell).join(' | ')} |`).join('\n');

const inCell = (cell: string) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ');
