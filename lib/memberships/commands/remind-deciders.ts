import 'server-only';
import type { MailProps } from '@/emails/catalogue';
import { formatDate } from '@/lib/core/dates';
import { done } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { Prisma } from '@/lib/platform/generated/prisma/client';
import { letsDecide } from '../queries/find-deciding-pcn';
import { howToTell, NAMED_TOGETHER } from '../rules/reminders';
import { type Colleague, lockPerson } from './load';
import type { Moved } from './move';
import { type Decider, listDeciders, mailKey, type Request, tellDecider, waitingMail } from './tell-deciders';

type News = 'reminder' | 'late';

/**
 * Writes of a new request to those who can decide now, a few times a day at once. Who had their share, or waits already
 * for what came before, is told of it by `sendReminders`.
 */
export async function tellOfNew(work: Change, request: Request, admins: Colleague[]): Promise<void> {
  const deciders = await listDeciders(work.db, 'new', request, admins);
  const shares = await takeTurns(
    work,
    deciders.map(({ userId }) => userId),
  );
  const kept = new Set<string>();
  for (const decider of deciders) {
    const { keptFor = 0, mails = 0, together = false } = shares.get(decider.userId) ?? {};
    if (howToTell({ waiting: keptFor + 1, mails, together }) === 'singly')
      await tellDecider(work, 'new', request, decider);
    else kept.add(decider.userId);
  }
  await keep(
    work,
    request.eventId,
    deciders.filter(({ userId }) => kept.has(userId)),
  );
}

/** Keeps, with the event itself, who is to hear of it. `sendReminders` writes to them once everything is gathered. */
export async function keepReminders(work: Change, news: News, { eventId, membership, organisation, admins }: Moved) {
  await keep(work, eventId, await listDeciders(work.db, news, { organisation, person: membership.person }, admins));
}

async function keep(work: Change, eventId: string, deciders: Decider[]) {
  if (deciders.length === 0) return;
  await work.db.reminder.createMany({
    data: deciders.map(({ userId, of }) => ({ userId, eventId, asAdmin: of?.code ?? null })),
    skipDuplicates: true,
  });
}

/**
 * Writes to everybody for whom something is kept: of a few requests one by one, of more in one mail. Each row goes with
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
  news: News | 'new';
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
  /** The request waits still, they can still decide on it, and nothing later is to be told of it. */
  holds: boolean;
};

async function remind(work: Change, userId: string) {
  await lockPerson(work.db, userId);
  const gathered = await readDue(work, userId);
  const due = gathered.filter(({ holds }) => holds);
  const { mails = 0, together = false } = (await takeTurns(work, [userId])).get(userId) ?? {};
  const way = howToTell({ waiting: due.length, mails, together });
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
  select r.event_id as "eventId", case e.operation when 'request' then 'new' when 'escalate' then 'late' else 'reminder' end as news,
    r.as_admin as "of", a.display_name as "ofName", m.id as "membershipId", p.name as person, m.claim,
    coalesce(m.requested_at, e.at) as "requestedAt", o.code, o.display_name as organisation, coalesce(u.email, '') as email,
    e.position = max(e.position) over (partition by m.id) and m.state = 'pending' and u.state = 'active' and u.email_verified is not null
      and case when r.as_admin is null then u.platform_admin_since is not null else exists (
        select from memberships own where own.org_code = r.as_admin and own.user_id = u.id and own.role = 'admin')
        and (r.as_admin = m.org_code or ${letsDecide(AS_ADMIN, PRACTICE)}) end as holds
  from reminders r join users u on u.id = r.user_id join membership_events e on e.id = r.event_id
  join memberships m on m.id = e.membership_id join users p on p.id = m.user_id join organisations o on o.code = m.org_code
  left join organisations a on a.code = r.as_admin
  where r.user_id = ${userId}::uuid order by "requestedAt", m.id`;

type Share = { userId: string; keptFor: number; mails: number; together: boolean };

/**
 * Mails of this kind that each of them was sent within a day, and what is kept for them. From here on until the end of
 * the change nobody else counts for them, so that no two take the same turn. Nothing but mails is locked after it.
 */
async function takeTurns({ db: tx, now }: Change, userIds: string[]): Promise<Map<string, Share>> {
  const ids = [...new Set(userIds)].sort();
  if (ids.length === 0) return new Map();
  // In one order, so that no two wait for each other; the count is a statement of its own, to see what they wrote.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('requests:' || id, 0)) from unnest(${ids}::text[]) id`;
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const shares = await tx.$queryRaw<Share[]>`
    select u.id as "userId", (select count(*)::int from reminders where user_id = u.id) as "keptFor", sent.*
    from unnest(${ids}::uuid[]) u(id) cross join lateral (
      select count(*)::int as mails, coalesce(bool_or(kind = 'requests-waiting'), false) as together from mails
      where user_id = u.id and created_at > ${dayAgo}
        and (kind = 'requests-waiting' or kind = 'request-waiting' and event_key ~ '^request-(new|reminder|late):')) sent`;
  return new Map(shares.map(share => [share.userId, share]));
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
  const fresh = due.some(({ news }) => news === 'new');
  const one = due.every(({ code }) => code === first.code);
  const platform = first.of === null;
  return {
    late,
    fresh,
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
