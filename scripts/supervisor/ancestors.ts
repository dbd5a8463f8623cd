import { beginningOf, isAlive, parentOf } from '@/lib/platform/embedded/processes';

/** Calls back when npm, or one of the shells between it and this process, has been killed. */
export function whenNpmDies(callback: () => void) {
  // Without npm nothing has to live on above: a server may be left running on purpose.
  if (!process.env.npm_lifecycle_event) return;
  // The shell of the script, and npm.
  const chain = ancestors(process.pid, 2).map(pid => ({ pid, began: beginningOf(pid) }));
  const watch = setInterval(() => {
    if (chain.every(({ pid, began }) => isAlive(pid) && beginningOf(pid) === began)) return;
    clearInterval(watch);
    callback();
  }, 500);
  watch.unref();
}

function ancestors(pid: number, steps: number): number[] {
  const parent = parentOf(pid);
  return steps === 0 || parent <= 1 ? [] : [parent, ...ancestors(parent, steps - 1)];
}
