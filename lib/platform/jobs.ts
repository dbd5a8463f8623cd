import 'server-only';
import PgBoss from 'pg-boss';
import { type Db, query } from './db';
import { env } from './env';
import { log } from './log';

/** What a queue does, how long one run may honestly take, and when it starts by itself. */
export type Job = {
  run: (data: Record<string, unknown>) => Promise<void>;
  /** A run cut off by a crash is started again after this time. */
  expireInSeconds: number;
  retries?: number;
  /** Five fields, Europe/London. Runs once over all processes. */
  cron?: string;
  atOnce?: number;
};

declare global {
  var haresignJobs: Promise<PgBoss> | undefined;
}

// One queue engine a process: it sends, and where jobs run it also works and keeps house.
function engine(): Promise<PgBoss> {
  if (globalThis.haresignJobs) return globalThis.haresignJobs;
  const opening = open(false);
  globalThis.haresignJobs = opening;
  opening.catch(() => forget(opening));
  return opening;
}

// A queue that could not be opened is tried again by whoever needs it next.
function forget(failed: Promise<PgBoss>): void {
  if (globalThis.haresignJobs === failed) globalThis.haresignJobs = undefined;
}

async function open(works: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: works ? 4 : 1,
    supervise: works,
    schedule: works,
    maintenanceIntervalSeconds: 10,
    application_name: 'haresign-jobs',
  });
  boss.on('error', error => log.warn({ reason: error.message }, 'job queue'));
  await boss.start();
  return boss;
}

const deadLetters = 'dead-letters';
const made = new Set<string>();

const ordinary = { expireInSeconds: 60, retryLimit: 8 };

async function ensureQueue(boss: PgBoss, name: string, longest: { expireInSeconds: number; retryLimit: number }) {
  if (made.has(name)) return;
  // Letters go with most changes. A transaction that has used one queue does not see another that was made meanwhile, so
  // theirs is there before any.
  if (name !== 'mail') await ensureQueue(boss, 'mail', ordinary);
  const options = { ...longest, retryDelay: 5, retryBackoff: true, deadLetter: deadLetters };
  if (!(await boss.getQueue(deadLetters))) await boss.createQueue(deadLetters).catch(ignoreTwin);
  if (!(await boss.getQueue(name))) await boss.createQueue(name, { name, ...options }).catch(ignoreTwin);
  if (longest !== ordinary) await boss.updateQueue(name, { name, ...options });
  made.add(name);
}

// Another process made the queue at the same moment.
function ignoreTwin(error: unknown): void {
  if (!(error instanceof Error && /already exists|duplicate key/i.test(error.message))) throw error;
}

/** Adds a job inside the caller's transaction: it exists when, and only when, the transaction commits. */
export const enqueue = (db: Db, queue: string, data: Record<string, unknown>, startAfter?: Date): Promise<void> =>
  enqueueOn((text, values) => db.$queryRawUnsafe<unknown[]>(text, ...values), queue, data, startAfter);

type Execute = (text: string, values: unknown[]) => Promise<unknown[]>;

/** The same for a transaction on a connection of its own: `execute` runs a statement there and answers its rows. */
export async function enqueueOn(
  execute: Execute,
  queue: string,
  data: Record<string, unknown>,
  startAfter?: Date,
): Promise<void> {
  const boss = await engine();
  await ensureQueue(boss, queue, ordinary);
  const executeSql = async (text: string, values: unknown[]) => {
    const rows = await execute(text, values);
    return { rows, rowCount: rows.length };
  };
  await boss.send(queue, data, { startAfter, db: { executeSql } });
}

/** When jobs that wait for a further try are run, by what stands under `key` in their data. */
export async function nextTries(queue: string, key: string, values: string[]): Promise<Map<string, Date>> {
  const rows = await query<{ value: string; at: Date }>(
    `select data->>$2 as value, start_after as at from pgboss.job
     where name = $1 and state in ('created', 'retry') and data->>$2 = any($3::text[])`,
    [queue, key, values],
  );
  return new Map(rows.map(({ value, at }) => [value, at]));
}

/** Starts working on the given queues in this process. `gaveUp` hears of jobs that failed at their last try. */
export async function startJobs(
  jobs: Record<string, Job>,
  gaveUp: (data: Record<string, unknown>) => Promise<void> = async () => {},
): Promise<void> {
  const sender = globalThis.haresignJobs;
  const opening = open(true);
  globalThis.haresignJobs = opening;
  opening.catch(() => forget(opening));
  await (await sender)?.stop({ graceful: false });
  made.clear();
  const boss = await opening;
  for (const [name, job] of Object.entries(jobs)) {
    const longest = { expireInSeconds: job.expireInSeconds, retryLimit: job.retries ?? ordinary.retryLimit };
    await ensureQueue(boss, name, longest);
    const options = { pollingIntervalSeconds: 0.5, batchSize: (job.atOnce ?? 1) * 5 };
    await boss.work<Record<string, unknown>>(name, options, batch => runAll(boss, name, job, batch));
    if (job.cron) {
      const timing = { tz: 'Europe/London', retryLimit: job.retries ?? 3, expireInSeconds: job.expireInSeconds };
      await boss.schedule(name, job.cron, {}, timing);
    }
  }
  await boss.work<Record<string, unknown>>(deadLetters, async ([one]) => {
    log.error({ job: one?.id }, 'a job failed for good');
    await gaveUp(one?.data ?? {});
  });
}

// What was fetched together ends one by one: a job that fails is tried again without its neighbours.
async function runAll(boss: PgBoss, name: string, job: Job, batch: PgBoss.Job<Record<string, unknown>>[]) {
  const waiting = [...batch];
  const runOne = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { id, data } = one;
      const failure = await job.run(data ?? {}).then(
        () => null,
        error => ({ reason: error instanceof Error ? error.message : 'unknown' }),
      );
      await written(() => (failure ? boss.fail(name, id, failure) : boss.complete(name, id)));
    }
  };
  await Promise.all(Array.from({ length: job.atOnce ?? 1 }, runOne));
}

// The database may have gone away under the job, and come back in a moment. What cannot be written down for a minute is
// left to the queue, which runs the job again once its time is over.
async function written(write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (tries === 60) throw error;
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
}

/** Lets running jobs finish, then lets go of the queue. */
export async function stopJobs(): Promise<void> {
  const open = globalThis.haresignJobs;
  globalThis.haresignJobs = undefined;
  made.clear();
  if (open) await (await open).stop({ graceful: true, timeout: 20_000 });
}
