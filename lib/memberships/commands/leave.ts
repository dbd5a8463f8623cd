import 'server-only';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Moved, type MoveRefusal, move } from './move';

type Answer = Promise<Result<Moved, MoveRefusal>>;

/** Leaves an organisation. Its last administrator cannot. */
export const leave = (viewer: Person, { id }: { id: string }): Answer =>
  move(viewer, { operation: 'leave', id }, async () => {});

/** Goes on as a member. The last administrator cannot. */
export const stepDown = (viewer: Person, { id }: { id: string }): Answer =>
  move(viewer, { operation: 'step-down', id }, async () => {});
