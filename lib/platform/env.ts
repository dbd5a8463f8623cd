import path from 'node:path';
import { z } from 'zod';

// The only place that reads the environment. docs: README, "Settings".

const flag = z
  .enum(['0', '1', ''])
  .default('')
  .transform(value => value === '1');
const text = z.string().trim().min(1);

const shape = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: text.default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Switch off behind a connection pooler that does not keep prepared statements. */
  DATABASE_PREPARED: z
    .enum(['0', '1'])
    .default('1')
    .transform(value => value === '1'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Set by the start command when it runs the embedded database: a trial installation. */
  EMBEDDED: flag,
  AUTH_SECRET: text.optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text.optional(),
  RESEND_API_KEY: text.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.default('Haresign <no-reply@localhost>'),
  ALLOW_OUTBOX: flag,
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: text.optional(),
  S3_REGION: text.default('eu-west-2'),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  SITE_NAME: text.default('Haresign'),
  SITE_OPERATOR: text.default('the operator of this installation'),
  SITE_CONTACT: z.string().trim().default(''),
  SITE_NHS_PERMISSION: z.enum(['yes', '']).default(''),
  /** For so many days a closed account can be taken back; 0 erases it at once. */
  DELETION_GRACE_DAYS: z.coerce.number().int().min(0).max(30).default(7),
  /** Days an administrator may go without a second factor before their powers rest. 0: none. */
  ADMIN_FACTOR_GRACE_DAYS: z.coerce.number().int().min(0).max(3650).default(14),
  /** Where the government publishes England's bank holidays; "off" where the server reaches no other. */
  BANK_HOLIDAYS_URL: z
    .union([z.literal('off'), z.url({ protocol: /^https?$/ })])
    .default('https://www.gov.uk/bank-holidays.json'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Jobs run inside the server unless a process of their own does them. */
  JOBS: z.enum(['inside', 'elsewhere']).default('inside'),
  TEST_CLOCK_FILE: text.optional(),
});

type Raw = z.infer<typeof shape>;
export type Env = Raw & { APP_URL: string; AUTH_SECRET: string; secure: boolean; mail: 'resend' | 'smtp' | 'outbox' };

export type EnvReading = { ok: true; value: Env } | { ok: false; faults: string[] };

/** Reads and checks all settings at once, so that an operator sees every fault in one go. */
export function readEnv(source: Record<string, string | undefined>): EnvReading {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(set);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`) };
  }
  const raw = parsed.data;
  const faults = [...nameFaults(raw), ...productionFaults(raw)];
  if (faults.length > 0) return { ok: false, faults };
  const appUrl = (raw.APP_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, '');
  return {
    ok: true,
    value: {
      ...raw,
      DATA_DIR: path.resolve(raw.DATA_DIR),
      APP_URL: appUrl,
      AUTH_SECRET: raw.AUTH_SECRET ?? 'development-only',
      secure: appUrl.startsWith('https:'),
      mail: transport(raw),
    },
  };
}

function transport(raw: Raw): Env['mail'] {
  if (raw.RESEND_API_KEY) return 'resend';
  return raw.SMTP_URL ? 'smtp' : 'outbox';
}

// The letters are a trade mark; a product name may carry them with permission only.
function nameFaults(raw: Raw): string[] {
  return /\bnhs\b/i.test(raw.SITE_NAME) && raw.SITE_NHS_PERMISSION !== 'yes'
    ? ['SITE_NAME: must not contain "NHS" without permission (SITE_NHS_PERMISSION=yes states that you have it)']
    : [];
}

/** What a production start must not do without. The embedded default is a trial installation and is told so instead. */
function productionFaults(raw: Raw): string[] {
  if (raw.NODE_ENV !== 'production' || raw.EMBEDDED) return [];
  return [
    ...['APP_URL', 'DATABASE_URL', 'AUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'SITE_CONTACT'].flatMap(name =>
      raw[name as keyof Raw] ? [] : [`${name}: required in production`],
    ),
    ...(raw.SITE_OPERATOR === shape.shape.SITE_OPERATOR.parse(undefined)
      ? ['SITE_OPERATOR: required in production']
      : []),
    ...(raw.AUTH_SECRET && raw.AUTH_SECRET.length < 32 ? ['AUTH_SECRET: at least 32 characters'] : []),
    ...(raw.APP_URL && !raw.APP_URL.startsWith('https:') && !isLoopback(raw.APP_URL)
      ? ['APP_URL: must begin with https:// unless it is this machine']
      : []),
    ...(transport(raw) === 'outbox' && !raw.ALLOW_OUTBOX
      ? ['RESEND_API_KEY or SMTP_URL: required in production (ALLOW_OUTBOX=1 keeps mails in a folder instead)']
      : []),
    ...(raw.TEST_CLOCK_FILE ? ['TEST_CLOCK_FILE: only for tests'] : []),
  ];
}

function isLoopback(url: string): boolean {
  return /^(localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
}

let cached: Env | undefined;

/** The settings of this process. Throws with every fault when they cannot be used. */
export function env(): Env {
  if (cached) return cached;
  const reading = readEnv(process.env);
  if (!reading.ok) throw new Error(`These settings cannot be used:\n${reading.faults.join('\n')}`);
  cached = reading.value;
  return cached;
}
