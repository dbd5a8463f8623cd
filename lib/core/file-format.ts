import { z } from 'zod';

/** As what a list can be taken away. */
export const fileFormat = z.enum(['csv', 'json']).catch('csv');
export type FileFormat = z.infer<typeof fileFormat>;
