import { mayAct, type Powers } from '@/lib/core/powers';
import type { MembershipRole } from '../schema/requests';
import type { Capacity, Operation } from './machine';

export type GuardRefusal = 'factor-needed' | 'not-fresh';

type Standing = { as: Capacity | null; operation: Operation; role?: MembershipRole; powers: Powers; fresh: boolean };

/** What an administrator lacks to act now: a second factor (R33), or to have confirmed who they are (R42). */
export function lackOf({ as, operation, role, powers, fresh }: Standing): GuardRefusal | null {
  if (as !== 'admin' && as !== 'pcn' && as !== 'platform') return null;
  if (!mayAct(powers)) return 'factor-needed';
  const makesAdmin = (operation === 'approve' || operation === 'invite') && role === 'admin';
  return (makesAdmin || changesRoles.has(operation)) && !fresh ? 'not-fresh' : null;
}

const changesRoles: ReadonlySet<Operation> = new Set(['promote', 'demote']);
