import path from 'node:path';
import { parseArgs } from 'node:util';

export type Options = {
  /** Numbers of the cases to run; empty: all of them. */
  cases: number[];
  users: number;
  /** Folder of the published files for the import; the case is left out when it is not there. */
  data: string;
  /** PostgreSQL server to compare the embedded one with; otherwise a separate one is started. */
  external: string | undefined;
  /** Minutes of the memory soak; 0: none. */
  soak: number;
  timing: Timing;
};

export type Timing = { warmUp: number; seconds: number; rounds: number; mostRounds: number };

const full: Timing = { warmUp: 3, seconds: 5, rounds: 3, mostRounds: 6 };
// For work on the suite itself: its figures say nothing.
const quick: Timing = { warmUp: 2, seconds: 2, rounds: 1, mostRounds: 3 };

/** Reads the command line. Throws, with the usage, what a person can mend. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: 'string', default: '' },
      users: { type: 'string', default: '10000' },
      data: { type: 'string', default: '../shared/data' },
      external: { type: 'string' },
      soak: { type: 'string', default: '0' },
      quick: { type: 'boolean', default: false },
    },
  });
  return {
    cases: values.cases.split(',').filter(Boolean).map(whole('--cases')),
    users: whole('--users')(values.users),
    data: path.resolve(values.data),
    external: values.external,
    soak: whole('--soak')(values.soak),
    timing: values.quick ? quick : full,
  };
}

const whole = (name: string) => (text: string) => {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`${name}: "${text}" is not a whole number.\n${usage}`);
};

const usage =
  'npm run bench -- [--cases 1,5] [--users 10000] [--data FOLDER] [--external postgresql://…] [--soak MINUTES] [--quick]';
