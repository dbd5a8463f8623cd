import { type OperationTable, signedIn } from '@/lib/core/operations';

/** What can be done with accounts: one's own, and other people's. */
export const accountOperations = {
  'open-account': { words: 'Open one’s own account page', may: signedIn },
  'list-people': { words: 'See all people', may: ['platform'] },
  'see-person': { words: 'See one person’s account', may: ['platform'] },
  disable: { words: 'Disable somebody’s account', may: ['platform'] },
  'end-sessions': { words: 'Sign somebody out everywhere', may: ['platform'] },
} as const satisfies OperationTable;
