import 'server-only';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './generated/prisma/client';
import { log } from './log';

type Database = { pool: Pool; prisma: PrismaClient };

/** A client inside a transaction of change(), or the plain one for reads. */
export type Db = Prisma.TransactionClient;

declare global {
  // One per process, kept through reloads in development.
  var haresignDatabase: Database | undefined;
}

function open(): Database {
  const { DATABASE_URL, DATABASE_POOL, DATABASE_PREPARED } = env();
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: start with `npm start`, or set it.');
  const pool = new Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL, idleTimeoutMillis: 60_000 });
  // An idle connection that the server closes (a restart of the database) is replaced at the next query.
  pool.on('error', error => log.warn({ reason: error.message }, 'database connection lost'));
  // One that is cut while it is in use fails the statement under way; without a listener it would end the process too.
  pool.on('connect', client => client.on('error', () => undefined));
  const adapter = new PrismaPg(
    pool,
    DATABASE_PREPARED ? { statementNameGenerator: ({ sql }) => statementName(sql) } : {},
  );
  return { pool, prisma: new PrismaClient({ adapter }) };
}

const names = new Map<string, string>();

// PostgreSQL plans a named statement once per connection; the name is a digest because it is cut at 63 bytes.
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `p${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
  if (names.size < 2000) names.set(sql, name);
  return name;
}

function database(): Database {
  globalThis.haresignDatabase ??= open();
  return globalThis.haresignDatabase;
}

export const db = (): PrismaClient => database().prisma;
export const pool = (): Pool => database().pool;

/** One named statement on the shared pool: for the few reads that every request makes. */
export async function query<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
  const named = env().DATABASE_PREPARED ? { name: statementName(sql), text: sql, values } : { text: sql, values };
  return (await pool().query<Row>(named)).rows;
}

/** Whether a statement failed because the database went away, and not because of what it said. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return LOST_CODES.test(code) || LOST_WORDS.test(error.message);
}

// Connection exceptions, shutdowns and crashes as PostgreSQL numbers them; what the network says; what pg says itself.
const LOST_CODES = /^(08...|57P0[123]|ECONN\w+|EPIPE|ETIMEDOUT)$/;
const LOST_WORDS =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/;

export async function closeDatabase(): Promise<void> {
  const open = globalThis.haresignDatabase;
  globalThis.haresignDatabase = undefined;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
