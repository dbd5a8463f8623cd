import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process runs. A zombie (dead, not yet collected by its parent) does not. */
export function isAlive(pid: number) {
  return exists(pid) && statOf(pid)?.state !== 'Z';
}

/** A mark that tells a process from a later one with the same number: when it began. Empty where it cannot be known. */
export const beginningOf = (pid: number) => statOf(pid)?.began ?? ask(pid, 'lstart') ?? '';

/** The name of the program, or undefined where it cannot be known. */
export const programOf = (pid: number) => statOf(pid)?.program ?? ask(pid, 'comm')?.split('/').at(-1);

/** The process that started this one. */
export const parentOf = (pid: number) => statOf(pid)?.parent ?? Number(ask(pid, 'ppid') ?? 0);

function exists(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another account's process may not be signalled, but it exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

// Linux says it in /proc; elsewhere `ps` is asked.
function statOf(pid: number) {
  if (process.platform !== 'linux') return;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const rest = text.slice(end + 2).split(' ');
    return {
      program: text.slice(text.indexOf('(') + 1, end),
      state: rest[0],
      parent: Number(rest[1]),
      began: rest[19] ?? '',
    };
  } catch {
    return;
  }
}

function ask(pid: number, column: string) {
  if (process.platform === 'linux' || process.platform === 'win32') return;
  try {
    const answer = execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return answer.trim() || undefined;
  } catch {
    return;
  }
}
