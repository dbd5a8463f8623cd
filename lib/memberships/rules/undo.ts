import type { Operation } from './machine';

/** For so long what was done can be taken back (S7). */
export const UNDO_FOR = 10 * 60_000;
/**
 * The mail of a decision is held for as long as it can be undone, and half a minute more: whoever presses in the last
 * second still waits for the organisation's turn. What is undone in time is told to nobody.
 */
const MAIL_HELD = UNDO_FOR + 30_000;

const undoing = {
  approve: 'undo-approve',
  reject: 'undo-reject',
  remove: 'undo-remove',
  withdraw: 'undo-withdraw',
  leave: 'undo-leave',
} as const satisfies Partial<Record<Operation, Operation>>;

/** The operation that takes back what happened; undefined where there is no way back. */
export const undoOf = (operation: string): Operation | undefined =>
  Object.entries(undoing).find(([done]) => done === operation)?.[1];

const undoUntil = (at: Date): Date => new Date(at.getTime() + UNDO_FOR);

/** When the mail of a decision leaves: not before the decision stands. */
export const mailLeavesAt = (at: Date): Date => new Date(at.getTime() + MAIL_HELD);

/** Whoever did it may still take it back. */
export const mayUndo = (at: Date, now: Date): boolean => now < undoUntil(at);
