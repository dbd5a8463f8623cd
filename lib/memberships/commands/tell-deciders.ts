import 'server-only';
import type { MailProps } from '@/emails/catalogue';
import { formatDate } from '@/lib/core/dates';
import type { Change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { findDecidingPcn } from '../queries/find-deciding-pcn';
import { type Colleague, type LockedOrganisation, listAdmins, listPlatformAdmins } from './load';

type News = MailProps<'request-waiting'>['news'];
type Place = { code: string; name: string };

export type Request = {
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

export type Decider = {
  userId: string;
  email: string;
  /** As whose admin they decide: of the organisation or of its PCN; null for the platform team. */
  of: Place | null;
};

/** Writes at once to those who can decide now. */
export async function tellDeciders(work: Change, news: News, request: Request, admins: Colleague[]): Promise<void> {
  for (const decider of await listDeciders(work.db, news, request, admins)) {
    await tellDecider(work, news, request, decider);
  }
}

export async function tellDecider(work: Change, news: News, request: Request, { userId, email, of }: Decider) {
  const props = waitingMail(news, { ...request, person: request.person.name }, of);
  await work.tell({ kind: 'request-waiting', key: mailKey(news, request.eventId, userId), to: email, userId, props });
}

/** Who can decide now: the organisation's admins, those of a PCN that decides for it, the platform team where there is none. */
export async function listDeciders(
  db: Db,
  news: News,
  { organisation, person, escalated }: Pick<Request, 'organisation' | 'person' | 'escalated'>,
  admins: Colleague[],
): Promise<Decider[]> {
  // Nobody decides their own request, so nobody is asked to (R06).
  const others = (readers: Colleague[], of: Place | null): Decider[] =>
    readers.filter(({ userId }) => userId !== person.userId).map(({ userId, email }) => ({ userId, email, of }));
  const theirs = others(admins, organisation);
  const platform = news === 'late' || theirs.length === 0 || escalated;
  const team = platform ? others(await listPlatformAdmins(db), null) : [];
  if (news === 'late') return team;
  const pcn = await findDecidingPcn(organisation.code, db);
  return [...theirs, ...(pcn ? others(await listAdmins(db, pcn.code), pcn) : []), ...team];
}

export const mailKey = (news: News, eventId: string, userId: string) => `request-${news}:${eventId}:${userId}`;

type Waiting = Pick<Request, 'membershipId' | 'claim' | 'requestedAt'> & { person: string; organisation: Place };

/** The mail that one request waits, to somebody who decides as an admin of `of`, or for the platform team. */
export function waitingMail(news: News, request: Waiting, of: Place | null): MailProps<'request-waiting'> {
  const { membershipId, person, claim, requestedAt, organisation } = request;
  return {
    news,
    person,
    claim: claim ?? '',
    asked: formatDate(requestedAt),
    organisation: organisation.name,
    code: organisation.code,
    path: of ? `/w/${organisation.code}/approvals/${membershipId}/` : `/admin/requests/${membershipId}/`,
    platform: of === null,
    pcn: of && of.code !== organisation.code ? of.name : '',
  };
}
