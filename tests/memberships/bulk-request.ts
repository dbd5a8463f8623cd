import { randomUUID } from 'node:crypto';
import { startBulk } from '@/lib/memberships/commands/bulk';
import { findBulk } from '@/lib/memberships/queries/find-bulk';
import type { Bulk } from '@/lib/memberships/schema/queue-views';
import { db } from '@/lib/platform/db';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { asks } from './asking';

// What the tests of bulk decisions begin with.
export const DAY = 86_400_000;
export const LONG = 180_000;

export type Somebody = Awaited<ReturnType<typeof aPerson>>;
export type Request = { id: string; code: string; asker: Somebody; admin: Somebody | null };

/** A request of some organisation that nobody there has answered for two weeks: the platform team's to decide. */
export async function aLateRequest({
  ownerless = false,
  asker,
}: {
  ownerless?: boolean;
  asker?: Somebody;
} = {}): Promise<Request> {
  const { code } = await anOrganisation();
  const admin = ownerless ? null : await aPerson();
  if (admin) await joined(admin, code, 'admin');
  const person = asker ?? (await aPerson());
  return { id: (await asks(code, person)).id, code, asker: person, admin };
}

/** Somebody of the platform team, two weeks later. */
export const aStaff = async () => later(await aPerson({ platformAdmin: true }), 13 * DAY);

export async function laidOut(
  staff: Somebody,
  requests: readonly { id: string }[],
  wish: 'approve' | 'reject' = 'approve',
) {
  const requestId = randomUUID();
  const started = await startBulk(staff, { requestId, wish, ids: requests.map(({ id }) => id) });
  if (!started.ok) throw new Error(started.refusal);
  return read(staff, requestId);
}

export async function read(staff: Somebody, id: string): Promise<Bulk> {
  const bulk = await findBulk(staff, id);
  if (!bulk) throw new Error('there is no such bulk decision');
  return bulk;
}

export const all = (bulk: Bulk, choice: 'approve' | 'reject' | 'leave') =>
  bulk.items.map(({ id }) => [id, choice] as const);
export const stateOf = async (id: string) => (await db().membership.findUniqueOrThrow({ where: { id } })).state;
export const events = (id: string) =>
  db().membershipEvent.count({ where: { membershipId: id, operation: { in: ['approve', 'reject'] } } });
