import 'server-only';
import type { MailKind, MailProps } from '@/emails/catalogue';
import type { AuditAction } from '@/lib/core/audit';
import type { Refused, Result } from '@/lib/core/result';
import type { Actor } from '@/lib/core/viewer';
import { type Db, db, query } from './db';
import type { Prisma } from './generated/prisma/client';
import { enqueue } from './jobs';
import { seal } from './seal';

/** What the audit keeps: identifiers, never names or addresses. */
export type Note = {
  action: AuditAction;
  orgCode?: string;
  personId?: string;
  subject?: string;
  data?: Prisma.InputJsonObject;
};

/** One mail for one event: a second `tell` with the same key sends nothing. */
export type Letter<K extends MailKind> = {
  kind: K;
  key: string;
  to: string;
  userId?: string;
  props: MailProps<K>;
  /** Held back until then, so that an undone act sends none. */
  notBefore?: Date;
};

export type Change = {
  db: Db;
  now: Date;
  note: (note: Note) => Promise<void>;
  tell: <K extends MailKind>(letter: Letter<K>) => Promise<void>;
  /** The same work for a mail that there is nobody to send to, so that the time it takes tells nothing (R18). */
  tellNobody: (key: string) => Promise<void>;
  /** Withdraws the mail of an event that is taken back, if it has not left yet; false when it has, or is leaving now. */
  untell: (key: string) => Promise<boolean>;
  /** A job that exists when, and only when, this change commits. */
  later: (queue: string, data: Record<string, unknown>, startAfter?: Date) => Promise<void>;
};

/** The kind of a mail that was never written. */
export const NOBODY = 'nobody';

class RolledBack extends Error {
  constructor(readonly refused: Refused<string>) {
    super(refused.refusal);
  }
}

/**
 * The one unit of work: a transaction with its audit rows, mails and jobs. A refusal rolls all of it back, so a write
 * without its audit row, or a mail for a write that failed, cannot be written down.
 */
export async function change<T, R extends string>(
  actor: Actor,
  work: (change: Change) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  let refused: Refused<R> | undefined;
  try {
    return await db().$transaction(
      async tx => {
        const result = await work(tools(tx, actor));
        if (result.ok) return result;
        refused = result;
        throw new RolledBack(result);
      },
      { maxWait: 10_000, timeout: 20_000 },
    );
  } catch (error) {
    if (error instanceof RolledBack && refused) return refused;
    throw error;
  }
}

/**
 * A change that is one statement, audit row included, so that nothing has to begin or commit: for the few acts that are
 * done all day. `parts` are parts of a `with` whose last, `done`, has the columns of the note (org_code, person_id,
 * subject, data); $1 is the time and their own values begin at $6. Without a row in `done` nothing was changed.
 */
export async function changeAtOnce<Row extends object>(
  actor: Actor,
  action: string,
  { parts, values }: { parts: string; values: unknown[] },
): Promise<Row | null> {
  const { actorKind, actorId } = who(actor);
  const rows = await query<Row>(
    `with ${parts}, noted as (
      insert into audit (at, action, actor_kind, actor_id, request_id, org_code, person_id, subject, data)
      select $1::timestamptz, $2, $3, $4::uuid, $5, org_code, person_id, subject, data from done)
    select * from done`,
    [actor.now, action, actorKind, actorId, actor.requestId, ...values],
  );
  return rows[0] ?? null;
}

function tools(tx: Db, actor: Actor): Change {
  return {
    db: tx,
    now: actor.now,
    note: async note => {
      await tx.audit.create({ data: { ...who(actor), ...note, at: actor.now, requestId: actor.requestId } });
    },
    tell: async letter => {
      const mail = await tx.mail.createManyAndReturn({
        data: {
          eventKey: letter.key,
          kind: letter.kind,
          // Not left out: the same statement whether there is an account or not (R18).
          userId: letter.userId ?? null,
          sealed: seal({ to: letter.to, props: letter.props }),
          createdAt: actor.now,
        },
        skipDuplicates: true,
        select: { id: true },
      });
      if (mail[0]) await enqueue(tx, 'mail', { mailId: mail[0].id }, letter.notBefore);
    },
    tellNobody: async key => {
      const data = { eventKey: key, kind: NOBODY, createdAt: actor.now };
      const mail = await tx.mail.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
      // Its job finds nothing to send.
      if (mail[0]) await enqueue(tx, 'mail', { mailId: mail[0].id });
    },
    untell: async key => {
      // Whoever delivers it holds the row: it is skipped here, because that mail can no longer be stopped.
      const gone = await tx.$executeRaw`
        delete from mails where id in (
          select id from mails where event_key = ${key} and sent_at is null for update skip locked)`;
      return gone === 1;
    },
    later: (queue, data, startAfter) => enqueue(tx, queue, data, startAfter),
  };
}

function who(actor: Actor): { actorKind: string; actorId: string | null } {
  return actor.kind === 'person'
    ? { actorKind: 'user', actorId: actor.userId }
    : { actorKind: actor.kind, actorId: null };
}
