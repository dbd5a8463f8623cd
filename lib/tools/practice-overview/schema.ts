import { z } from 'zod';
import { month, organisation } from '../rules/settings';
import { AREAS } from '../schema';

export const practiceOverviewSettings = z.object({
  org: organisation,
  period: month,
  compare: z
    .enum(AREAS, {
      message: 'The comparison must be pcn, sub-icb, icb or england. England is used.',
    })
    .default('england'),
});

export type PracticeOverviewSettings = z.infer<typeof practiceOverviewSettings>;
