import type { OperationTable } from '@/lib/core/operations';

/** Who looks after the public data. */
export const datasetOperations = {
  'see-datasets': { words: 'See where the data comes from', may: ['platform'] },
  'set-weekly': { words: 'Have it fetched every week', may: ['platform'] },
} as const satisfies OperationTable;
