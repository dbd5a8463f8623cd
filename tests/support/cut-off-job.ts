import { startJobs } from '@/lib/platform/jobs';

// A process of its own: begins the job and never ends it, so that a test can kill it in the middle.
await startJobs({
  'cut-off': {
    expireInSeconds: 3,
    run: () => {
      process.stdout.write('begun\n');
      return new Promise(() => {});
    },
  },
});
process.stdout.write('ready\n');
