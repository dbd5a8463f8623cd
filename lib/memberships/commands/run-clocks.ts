import 'server-only';
import type { Machine } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import {
  decisionDue,
  ESCALATE_AFTER,
  EXPIRE_AFTER_DAYS,
  expiryDue,
  REMIND_AFTER,
  reminderDue,
} from '../rules/deadlines';
import type { Loaded } from './load';
import { type Moved, move } from './move';
import { keepReminders, sendReminders } from './remind-deciders';

const DAY = 86_400_000;
const BATCH = 200;

type Due = {
  operation: 'remind' | 'escalate' | 'expire';
  /** Nothing can be due before so many days: what the database looks for. */
  atLeastDays: number;
  due: (requestedAt: Date) => Date;
  /** Where the row says that it has happened, besides its state. */
  mark?: 'remindedAt' | 'escalatedAt';
  tell: (moved: Moved, work: Change) => Promise<void>;
};

/**
 * Reminds, escalates and expires requests whose time has come (R15). Each happens once, however often and in however
 * many processes this runs: the state of the row is part of each decision.
 */
export async function runClocks(machine: Machine): Promise<{ reminded: number; escalated: number; expired: number }> {
  const expired = await each(machine, expiry);
  const escalated = await each(machine, escalation);
  const reminded = await each(machine, reminder);
  // Nothing that is due now is left: also what another process has done is committed. So all of it is gathered.
  await sendReminders(machine);
  return { expired, escalated, reminded };
}

const reminder: Due = {
  operation: 'remind',
  atLeastDays: REMIND_AFTER,
  due: reminderDue,
  mark: 'remindedAt',
  tell: (moved, work) => keepReminders(work, 'reminder', moved),
};

const escalation: Due = {
  operation: 'escalate',
  atLeastDays: ESCALATE_AFTER,
  due: decisionDue,
  mark: 'escalatedAt',
  async tell(moved, work) {
    // Where there is no admin the platform team has had it from the first day.
    if (moved.admins.length > 0) await keepReminders(work, 'late', moved);
    await tellPerson(moved, work, 'request-late');
  },
};

const expiry: Due = {
  operation: 'expire',
  atLeastDays: EXPIRE_AFTER_DAYS,
  due: expiryDue,
  tell: (moved, work) => tellPerson(moved, work, 'request-expired'),
};

type Clocks = Pick<Loaded, 'requestedAt' | 'remindedAt' | 'escalatedAt' | 'pausedAt'>;

async function each(machine: Machine, { operation, atLeastDays, due, mark, tell }: Due): Promise<number> {
  const isDue = (row: Clocks) =>
    row.requestedAt !== null &&
    machine.now >= due(row.requestedAt) &&
    (!mark || (row[mark] === null && row.pausedAt === null));
  let moved = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db().membership.findMany({
      where: {
        state: 'pending',
        requestedAt: { lte: new Date(machine.now.getTime() - atLeastDays * DAY) },
        ...(mark ? { [mark]: null, pausedAt: null } : {}),
        id: { gt: after },
      },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true, requestedAt: true, remindedAt: true, escalatedAt: true, pausedAt: true },
    });
    for (const row of rows) {
      after = row.id;
      if (isDue(row) && (await move(machine, { operation, id: row.id, onlyIf: isDue }, tell)).ok) moved += 1;
    }
    if (rows.length < BATCH) return moved;
  }
}

async function tellPerson(moved: Moved, { tell }: Change, kind: 'request-late' | 'request-expired') {
  const { membership, organisation } = moved;
  await tell({
    kind,
    key: `${kind}:${moved.eventId}`,
    to: membership.person.email,
    userId: membership.person.userId,
    props: { organisation: organisation.name, code: organisation.code, id: membership.id },
  });
}
