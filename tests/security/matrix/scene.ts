import { randomUUID } from 'node:crypto';
import type { ActorName } from '@/lib/core/operations';
import { columnsOf, type Standing } from '@/lib/memberships/rules/machine';
import { db, query } from '@/lib/platform/db';
import { anOrganisation, aPerson } from '../../support/people';

const DAY = 86_400_000;

type Place = { code: string; pcn: { code: string } };
type Somebody = Awaited<ReturnType<typeof aPerson>>;

/** One practice with everybody who could want something of it, one request that waits, and one preset. */
export async function aPracticeWithEverybody({ code, pcn }: Place, elsewhere: { code: string }, now: Date) {
  const make = (unverified = false, platformAdmin = false) => aPerson({ now, unverified, platformAdmin });
  const people = {
    unverified: await make(true),
    stranger: await make(),
    pending: await make(),
    invited: await make(),
    member: await make(),
    admin: await make(),
    rejected: await make(),
    removed: await make(),
    'admin-elsewhere': await make(),
    'pcn-admin': await make(),
    'deciding-pcn': await make(),
    platform: await make(false, true),
  } satisfies Record<Exclude<ActorName, 'anonymous'>, Somebody>;
  const [otherAdmin, author] = [await make(), await make()];
  const stand = (person: Somebody, standing: Exclude<Standing, 'none'>, org = code) => row(person, org, standing, now);
  const memberships: Partial<Record<ActorName, string>> = {
    pending: await stand(people.pending, 'pending'),
    invited: await stand(people.invited, 'invited'),
    member: await stand(people.member, 'member'),
    admin: await stand(people.admin, 'admin'),
    rejected: await stand(people.rejected, 'rejected'),
    removed: await stand(people.removed, 'removed'),
  };
  await stand(people['admin-elsewhere'], 'admin', elsewhere.code);
  for (const admin of ['pcn-admin', 'deciding-pcn'] as const) await stand(people[admin], 'admin', pcn.code);
  await db().memberCheck.create({ data: { orgCode: code, openedAt: now } });
  return {
    code,
    pcn: pcn.code,
    people,
    author,
    request: memberships.pending ?? '',
    otherAdmin: await stand(otherAdmin, 'admin'),
    colleague: await stand(author, 'member'),
    preset: await aPreset(author, code),
    invitation: await anInvitation(people, code, memberships.invited),
    unanswered: await anUnansweredCheck(await make(), now),
    /** The membership that somebody would name as their own: theirs, or the admin's where they have none. */
    own: (actor: ActorName) => memberships[actor] ?? memberships.admin ?? '',
  };
}

export type Scene = Awaited<ReturnType<typeof aPracticeWithEverybody>>;

/** A membership as it would stand. What waits is late, and the clocks have said so; what ended did so long enough ago to ask again. */
async function row(person: Somebody, orgCode: string, standing: Exclude<Standing, 'none'>, now: Date) {
  const active = standing === 'member' || standing === 'admin';
  const since = active ? now : new Date(now.getTime() - 20 * DAY);
  const { id } = await db().membership.create({
    data: {
      reference: `R-${randomUUID().slice(0, 8)}`,
      userId: person.userId,
      orgCode,
      ...columnsOf(standing),
      stateSince: since,
      requestedAt: since,
      createdAt: since,
      ...(standing === 'pending' && { remindedAt: now, escalatedAt: now }),
    },
  });
  return id;
}

/**
 * A practice has one PCN, which decides or does not: it does while the admin tries whom it lets decide, and for nobody
 * else.
 */
export async function setTheStage({ code: orgCode, pcn: pcnCode, people }: Scene, actor: ActorName): Promise<void> {
  const word = { orgCode, pcnCode };
  await db().pcnDeciding.deleteMany({ where: word });
  if (actor === 'deciding-pcn') await db().pcnDeciding.create({ data: { ...word, since: people.admin.now } });
}

async function anInvitation(
  { admin, invited }: { admin: Somebody; invited: Somebody },
  orgCode: string,
  membershipId?: string,
) {
  const { id } = await db().invitation.create({
    data: {
      orgCode,
      address: invited.email,
      role: 'member',
      token: randomUUID(),
      invitedById: admin.userId,
      createdAt: admin.now,
      expires: new Date(admin.now.getTime() + 14 * DAY),
      membershipId,
    },
  });
  return id;
}

/** Another organisation, whose last admin did not answer the yearly check. */
async function anUnansweredCheck(last: Somebody, now: Date) {
  const { code: orgCode } = await anOrganisation();
  const membership = await row(last, orgCode, 'admin', now);
  await db().membership.update({
    where: { id: membership },
    data: { stateSince: new Date(now.getTime() - 400 * DAY) },
  });
  const check = { orgCode, openedAt: now, remindedAt: now, escalatedAt: now };
  const { id } = await db().memberCheck.create({ data: check });
  return { id, code: orgCode };
}

/** What the preset of a practice is called. */
export const keptName = (code: string) => `Kept for ${code}`;

async function aPreset({ userId: ownerId }: Somebody, orgCode: string) {
  const kept = { tool: 'practice-overview', toolVersion: 1, settings: { org: orgCode, period: '', compare: 'pcn' } };
  const { id } = await db().preset.create({
    data: { requestId: randomUUID(), ownerId, orgCode, name: keptName(orgCode), vintage: {}, ...kept },
  });
  return id;
}

/** All that an operation of the tables could have changed, as one value. */
export async function fingerprint({ code, people, author, unanswered }: Scene): Promise<string> {
  const ids = [...Object.values(people), author].map(({ userId }) => userId);
  const [found] = await query<{ all: string }>(
    `select md5(concat_ws('|',
      (select jsonb_agg(to_jsonb(m) - 'last_used_at' order by m.id) from memberships m where m.org_code in ($1, $4)),
      (select count(*) from membership_events e join memberships m on m.id = e.membership_id where m.org_code in ($1, $4)),
      (select jsonb_agg(to_jsonb(p) order by p.id) from presets p where p.org_code = $1),
      (select count(*) from request_notes n where n.author_id = any($2::uuid[])),
      (select count(*) from bulk_decisions b where b.actor_id = any($2::uuid[])),
      (select count(*) from saved_filters f where f.user_id = any($2::uuid[])),
      (select jsonb_agg(to_jsonb(i) order by i.id) from invitations i where i.org_code = $1),
      (select jsonb_agg(to_jsonb(c) order by c.id) from member_checks c where c.org_code in ($1, $4)),
      (select jsonb_agg(to_jsonb(d) order by d.id) from pcn_deciding d where d.org_code = $1),
      (select jsonb_agg(jsonb_build_array(u.id, u.state) order by u.id) from users u where u.id = any($2::uuid[])),
      (select count(*) from sessions s where s.user_id = $3::uuid),
      (select count(*) from audit a where a.action in ('workspace.switched', 'dataset.weekly-on', 'dataset.weekly-off')
        and a.actor_id = any($2::uuid[])))) as all`,
    [code, ids, author.userId, unanswered.code],
  );
  return found?.all ?? '';
}
