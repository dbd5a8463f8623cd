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
    redact: { paths: secret.flatMap(field => [field, `*.${field}`]), censor: '[removed]' },
  },
  pino.destination({ dest: 2, sync: false }),
);
