import { cpus } from 'node:os';
import { hash as argonHash, verify as argonVerify } from '@node-rs/argon2';

// argon2id, OWASP's second recommended setting. Hashes run on the thread pool, so other requests go on meanwhile.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = Math.max(1, cpus().length);
const mostWaiting = 64;

/** Longer input is refused before it costs anything. */
const MAX_PASSWORD = 200;

/** All places are taken and the queue is full: the caller answers 429. */
export class TooBusy extends Error {}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooBusy('too many passwords are being checked');
    await new Promise<void>(resolve => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** One documented normalisation (NFKC), so that the same keys on another machine give the same password. */
const exact = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => inTurn(() => argonHash(exact(password), cost));

let decoy: Promise<string> | undefined;

/** True when the password fits. Costs the same when there is no account (`stored` null). */
export async function fits(stored: string | null, password: string): Promise<boolean> {
  if (password.length > MAX_PASSWORD) return false;
  decoy ??= argonHash('no account has this password', cost);
  const against = stored ?? (await decoy);
  const same = await inTurn(() => argonVerify(against, exact(password)).catch(() => false));
  return same && stored !== null;
}

/** The stored hash was made at another cost and should be made anew at this sign-in. */
export const isOutdated = (stored: string): boolean => !stored.startsWith('$argon2id$v=19$m=19456,t=2,p=1$');
