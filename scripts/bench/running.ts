import type { ChildProcess } from 'node:child_process';
import { ask, get } from './ask';
import type { Target } from './load';

/** A started server, and how to stop it. */
export type Running = Target & { stop: () => Promise<void> };

/** Waits until a page is there. Rejects when the process ends or three minutes pass. */
export async function whenAnswering(origin: string, page: string, child: ChildProcess) {
  const end = Date.now() + 180_000;
  let said = 0;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`The server of ${origin} ended with status ${child.exitCode}.`);
    said = (await ask(origin, get(page))).status;
    if (said === 200) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error(`${page} did not answer 200 within three minutes (last: ${said || 'no answer'}).`);
}

/** Asks a process to stop and waits until it has. */
export function whenEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    const force = setTimeout(() => child.kill('SIGKILL'), 40_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
