// Verifies passwords in a loop, as sign-ins do, and says how many it managed and how much CPU (ms) that took.
import { cpus } from 'node:os';
import { fits, hashPassword } from '@/lib/platform/passwords';

process.on('message', async ({ seconds }: { seconds: number }) => {
  const stored = await hashPassword('heather otter marmalade');
  const began = process.cpuUsage();
  const end = performance.now() + seconds * 1000;
  let hashes = 0;
  const loop = async () => {
    while (performance.now() < end) {
      await fits(stored, 'heather otter marmalade');
      hashes += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, cpus().length) }, loop));
  const { user, system } = process.cpuUsage(began);
  process.send?.({ hashes, cpu: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));
