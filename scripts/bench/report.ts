import { cpus } from 'node:os';
import type { Measure } from './compare';
import type { Case, Finding } from './finding';
import type { Options } from './options';

/** A case that ran, or why it did not. */
export type CaseResult = { of: Case; findings: Finding[]; failed?: string };

/** The whole report as Markdown: one table of targets, verdicts and the runs behind them, and remarks. */
export function report(results: CaseResult[], options: Options, minutes: number): string {
  return [heading(options, minutes), verdicts(results), remarks(results)].filter(Boolean).join('\n\n');
}

function heading({ users, timing }: Options, minutes: number): string {
  const { rounds, seconds, warmUp } = timing;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node.js ${process.versions.node}`;
  return `${users} people, ${rounds} rounds of ${seconds} s after ${warmUp} s of warm-up, 50 connections. ${machine}. It took ${minutes.toFixed(0)} minutes.`;
}

const columns = [
  '#',
  'what',
  'target',
  'measured',
  'verdict',
  'per second',
  'CPU ms each',
  'p50 / p95 / p99 ms',
  'rounds',
];

/** In the columns of the runs first the product, then its limit. */
function verdicts(results: CaseResult[]): string {
  const rows = results.flatMap(({ of, findings, failed }) => {
    const found = findings.map(finding => [
      `${of.number}`,
      `${of.title}: ${finding.what}${finding.runs ? ` (limit: ${finding.runs.limit})` : ''}`,
      finding.criteria.map(({ target }) => target).join(', '),
      finding.criteria.map(({ measured }) => measured).join(', '),
      finding.criteria.every(({ met }) => met) ? 'met' : '**missed**',
      ...runs(finding),
    ]);
    return failed ? [...found, [`${of.number}`, of.title, '', failed, '**not measured**', '', '', '', '']] : found;
  });
  return table(columns, rows);
}

function runs({ runs }: Finding): string[] {
  if (!runs) return ['', '', '', ''];
  const { limit, ours, counted, refused } = runs.comparison;
  const [own, least] = [figures(ours), figures(limit)];
  const beside = own.map((figure, at) => [figure, least[at]].filter(Boolean).join(' beside '));
  return [...beside, refused ? `${counted} (${refused} disturbed)` : `${counted}`];
}

/** Rate, CPU and latency of a run; CPU of the server and PostgreSQL apart where both worked. */
function figures(measure: Measure): string[] {
  const { rate, serverCpu, databaseCpu, latency } = measure;
  return [
    rate.toFixed(0),
    databaseCpu ? `${serverCpu.toFixed(2)} + ${databaseCpu.toFixed(2)}` : serverCpu.toFixed(2),
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
