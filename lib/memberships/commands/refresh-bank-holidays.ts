import 'server-only';
import { open } from 'node:fs/promises';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { download } from '@/lib/platform/download';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { BANK_HOLIDAYS, findBankHolidays } from '../queries/bank-holidays';
import { knowBankHolidays } from '../rules/bank-holidays';
import { type HolidaysRefusal, readPublished } from '../rules/published-holidays';

type Refreshed = 'off' | 'unchanged' | 'loaded';
type Refusal = HolidaysRefusal | 'not-reached';

/**
 * Fetches England's bank holidays from where the government publishes them, if they have changed. What cannot be the list
 * is refused, and what is known already goes on counting: the list of the last time, or the embedded one.
 */
export async function refreshBankHolidays(actor: Machine): Promise<Result<Refreshed, Refusal>> {
  const url = env().BANK_HOLIDAYS_URL;
  if (url === 'off') return done('off');
  const known = await findBankHolidays();
  const answer = await download({ url, etag: known?.url === url ? known.etag : null, timeoutMs: 20_000 });
  if (answer.state === 'unchanged') return done('unchanged');
  if (answer.state === 'failed') return refused('not-reached', answer.reason);
  try {
    const list = readPublished(await beginningOf(answer.path), actor.now);
    if (!list.ok) return refused(list.refusal, String(list.facts.year ?? ''));
    const same = known !== null && list.value.join() === known.days.join();
    await keep(actor, { days: list.value, etag: answer.etag, url }, same);
    knowBankHolidays(list.value);
    return done(same ? 'unchanged' : 'loaded');
  } finally {
    await answer.discard();
  }
}

type List = { days: string[]; etag: string | null; url: string };

const keep = (actor: Machine, value: List, same: boolean) =>
  change<null, never>(actor, async ({ db, now, note }) => {
    const values = { value, updatedAt: now };
    await db.setting.upsert({
      where: { key: BANK_HOLIDAYS },
      create: { key: BANK_HOLIDAYS, ...values },
      update: values,
    });
    if (same) return done(null);
    await note({ action: 'bank-holidays.loaded', data: { days: value.days.length, until: value.days.at(-1) ?? '' } });
    // Heard when, and only when, this commits.
    await db.$executeRaw`select pg_notify(${BANK_HOLIDAYS}, '')`;
    return done(null);
  });

function refused(refusal: Refusal, reason: string): Result<never, Refusal> {
  log.warn({ refusal, reason }, 'bank holidays were not taken over');
  return refuse(refusal);
}

// The list has 20 kB. Whatever is longer than this is not it.
const MOST_BYTES = 1_000_000;

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(MOST_BYTES) });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
