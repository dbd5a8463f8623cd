import 'server-only';
import type { Db } from './db';

/** One change at a time for an address, whether it has an account or not. Held until the transaction ends. */
export async function holdAddress(db: Db, address: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`address:${address}`}, 0))`;
}
