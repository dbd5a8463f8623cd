import type { OperationTable } from '@/lib/core/operations';

/** Who reads what was written down. */
export const auditOperations = {
  'read-activity': { words: 'Read the practice’s activity', may: ['admin'] },
  'read-platform-activity': { words: 'Read the platform’s activity', may: ['platform'] },
} as const satisfies OperationTable;
