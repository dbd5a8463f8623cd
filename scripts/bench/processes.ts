// What the system says of processes: CPU time and memory of a process and all that it started (Linux, /proc).
import { readdirSync, readFileSync } from 'node:fs';

type Stat = { pid: number; parent: number; ticks: number };

// USER_HZ: fixed at 100 on every platform that Node.js runs on.
const millisecondsPerTick = 10;

/** CPU milliseconds that a process and its descendants have used, those that ended meanwhile included. */
export function cpuOf(root: number): number {
  return tree(root).reduce((sum, { ticks }) => sum + ticks, 0) * millisecondsPerTick;
}

/** Resident memory of a process and its descendants, in bytes. */
export function memoryOf(root: number): number {
  return tree(root).reduce((sum, { pid }) => sum + residentBytes(pid), 0);
}

function tree(root: number): Stat[] {
  const all = readdirSync('/proc').flatMap(name => {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    return stat ? [stat] : [];
  });
  const members = new Set([root]);
  // A child may be listed before its parent: repeated until nothing is added.
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  }
  return all.filter(({ pid }) => members.has(pid));
}

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    // Fields 14 to 17: user and system time, own and of children that have ended.
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    return { pid, parent: fields[1] ?? 0, ticks };
  } catch {
    // It ended while the list was read.
    return;
  }
}

function residentBytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return pages * 4096;
  } catch {
    return 0;
  }
}
