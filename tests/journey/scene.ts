import { randomUUID } from 'node:crypto';
import { startAuthenticator } from '@/lib/accounts/commands/authenticator';
import { issue } from '@/lib/accounts/commands/mailed-tokens';
import { done } from '@/lib/core/result';
import { invite } from '@/lib/memberships/commands/invite';
import { reject } from '@/lib/memberships/commands/reject';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { digest, randomToken } from '@/lib/platform/seal';
import { withApp } from '../accounts/factors';
import { aMember } from '../accounts/member';
import { freshAddress } from '../support/forms';
import { anOrganisation, anotherDevice, aPerson, guarded, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';
import { aClosedPractice, aLifeOfRequests } from './stories';

/** People and organisations that make every page say something: made once for the file that looks at the pages. */
export async function aScene() {
  // Everybody in a test run comes from one network address, which may create only so many accounts in an hour.
  await db().$executeRaw`delete from limits.counters`;
  const now = new Date();
  const [practice, empty] = [await aRegisteredPractice(), await aRegisteredPractice()];
  const people = {
    newcomer: await aPerson({ now, name: 'Nadia Newcomer' }),
    asker: await aPerson({ now, name: 'Amir Asker' }),
    member: await aPerson({ now, name: 'Mary Member' }),
    admin: await aPerson({ now, name: 'Anna Admin' }),
    platform: await aPerson({ now, name: 'Petra Platform', platformAdmin: true }),
    beginner: await aPerson({ now, name: 'Bela Beginner' }),
    guarded: await withApp(await aMember({ now, name: 'Gail Guarded' })),
    keyed: await aMember({ now, name: 'Kim Keyed' }),
    twice: await aPerson({ now, name: 'Tess Twice' }),
    invited: await aPerson({ now, name: 'Ines Invited' }),
    orphan: await aPerson({ now, name: 'Omar Orphan' }),
    storied: await aPerson({ now, name: 'Sam Storied' }),
    closer: await aPerson({ now, name: 'Clara Closer' }),
  };
  await startAuthenticator(people.beginner);
  await guarded(people.guarded);
  await guarded(people.keyed);
  await anotherDevice(people.twice);
  await lookingTakesLongerThanAProof(people);
  const workspaces = {
    member: await joined(people.member, practice.code, 'member'),
    admin: await joined(people.admin, practice.code, 'admin'),
    adminOfPcn: await joined(people.admin, practice.pcn.code, 'admin'),
  };
  const unanswered = await yearlyChecks(practice.code, now);
  const deciding = await aPcnThatDecides(people, now);
  return {
    practice,
    empty,
    unanswered,
    deciding,
    people,
    workspaces,
    ask,
    keep,
    mailed: await mailedLinks(people.newcomer),
    invitations: await invitations(people.admin, practice.code, people.invited.email),
    orphaned: await anOrphanage(people.orphan),
    crowd: await aCrowd(people.admin),
    withdrawn: await aWordTakenBack(people.invited),
    closed: await aClosedPractice(people.closer),
    life: await aLifeOfRequests(people.storied),
    passkey: (await db().passkey.findFirstOrThrow({ where: { userId: people.keyed.userId } })).id,
    preset: await keep(people.member, practice.code),
    requests: {
      /** Its organisation's administrators decide it. */
      ofPractice: await ask(people.asker, practice.code),
      /** Nobody in its organisation can: the platform's queue. */
      ofNobody: await ask(people.asker, empty.code),
      rejected: await aRejection(people.asker, people.platform),
      ...(await overMeanwhile(practice.code, now)),
      ofClosed: await aClosing(people.twice),
    },
  };
}

/** Requests to the practice that a colleague has decided, and that the person has withdrawn, before the admin looks. */
async function overMeanwhile(code: string, now: Date) {
  const colleague = await aPerson({ now, name: 'Carla Colleague' });
  const { id } = await joined(colleague, code, 'admin');
  const decided = await ask(await aPerson({ now, name: 'Dora Decided' }), code);
  await reject(colleague, { id: decided, reason: 'We do not know this person' });
  // Gone again: other pages show an admin who is the only one.
  await db().membership.update({ where: { id }, data: { state: 'left', role: null } });
  const wanderer = await aPerson({ now, name: 'Will Withdrawn' });
  const withdrawn = await ask(wanderer, code);
  await withdraw(wanderer, { id: withdrawn });
  return { decided, withdrawn };
}

/** A practice that lets its PCN decide, with somebody who waits; its admin's other practice, and an empty PCN. */
async function aPcnThatDecides({ keyed, guarded: network, asker }: { [name: string]: Somebody }, now: Date) {
  if (!keyed || !network || !asker) throw new Error('three people were made');
  const pcn = await anOrganisation({ kind: 'pcn', name: 'Hills and Dales PCN' });
  const emptyPcn = await anOrganisation({ kind: 'pcn', name: 'Quiet Shore PCN' });
  const practice = await anOrganisation({ name: 'Larch Lane Surgery', pcnCode: pcn.code });
  await anOrganisation({ name: 'Maple Road Surgery', pcnCode: pcn.code });
  const alone = await anOrganisation({ name: 'Harbour View Surgery' });
  for (const { code } of [practice, alone]) await joined(keyed, code, 'admin');
  for (const { code } of [pcn, emptyPcn]) await joined(network, code, 'admin');
  await db().pcnDeciding.create({ data: { orgCode: practice.code, pcnCode: pcn.code, since: now } });
  await ask(asker, practice.code);
  return { code: practice.code, pcn: pcn.code, emptyPcn: emptyPcn.code, alone: alone.code };
}

/** One check that is open in the practice, and one elsewhere that nobody answered: its id. */
async function yearlyChecks(code: string, now: Date): Promise<string> {
  const longAgo = new Date(now.getTime() - 400 * 86_400_000);
  await db().membership.updateMany({ where: { orgCode: code }, data: { stateSince: longAgo } });
  await db().memberCheck.create({ data: { orgCode: code, openedAt: now } });
  const elsewhere = await aRegisteredPractice();
  await joined(await aPerson({ now: longAgo, name: 'Lena Last' }), elsewhere.code, 'admin');
  const check = { orgCode: elsewhere.code, openedAt: now, remindedAt: now, escalatedAt: now };
  return (await db().memberCheck.create({ data: check })).id;
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

async function aRejection(person: Somebody, decider: Somebody): Promise<string> {
  const id = await ask(person, (await aRegisteredPractice()).code);
  const rejected = await reject(decider, { id, reason: 'We do not know this person' });
  if (!rejected.ok) throw new Error(`The rejection was refused: ${rejected.refusal}`);
  return id;
}

/** A request that waits at a practice which has closed since. */
async function aClosing(person: Somebody): Promise<{ id: string; named: string }> {
  const [{ code, named }, heir] = [await aRegisteredPractice(), await aRegisteredPractice()];
  const id = await ask(person, code);
  const closed = { status: 'closed', linkable: false, closedOn: new Date('2026-09-30') } as const;
  await db().organisation.update({ where: { code }, data: { ...closed, successorCodes: [heir.code] } });
  return { id, named };
}

type Somebody = Awaited<ReturnType<typeof aPerson>>;

async function ask(person: Somebody, code: string): Promise<string> {
  const asked = await requestToJoin(person, {
    code,
    claim: 'practice-manager',
    claimOther: '',
    message: 'I started in May.',
  });
  if (!asked.ok) throw new Error(`${code} was refused: ${asked.refusal}`);
  return asked.value.id;
}

/** An address that has an account and two that have none, invited; the links that were mailed to the first two. */
async function invitations(admin: Somebody, code: string, known: string) {
  const [unknown, third] = [freshAddress('nobody-yet'), freshAddress('third')];
  const sent = await invite(admin, { code, role: 'member', addresses: [known, unknown, third] });
  if (!sent.ok) throw new Error(`The invitation was refused: ${sent.refusal}`);
  const token = async (address: string) => {
    const row = await db().invitation.findUniqueOrThrow({ where: { orgCode_address: { orgCode: code, address } } });
    const mailed = randomToken();
    await db().invitation.update({ where: { id: row.id }, data: { token: digest(mailed) } });
    return mailed;
  };
  return { unknown, known: await token(known), mailed: await token(unknown) };
}

/** A practice with more members than are seen at a glance, some of whom can do nothing now. */
async function aCrowd(admin: Somebody) {
  const practice = await aRegisteredPractice();
  await joined(admin, practice.code, 'admin');
  for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Fay', 'Gus', 'Hal']) {
    const person = await aPerson({ now: admin.now, name: `${name} Crowd` });
    await joined(person, practice.code, 'member');
    if (name === 'Cy') await db().user.update({ where: { id: person.userId }, data: { state: 'disabled' } });
  }
  return practice;
}

/** An invitation by somebody who is no longer an admin. */
async function aWordTakenBack(invited: Somebody) {
  const practice = await aRegisteredPractice();
  const [inviter, other] = [await aPerson({ now: invited.now }), await aPerson({ now: invited.now })];
  const { id } = await joined(inviter, practice.code, 'admin');
  await joined(other, practice.code, 'admin');
  const sent = await invite(inviter, { code: practice.code, role: 'admin', addresses: [invited.email] });
  if (!sent.ok) throw new Error(`The invitation was refused: ${sent.refusal}`);
  await db().membership.update({ where: { id }, data: { role: 'member' } });
  return practice;
}

/** A practice with a member and no admin. */
async function anOrphanage(person: Somebody) {
  const practice = await aRegisteredPractice();
  const { id } = await joined(person, practice.code, 'member');
  return { ...practice, membership: id };
}

/** Saves settings of a tool under a name, for the person alone. */
async function keep({ userId: ownerId }: Somebody, org: string): Promise<string> {
  const { id } = await db().preset.create({
    data: {
      requestId: randomUUID(),
      ownerId,
      tool: 'practice-overview',
      toolVersion: 1,
      name: 'A preset of their own',
      settings: { org, period: '', compare: 'pcn' },
      vintage: {},
    },
  });
  return id;
}

/** Keeps every session fresh, so that the pages that guard an account open for whoever is slow to look at them. */
async function lookingTakesLongerThanAProof(people: Record<string, Somebody>) {
  const ids = Object.values(people).map(({ sessionId }) => sessionId);
  const provedAt = new Date(Date.now() + 30 * 60_000);
  await db().session.updateMany({ where: { id: { in: ids } }, data: { provedAt } });
}

/** What four mails would hold: nobody presses their buttons. */
async function mailedLinks({ userId, email, ...viewer }: Somebody) {
  const until = new Date(Date.now() + 24 * 3_600_000);
  const links = await change({ userId, email, ...viewer }, async work => {
    const link = { address: email, userId, until };
    return done({
      reset: (await issue(work, { ...link, purpose: 'reset' })).token,
      change: (await issue(work, { ...link, purpose: 'change-address', address: `new-${email}` })).token,
      undo: (await issue(work, { ...link, purpose: 'undo-address', address: `old-${email}` })).token,
      restore: (await issue(work, { ...link, purpose: 'undo-deletion' })).token,
    });
  });
  if (!links.ok) throw new Error('no links');
  return links.value;
}
