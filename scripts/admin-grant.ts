// `npm run admin:grant -- ADDRESS`: makes a confirmed account a platform administrator, on the word of whoever runs the
// server.
import { emailAddress } from '@/lib/core/address';
import { onThisInstallation } from './data/installation';

const address = emailAddress.safeParse(process.argv[2] ?? '');
if (!address.success) {
  console.error('Name the address of the account: npm run admin:grant -- name@example.org');
  process.exit(2);
}

await onThisInstallation(async actor => {
  const { grantPlatformAdmin } = await import('@/lib/accounts/commands/platform-admin');
  const { grantWords } = await import('@/lib/accounts/words');
  const { say } = await import('@/lib/core/words');
  const result = await grantPlatformAdmin(actor, { email: address.data });
  if (result.ok) console.log(`${result.value.name} is a platform administrator now.`);
  else console.error(`${say(grantWords, result)} Nothing was changed.`);
  return result.ok;
});
