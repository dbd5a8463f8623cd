import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { isClosed } from '@/lib/organisations/rules/status';
import { db } from '@/lib/platform/db';
import { askAgainFrom, mayAskAgain } from '../rules/asking';
import { nudgeFrom } from '../rules/deadlines';
import { standingOf } from '../rules/machine';
import type { OwnRequest } from '../schema/views';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The viewer's own request, or null: it is somebody else's, or there is none (R03). */
export async function findRequest(viewer: Person, id: string): Promise<OwnRequest | null> {
  if (!uuid.test(id)) return null;
  const row = await db().membership.findFirst({
    where: { id, userId: viewer.userId },
    select: {
      id: true,
      reference: true,
      state: true,
      role: true,
      stateSince: true,
      requestedAt: true,
      claim: true,
      message: true,
      refusals: true,
      escalatedAt: true,
      pausedAt: true,
      nudgedAt: true,
      organisation: {
        select: {
          code: true,
          displayName: true,
          kind: true,
          status: true,
          pcn: { select: { code: true, displayName: true } },
          memberships: { where: { role: 'admin', user: { state: 'active' } }, select: { id: true }, take: 1 },
        },
      },
      events: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          operation: true,
          at: true,
          actorAs: true,
          reason: true,
          message: true,
          role: true,
          undoneBy: { select: { id: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { organisation, state, role, stateSince, refusals, nudgedAt, events, ...rest } = row;
  const standing = standingOf({ state, role });
  const { pcn } = organisation;
  return {
    ...rest,
    // The reason of a decision that was taken back holds no more and is nobody's to read.
    events: events.map(({ undoneBy, ...event }) => (undoneBy ? { ...event, reason: null } : event)),
    code: organisation.code,
    name: organisation.displayName,
    kind: organisation.kind === 'pcn' ? 'pcn' : 'practice',
    pcn: pcn && { code: pcn.code, name: pcn.displayName },
    standing: standing === 'none' ? 'left' : standing,
    since: stateSince,
    hasAdmin: organisation.memberships.length > 0,
    closed: isClosed(organisation.status),
    nudgeFrom: rest.requestedAt && nudgeFrom(rest.requestedAt, nudgedAt),
    askAgainFrom: askAgainFrom(standing, stateSince),
    mayAskAgain: mayAskAgain(refusals),
  };
}
