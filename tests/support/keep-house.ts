import { eraseClosedAccounts } from '@/lib/accounts/commands/erase-account';
import { removeOldExports } from '@/lib/accounts/commands/export';
import { keepHouse } from '@/lib/accounts/commands/keep-house';
import { removeDueFactors } from '@/lib/accounts/commands/remove-factors';
import { closeDatabase } from '@/lib/platform/db';

// A process of its own that keeps house at the moment it is given, and says what it did.
const clock = { kind: 'clock' as const, now: new Date(process.argv[2] ?? ''), requestId: 'test' };
const done = {
  ...(await keepHouse(clock)),
  exports: await removeOldExports(clock),
  erased: await eraseClosedAccounts(clock),
  factors: await removeDueFactors(clock),
};
console.log(JSON.stringify(done));
await closeDatabase();
process.exit(0);
