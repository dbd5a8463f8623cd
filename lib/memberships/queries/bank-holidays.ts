import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/platform/db';
import { listen } from '@/lib/platform/listen';
import { log } from '@/lib/platform/log';
import { knowBankHolidays } from '../rules/bank-holidays';

/** Where the published list is kept, and on which channel a new one is announced. */
export const BANK_HOLIDAYS = 'bank-holidays';

const kept = z.object({ days: z.array(z.iso.date()), etag: z.string().nullable(), url: z.string() });
export type KeptHolidays = z.infer<typeof kept>;

/** The list as it was fetched last; null where none was. */
export async function findBankHolidays(): Promise<KeptHolidays | null> {
  const row = await db().setting.findUnique({ where: { key: BANK_HOLIDAYS }, select: { value: true } });
  return kept.safeParse(row?.value).data ?? null;
}

const AGAIN_MS = 10 * 60_000;

/** Keeps this process's working days in step with the list: at once when it is announced, and every ten minutes. */
export function followBankHolidays(): void {
  listen(BANK_HOLIDAYS, renew);
  setInterval(renew, AGAIN_MS).unref();
  renew();
}

function renew(): void {
  findBankHolidays().then(
    found => knowBankHolidays(found?.days ?? null),
    // The list of before goes on counting.
    error =>
      log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'bank holidays could not be read'),
  );
}
