import 'server-only';
import type { MailProps } from '@/emails/catalogue';
import { formatDate } from '@/lib/core/dates';
import { done } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { Prisma } from '@/lib/platform/generated/prisma/client';
import { letsDecide } from '../queries/find-deciding-pcn';
import { howToRemind, NAMED_TOGETHER } from '../rules/reminders';
import { lockPerson } from './load';
import type { Moved } from './move';
import { listDeciders, mailKey, waitingMail } from './tell-deciders';

type News = 'reminder' | 'late';

/** Keeps, with the event itself, who is to hear of it. `sendReminders` writes to them once everything is gathered. */
export async function keepReminders(work: Change, news: News, { eventId, membership, organisation, admins }: Moved) {
  const deciders = await listDeciders(work.db, news, { organisation, person: membership.person }, admins);
  await work.db.reminder.createMany({
    data: deciders.map(({ userId, of }) => ({ userId, eventId, asAdmin: of?.code ?? null })),
    skipDuplicates: true,
  });
}

/**
 * Writes to everybody who is to be reminded: of a few requests one by one, of more in one mail. Each reminder goes with
 * the mail that tells it, in one transaction, so that it is told once in however many processes this runs.
 */
export async function sendReminders(machine: Machine): Promise<void> {
  const people = await db().reminder.findMany({
    distinct: ['userId'],
    select: { userId: true },
    orderBy: { userId: 'asc' },
  });
  for (const { userId } of people) await change(machine, work => remind(work, userId));
}

type Due = {
  eventId: string;
  news: News;
  /** As whose admin they decide; null for the platform team. */
  of: string | null;
  ofName: string | null;
  membershipId: string;
  person: string;
  claim: string | null;
  requestedAt: Date;
  code: string;
  organisation: string;
  email: string;
  /** The request waits still, and they can still decide on it. */
  holds: boolean;
};

async function remind(work: Change, userId: string) {
  await lockPerson(work.db, userId);
  const gathered = await readDue(work, userId);
  const due = gathered.filter(({ holds }) => holds);
  const way = howToRemind({ waiting: due.length, ...(await toldToday(work, userId)) });
  const told = way === 'later' ? gathered.filter(({ holds }) => !holds) : gathered;
  await work.db.reminder.deleteMany({ where: { userId, eventId: { in: told.map(({ eventId }) => eventId) } } });
  if (way === 'later') return done(null);
  for (const same of [due.filter(({ of }) => of === null), due.filter(({ of }) => of !== null)]) {
    if (way === 'together' && same.length > 1) await tellTogether(work, userId, same);
    else for (const one of same) await tellOne(work, userId, one);
  }
  return done(null);
}

const AS_ADMIN = Prisma.sql`r.as_admin`;
const PRACTICE = Prisma.sql`m.org_code`;

const readDue = ({ db: tx }: Change, userId: string): Promise<Due[]> => tx.$queryRaw`
  select r.event_id as "eventId", case e.operation when 'escalate' then 'late' else 'reminder' end as news,
    r.as_admin as "of", a.display_name as "ofName", m.id as "membershipId", p.name as person, m.claim,
    coalesce(m.requested_at, e.at) as "requestedAt", o.code, o.display_name as organisation, coalesce(u.email, '') as email,
    m.state = 'pending' and u.state = 'active' and u.email_verified is not null
      and case when r.as_admin is null then u.platform_admin_since is not null else exists (
        select from memberships own where own.org_code = r.as_admin and own.user_id = u.id and own.role = 'admin')
        and (r.as_admin = m.org_code or ${letsDecide(AS_ADMIN, PRACTICE)}) end as holds
  from reminders r join users u on u.id = r.user_id join membership_events e on e.id = r.event_id
  join memberships m on m.id = e.membership_id join users p on p.id = m.user_id join organisations o on o.code = m.org_code
  left join organisations a on a.code = r.as_admin
  where r.user_id = ${userId}::uuid order by "requestedAt", m.id`;

/** Mails of this kind that they were sent within a day. */
async function toldToday({ db: tx, now }: Change, userId: string): Promise<{ mails: number; together: boolean }> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const [row] = await tx.$queryRaw<{ mails: number; together: boolean }[]>`
    select count(*)::int as mails, coalesce(bool_or(kind = 'requests-waiting'), false) as together from mails
    where user_id = ${userId}::uuid and created_at > ${dayAgo}
      and (kind = 'requests-waiting' or kind = 'request-waiting' and event_key ~ '^request-(reminder|late):')`;
  return row ?? { mails: 0, together: false };
}

async function tellOne(work: Change, userId: string, { eventId, email, news, of, ofName, ...due }: Due) {
  const request = { ...due, organisation: { code: due.code, name: due.organisation } };
  const props = waitingMail(news, request, of === null ? null : { code: of, name: ofName ?? of });
  await work.tell({ kind: 'request-waiting', key: mailKey(news, eventId, userId), to: email, userId, props });
}

async function tellTogether(work: Change, userId: string, due: Due[]) {
  const [first] = due;
  if (!first) return;
  await work.tell({
    kind: 'requests-waiting',
    key: `requests-waiting:${first.eventId}:${userId}`,
    to: first.email,
    userId,
    props: together(first, due),
  });
}

function together(first: Due, due: Due[]): MailProps<'requests-waiting'> {
  const late = due.every(({ news }) => news === 'late');
  const one = due.every(({ code }) => code === first.code);
  const platform = first.of === null;
  return {
    late,
    platform,
    organisation: one ? first.organisation : '',
    total: due.length,
    requests: due.slice(0, NAMED_TOGETHER).map(({ person, claim, requestedAt, organisation, code }) => ({
      person,
      claim: claim ?? '',
      asked: formatDate(requestedAt),
      organisation,
      code,
    })),
    path: pathOf(platform, late, one ? first.code : null),
  };
}

/** Where all of them are found: the account page lists what waits at several organisations. */
function pathOf(platform: boolean, late: boolean, only: string | null): string {
  if (platform) return late ? '/admin/requests/?age=late' : '/admin/requests/';
  return only ? `/w/${only}/approvals/` : '/accounts/profile/';
}
