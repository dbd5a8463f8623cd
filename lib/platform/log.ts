import pino from 'pino';
import { env } from './env';

// Anything that could carry a secret or name a person is cut out, wherever a caller puts it.
const secret = ['password', 'token', 'code', 'cookie', 'authorization', 'email', 'address', 'to', 'name', 'key'];

/** The structured log: one JSON line per event, to standard error. Give it identifiers, never people. */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutPeople },
    redact: { paths: secret.flatMap(field => [field, `*.${field}`]), censor: '[removed]' },
  },
  pino.destination({ dest: 2, sync: false }),
);

/**
 * A fault for the log: what it is and where it happened. A database says what was in the row, and a library what it was
 * given, so of its words only the last line is kept, without anything that may name a person.
 */
export function withoutPeople(fault: unknown) {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const frames = (fault.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  const last = fault.message.trim().split('\n').at(-1) ?? '';
  return {
    type: fault.name,
    ...('code' in fault ? { code: String(fault.code) } : {}),
    message: last.replace(/\S+@\S+/g, '[address]').replace(/(["'`(]|=\()[^"'`()]*(["'`)])/g, '$1…$2'),
    stack: frames.slice(0, 20).join('\n'),
  };
}
