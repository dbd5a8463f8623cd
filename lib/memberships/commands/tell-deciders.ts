import 'server-only';
import { formatDate } from '@/lib/core/dates';
import type { Change } from '@/lib/platform/change';
import { type Colleague, type LockedOrganisation, listPlatformAdmins } from './load';

type Request = {
  /** Names the event, so that nobody is told twice of it. */
  eventId: string;
  membershipId: string;
  organisation: LockedOrganisation;
  person: Colleague;
  claim: string | null;
  requestedAt: Date;
};

/** Writes to those who can decide now: the organisation's admins, or the platform team where there is none. */
export async function tellDeciders(
  work: Change,
  news: 'new' | 'reminder' | 'late',
  request: Request,
  admins: Colleague[],
): Promise<void> {
  const others = admins.filter(admin => admin.userId !== request.person.userId);
  const platform = news === 'late' || others.length === 0;
  const readers = platform ? await listPlatformAdmins(work.db) : others;
  for (const reader of readers) {
    // Nobody decides their own request, so nobody is asked to (R06).
    if (reader.userId === request.person.userId) continue;
    await work.tell({
      kind: 'request-waiting',
      key: `request-${news}:${request.eventId}:${reader.userId}`,
      to: reader.email,
      userId: reader.userId,
      props: {
        news,
        person: request.person.name,
        claim: request.claim ?? '',
        asked: formatDate(request.requestedAt),
        organisation: request.organisation.name,
        code: request.organisation.code,
        path: platform ? `/admin/requests/${request.membershipId}/` : `/w/${request.organisation.code}/approvals/`,
        platform,
      },
    });
  }
}
