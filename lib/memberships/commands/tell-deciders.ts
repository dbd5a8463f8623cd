import 'server-only';
import { formatDate } from '@/lib/core/dates';
import type { Change } from '@/lib/platform/change';
import { findDecidingPcn } from '../queries/find-deciding-pcn';
import { type Colleague, type LockedOrganisation, listAdmins, listPlatformAdmins } from './load';

type News = 'new' | 'reminder' | 'nudge' | 'answer' | 'late';

type Request = {
  /** Names the event, so that nobody is told twice of it. */
  eventId: string;
  membershipId: string;
  organisation: LockedOrganisation;
  person: Colleague;
  claim: string | null;
  requestedAt: Date;
  /** The platform team is asked too by now. */
  escalated?: boolean;
};

/** Writes to those who can decide now: the organisation's admins, or the platform team where there is none. */
export async function tellDeciders(work: Change, news: News, request: Request, admins: Colleague[]): Promise<void> {
  const others = admins.filter(admin => admin.userId !== request.person.userId);
  const ownerless = others.length === 0;
  if (news !== 'late') await write(work, news, request, others, 'admin');
  const pcn = news === 'late' ? null : await findDecidingPcn(request.organisation.code, work.db);
  if (pcn) await write(work, news, request, await listAdmins(work.db, pcn.code), 'pcn', pcn.name);
  if (news === 'late' || ownerless || request.escalated) {
    await write(work, news, request, await listPlatformAdmins(work.db), 'platform');
  }
}

type Reader = 'admin' | 'pcn' | 'platform';

async function write(work: Change, news: News, request: Request, readers: Colleague[], as: Reader, pcn = '') {
  const platform = as === 'platform';
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
        path: platform
          ? `/admin/requests/${request.membershipId}/`
          : `/w/${request.organisation.code}/approvals/${request.membershipId}/`,
        platform,
        pcn,
      },
    });
  }
}
