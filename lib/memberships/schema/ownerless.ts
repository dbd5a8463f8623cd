import { z } from 'zod';
import { authoriser } from './requests';

/** Filters of the list of organisations without an admin, as they stand in the URL (S10). */
export const ownerlessFilters = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(['', 'practice', 'pcn']).catch('').default(''),
  after: z
    .string()
    .regex(/^[A-Z0-9]{0,10}$/)
    .catch('')
    .default(''),
});
export type OwnerlessFilters = z.infer<typeof ownerlessFilters>;

/** A first admin and who in the organisation stands for it (R16). */
export const firstAdmin = authoriser.extend({ id: z.uuid() });
