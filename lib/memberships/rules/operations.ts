import type { OperationTable } from '@/lib/core/operations';

// The request that is spoken of has waited for longer than the practice was given, and the practice has two admins.

/** What can be done with requests and members of a practice, and by whom. The rulebook (decide.ts) decides each act. */
export const membershipOperations = {
  request: {
    words: 'Ask to join',
    may: ['stranger', 'rejected', 'removed', 'admin-elsewhere', 'pcn-admin', 'platform'],
  },
  'read-request': { words: 'Open the page of the waiting request', may: ['pending'] },
  withdraw: { words: 'Withdraw it', may: ['pending'] },
  'add-message': { words: 'Add a message to it', may: ['pending'] },
  nudge: { words: 'Have the deciders reminded of it', may: ['pending'] },
  'list-approvals': { words: 'See who asks to join', may: ['admin'] },
  approve: { words: 'Approve it as a member', may: ['admin', 'platform'] },
  'approve-as-admin': { words: 'Approve it as an admin', may: ['admin', 'platform'] },
  reject: { words: 'Reject it', may: ['admin', 'platform'] },
  'ask-for-more': { words: 'Ask the person for more', may: ['admin', 'platform'] },
  invite: { words: 'Invite somebody', may: ['admin'] },
  'list-members': { words: 'See who belongs to it', may: ['member', 'admin'] },
  'see-addresses': { words: 'See the members’ email addresses', may: ['admin'] },
  promote: { words: 'Make a member an admin', may: ['admin'] },
  demote: { words: 'Make another admin a member', may: ['admin'] },
  remove: { words: 'Remove a member', may: ['admin'] },
  leave: { words: 'Leave', may: ['member', 'admin'] },
  'step-down': { words: 'Stop being an admin', may: ['admin'] },
  'read-access': { words: 'Read and take away who has access and who decided it', may: ['admin'] },
  'check-members': { words: 'Answer the yearly check of the members', may: ['admin'] },
  'see-own-pcn': { words: 'See whether its PCN decides requests too', may: ['admin'] },
  'let-pcn-decide': { words: 'Let its PCN’s admins decide requests', may: ['admin'] },
  'list-practices': { words: 'See the practices of its PCN', may: ['pcn-admin'] },
  'see-unanswered-checks': { words: 'See the organisations that did not check their members', may: ['platform'] },
  'see-queue': { words: 'See the queue of all requests', may: ['platform'] },
  'see-queue-item': { words: 'See one request with its history', may: ['platform'] },
  take: { words: 'Look after a request', may: ['platform'] },
  note: { words: 'Write an internal note about it', may: ['platform'] },
  'start-bulk': { words: 'Lay several requests out to decide them together', may: ['platform'] },
} as const satisfies OperationTable;
