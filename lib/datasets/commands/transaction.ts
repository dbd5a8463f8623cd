import type { PoolClient } from 'pg';
import type { AuditAction } from '@/lib/core/audit';
import type { Refused, Result } from '@/lib/core/result';
import { refuse } from '@/lib/core/result';
import type { Actor } from '@/lib/core/viewer';
import { isConnectionLost, pool } from '@/lib/platform/db';
import type { ImportRefusal } from '../schema';

// Any fixed number: two loads at once would judge the same register twice.
const LOADING = 7_270_7371;

class RolledBack<T> extends Error {
  constructor(readonly outcome: Result<T, ImportRefusal>) {
    super('rolled back');
  }
}

/** The tools of one load: the connection that holds its transaction, and the way to end it without a trace. */
export type Loading<T> = {
  client: PoolClient;
  /** Leaves everything as it was and answers this. */
  undo: (outcome: Result<T, ImportRefusal>) => never;
};

/**
 * One load is one transaction on a connection of its own: change() is made for short work through Prisma, a load moves
 * a hundred thousand rows (docs/decisions/0011). One at a time in all processes; a process that dies leaves nothing.
 */
export async function loading<T>(work: (tools: Loading<T>) => Promise<T>): Promise<Result<T, ImportRefusal>> {
  const client = await connected();
  if (!client) return refuse('database-lost');
  let broken: Error | undefined;
  let ending = false;
  try {
    await client.query('BEGIN');
    const lock = await client.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS got', [LOADING]);
    const undo = (outcome: Result<T, ImportRefusal>): never => {
      throw new RolledBack(outcome);
    };
    if (!lock.rows[0]?.got) undo(refuse('busy'));
    const value = await work({ client, undo });
    ending = true;
    await client.query('COMMIT');
    return { ok: true, value };
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost;
    });
    if (error instanceof RolledBack) return error.outcome;
    // Before its end a transaction that is cut off leaves nothing. At its end nobody said which way it went.
    if (isConnectionLost(error)) return refuse(ending ? 'end-unknown' : 'database-lost');
    throw error;
  } finally {
    client.release(broken);
  }
}

async function connected(): Promise<PoolClient | null> {
  try {
    return await pool().connect();
  } catch (error) {
    if (isConnectionLost(error)) return null;
    throw error;
  }
}

type Note = { action: AuditAction; subject?: string; personId?: string; data: object };

/** The audit row of a load, in its transaction. Identifiers only. */
export async function note(client: PoolClient, actor: Actor, { action, subject, personId, data }: Note): Promise<void> {
  const [kind, id] = actor.kind === 'person' ? ['user', actor.userId] : [actor.kind, null];
  await client.query(
    `INSERT INTO audit (at, action, actor_kind, actor_id, subject, person_id, data, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [actor.now, action, kind, id, subject ?? null, personId ?? null, JSON.stringify(data), actor.requestId],
  );
}

export type Refusing = Refused<ImportRefusal>;
