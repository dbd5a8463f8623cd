import type { Operation } from './machine';

/** For so long a decision can be taken back (S7). */
export const UNDO_FOR = 10 * 60_000;
/** For so long its mail is held: most slips are seen at once, and nobody should wait longer to hear. */
const MAIL_HELD = 2 * 60_000;

const undoing = {
  approve: 'undo-approve',
  reject: 'undo-reject',
  remove: 'undo-remove',
} as const satisfies Partial<Record<Operation, Operation>>;

/** The operation that takes back what happened; undefined where there is no way back. */
export const undoOf = (operation: string): Operation | undefined =>
  Object.entries(undoing).find(([done]) => done === operation)?.[1];

const undoUntil = (at: Date): Date => new Date(at.getTime() + UNDO_FOR);

/** When the mail of a decision leaves. Taken back earlier, a decision sends none; later, one that says so. */
export const mailLeavesAt = (at: Date): Date => new Date(at.getTime() + MAIL_HELD);

/** Whoever decided may still take it back. */
export const mayUndo = (at: Date, now: Date): boolean => now < undoUntil(at);
