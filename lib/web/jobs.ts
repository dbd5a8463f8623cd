import 'server-only';
import { randomUUID } from 'node:crypto';
import { eraseAccount, eraseClosedAccounts } from '@/lib/accounts/commands/erase-account';
import { giveUpExport, makeExport, removeOldExports } from '@/lib/accounts/commands/export';
import { keepHouse, keepOutbox } from '@/lib/accounts/commands/keep-house';
import { removeDueFactors, removeFactors } from '@/lib/accounts/commands/remove-factors';
import { warnAdmins } from '@/lib/accounts/commands/warn-admins';
import type { Machine } from '@/lib/core/viewer';
import { giveUpImport, runImport } from '@/lib/datasets/commands/run-import';
import { fetchWeekly } from '@/lib/datasets/commands/schedule';
import { FOLLOW_REGISTER, IMPORT_QUEUE, WEEKLY_QUEUE } from '@/lib/datasets/schema';
import { BULK_QUEUE, runBulkJob } from '@/lib/memberships/commands/bulk';
import { followRegister } from '@/lib/memberships/commands/follow-register';
import { lapseInvitations } from '@/lib/memberships/commands/lapse-invitations';
import { endPcnDeciding } from '@/lib/memberships/commands/let-pcn-decide';
import { refreshBankHolidays } from '@/lib/memberships/commands/refresh-bank-holidays';
import { runClocks } from '@/lib/memberships/commands/run-clocks';
import { runMemberChecks } from '@/lib/memberships/commands/run-member-checks';
import { now } from '@/lib/platform/clock';
import { type Job, startJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { deliver, giveUp } from '@/lib/platform/mailer';

const machine = (): Machine => ({ kind: 'clock', now: now(), requestId: randomUUID() });

/** Every job of the product, by its queue. */
const jobs: Record<string, Job> = {
  mail: {
    run: async ({ mailId }) => deliver(String(mailId)),
    expireInSeconds: 60,
    atOnce: 4,
  },
  'make-export': {
    run: async ({ exportId }) => makeExport(machine(), String(exportId)),
    expireInSeconds: 300,
    retries: 4,
  },
  'erase-account': {
    run: async ({ userId }) => {
      await eraseAccount(machine(), String(userId));
    },
    expireInSeconds: 120,
  },
  'remove-factors': {
    run: async ({ removalId }) => {
      await removeFactors(machine(), String(removalId));
    },
    expireInSeconds: 60,
  },
  'keep-house': {
    run: async () => {
      await keepHouse(machine());
      await keepOutbox(machine());
      await removeOldExports(machine());
      await eraseClosedAccounts(machine());
      await removeDueFactors(machine());
      await warnAdmins(machine());
    },
    expireInSeconds: 300,
    cron: '20 3 * * *',
  },
  [IMPORT_QUEUE]: {
    run: async ({ importId }) => {
      await runImport({ kind: 'register', now: now(), requestId: randomUUID() }, String(importId));
    },
    expireInSeconds: 900,
  },
  [WEEKLY_QUEUE]: {
    run: async () => {
      await fetchWeekly({ kind: 'clock', now: now(), requestId: randomUUID() });
    },
    expireInSeconds: 120,
    cron: '30 5 * * 1',
  },
  // Members hear what a load changed about their organisations. Enqueued by the load itself.
  [FOLLOW_REGISTER]: {
    run: async ({ loadId }) => {
      const register: Machine = { kind: 'register', now: now(), requestId: randomUUID() };
      await followRegister(register, String(loadId));
      await endPcnDeciding(register);
    },
    expireInSeconds: 600,
  },
  // The yearly check of who belongs. Once a day: its days are working days.
  'member-checks': {
    run: async () => {
      await runMemberChecks(machine());
    },
    expireInSeconds: 600,
    cron: '10 9 * * *',
  },
  // Reminders, escalations, the end of requests and of invitations. Every quarter of an hour, so that none comes much later than promised.
  'membership-clocks': {
    run: async () => {
      await runClocks(machine());
      await lapseInvitations(machine());
    },
    expireInSeconds: 600,
    cron: '*/15 * * * *',
  },
  [BULK_QUEUE]: {
    run: async ({ bulkId }) => runBulkJob(String(bulkId), { now: now(), requestId: randomUUID() }),
    expireInSeconds: 300,
  },
  'bank-holidays': {
    run: async () => {
      await refreshBankHolidays(machine());
    },
    expireInSeconds: 60,
    cron: '40 4 * * 1',
  },
};

/** Begins to work on the queues, and tries again while the database cannot be reached. */
export async function startWork(): Promise<void> {
  try {
    await startJobs(jobs, async ({ mailId, exportId, importId }) => {
      if (typeof mailId === 'string') await giveUp(mailId);
      if (typeof exportId === 'string') await giveUpExport(machine(), exportId);
      if (typeof importId === 'string') await giveUpImport(machine(), importId);
    });
  } catch (error) {
    log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'jobs do not start yet');
    setTimeout(startWork, 2000);
  }
}
