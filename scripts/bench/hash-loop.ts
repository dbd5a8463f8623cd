import { type ChildProcess, fork } from 'node:child_process';
import type { Measure, Side } from './compare';

/** The least that a sign-in can cost: the hash alone, in a process that does nothing else, one per core at a time. */
export function hashLoop(): Side & { stop: () => Promise<void> } {
  let child: ChildProcess | undefined;
  return {
    name: 'argon2id hash',
    measure: seconds => {
      child ??= fork(new URL('./hash-worker.ts', import.meta.url));
      const worker = child;
      return new Promise<Measure>((resolve, reject) => {
        const gone = () => reject(new Error('The hash loop ended.'));
        worker.once('exit', gone).once('message', (report: { hashes: number; cpu: number }) => {
          worker.off('exit', gone);
          resolve({ rate: report.hashes / seconds, serverCpu: report.cpu / report.hashes, databaseCpu: 0 });
        });
        worker.send({ seconds });
      });
    },
    stop: async () => {
      if (child?.connected) child.disconnect();
    },
  };
}
