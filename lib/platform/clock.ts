import { readFileSync } from 'node:fs';
import { env } from './env';

/** The time, from here only. A test installation may run ahead by the milliseconds written in TEST_CLOCK_FILE. */
export function now(): Date {
  return new Date(Date.now() + ahead());
}

function ahead(): number {
  const file = env().TEST_CLOCK_FILE;
  if (!file) return 0;
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}
