import 'server-only';
import { type Job, startJobs } from '@/lib/platform/jobs';
import { deliver, giveUp } from '@/lib/platform/mailer';

/** Every job of the product, by its queue. */
const jobs: Record<string, Job> = {
  mail: {
    run: async ({ mailId }) => deliver(String(mailId)),
    expireInSeconds: 60,
    atOnce: 2,
  },
};

export const startWork = (): Promise<void> =>
  startJobs(jobs, async ({ mailId }) => {
    if (typeof mailId === 'string') await giveUp(mailId);
  });
