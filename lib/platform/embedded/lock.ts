import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { beginningOf, isAlive } from './processes';

/** One process at a time; a lock left by a killed process is taken over. */
export async function exclusively<T>(file: string, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + patience;
  let release = await tryLock(file);
  while (!release) {
    if (Date.now() > end) throw new Error(`Another process holds ${file} and does not finish.`);
    await new Promise(resolve => setTimeout(resolve, 50));
    release = await tryLock(file);
  }
  try {
    return await work();
  } finally {
    await release();
  }
}

/** Takes the lock and returns how to release it; undefined while a living process has it. `note` is kept in the lock. */
export async function tryLock(file: string, note: object = {}) {
  const mine = `${file}.${process.pid}-${++counter}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, began: beginningOf(process.pid), ...note }), {
    mode: 0o600,
  });
  try {
    await clearStale(file, `${mine}-stale`);
    // A link comes into being whole, or not at all if there is one.
    await link(mine, file);
    return () => rm(file, { force: true });
  } catch {
    return undefined;
  } finally {
    await rm(mine, { force: true });
  }
}

/** What the living holder of the lock wrote into it. */
export async function holderOf(file: string) {
  return holderIn(await read(file));
}

const patience = 120_000;
let counter = 0;

const read = (file: string) => readFile(file, 'utf8').catch(() => '');

// Two processes may find the same stale lock. The slower one must not remove the lock that the faster one has taken
// meanwhile: what was moved away is looked at again, and put back if it is not what was seen.
async function clearStale(file: string, grave: string) {
  const seen = await read(file);
  if (!seen || holderIn(seen)) return;
  await rename(file, grave).catch(() => undefined);
  if ((await read(grave)) !== seen) await link(grave, file).catch(() => undefined);
  await rm(grave, { force: true });
}

function holderIn(text: string): Record<string, unknown> | undefined {
  try {
    const note: unknown = JSON.parse(text);
    if (typeof note !== 'object' || note === null || !('pid' in note) || !('began' in note)) return;
    const { pid, began } = note;
    if (typeof pid !== 'number' || !isAlive(pid) || beginningOf(pid) !== began) return;
    return { ...note };
  } catch {
    return;
  }
}
