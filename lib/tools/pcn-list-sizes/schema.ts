import { z } from 'zod';
import { month, organisation } from '../rules/settings';

export const pcnListSizesSettings = z.object({
  org: organisation,
  period: month,
  compare: z
    .enum(['sub-icb', 'icb', 'england'], {
      message: 'The comparison must be sub-icb, icb or england. England is used.',
    })
    .default('england'),
});

export type PcnListSizesSettings = z.infer<typeof pcnListSizesSettings>;
