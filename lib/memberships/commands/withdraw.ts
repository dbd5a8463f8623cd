import 'server-only';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Moved, type MoveRefusal, move } from './move';

/** Takes back one's own request. The deciders simply no longer see it. */
export function withdraw(viewer: Person, { id }: { id: string }): Promise<Result<Moved, MoveRefusal>> {
  return move(viewer, { operation: 'withdraw', id }, async () => {});
}
