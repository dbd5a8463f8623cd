import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';

export type Count = { passed: number; failed: number };
export type Step = {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads the runner's own report; a step without one counts as one. */
  count?: () => Count;
};

/** Where every step leaves what it said, and the runners their reports. */
export const reports = 'test-results';

/** Runs a command, says in one line how it went, and shows the end of its output if it failed. */
export async function run({ name, command, env = {}, count }: Step): Promise<Count> {
  const began = performance.now();
  const log = path.join(reports, `${name.replaceAll(' ', '-')}.log`);
  const status = await execute(command, env, log);
  const counted = status === 0 ? undefined : tail(log);
  const result = count ? countOrNothing(count) : { passed: 0, failed: 0 };
  // A runner that ended badly without a failed test has failed itself.
  if (status !== 0 && result.failed === 0) result.failed = 1;
  if (!count && status === 0) result.passed = 1;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const mark = status === 0 ? '✓' : '✗';
  console.log(`${mark} ${name} ${seconds} s${count ? ` (${result.passed} passed, ${result.failed} failed)` : ''}`);
  if (counted) console.log(`${counted}\n  all of it: ${log}`);
  return result;
}

export const add = (counts: Count[]) =>
  counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });

export const readReport = (file: string): unknown => JSON.parse(readFileSync(path.join(reports, file), 'utf8'));

function execute([program = '', ...args]: string[], env: Record<string, string>, log: string) {
  const output = createWriteStream(log);
  return new Promise<number>(resolve => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.once('error', error => output.write(String(error)));
    child.once('close', status => output.end(() => resolve(status ?? 1)));
  });
}

const tail = (log: string) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-60).join('\n');

function countOrNothing(count: () => Count) {
  try {
    return count();
  } catch {
    return { passed: 0, failed: 1 };
  }
}
