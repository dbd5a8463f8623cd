import { describe, expect, it } from 'vitest';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { approve } from '@/lib/memberships/commands/approve';
import { promote } from '@/lib/memberships/commands/change-role';
import { reject } from '@/lib/memberships/commands/reject';
import { remove } from '@/lib/memberships/commands/remove';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { findRequest } from '@/lib/memberships/queries/find-request';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { listQueue } from '@/lib/memberships/queries/list-queue';
import { queueFilters } from '@/lib/memberships/schema/queue';
import { approval, joinRequest } from '@/lib/memberships/schema/requests';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, guarded, joined, later } from '../support/people';
import { asks, wish } from './asking';

const { db } = await testDatabase();
const DAY = 86_400_000;
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the number on the website' };
const filters = queueFilters.parse({ waiting: 'all' });

async function aPracticeWithAdmin() {
  const { code } = await anOrganisation();
  const admin = await aPerson({ name: 'Ada Admin' });
  await joined(admin, code, 'admin');
  return { code, admin };
}

const ask = async (person: Awaited<ReturnType<typeof aPerson>>, code: string) => (await asks(code, person, 'Hello')).id;

describe('who sees and decides what', () => {
  it('R01 a removed administrator is refused by the next read, the next decision and the next page', async () => {
    const { code, admin } = await aPracticeWithAdmin();
    const other = await aPerson();
    const membership = await joined(other, code, 'admin');
    const id = await ask(await aPerson(), code);
    expect((await listApprovals(other, code))?.pending).toHaveLength(1);
    const moment = { now: other.now, requestId: 'test' };
    expect((await findPerson(other.sessionToken, membership.id, moment))?.workspace?.code).toBe(code);

    expect(await remove(admin, { id: membership.id, reason: 'left' })).toMatchObject({ ok: true });
    expect(await listApprovals(other, code)).toBeNull();
    expect(await approve(other, { id, role: 'member' })).toMatchObject({ ok: false, refusal: 'not-found' });
    expect(await findPerson(other.sessionToken, membership.id, moment)).toMatchObject({
      workspace: null,
      lostWorkspace: true,
    });
  });

  it('R03 other tenants’ requests do not exist for strangers, members and admins elsewhere; they do for the person', async () => {
    const { code } = await aPracticeWithAdmin();
    const elsewhere = await aPracticeWithAdmin();
    const member = await aPerson();
    await joined(member, code, 'member');
    const person = await aPerson();
    const id = await ask(person, code);
    for (const outsider of [await aPerson(), elsewhere.admin, member]) {
      expect(await findRequest(outsider, id)).toBeNull();
      expect(await findQueueItem(outsider, id)).toBeNull();
      expect(await listQueue(outsider, filters)).toBeNull();
      expect(await listApprovals(outsider, code)).toBeNull();
      for (const answer of [
        await approve(outsider, { id, role: 'member' }),
        await reject(outsider, { id, reason: 'no' }),
        await withdraw(outsider, { id }),
        await approve(outsider, { id: crypto.randomUUID(), role: 'member' }),
      ]) {
        expect(answer).toEqual({ ok: false, refusal: 'not-found', facts: {} });
      }
    }
    expect(await findRequest(person, id)).toMatchObject({ id, standing: 'pending' });
    expect(await findRequest(person, 'not-an-id')).toBeNull();
  });

  it('R05 state, role, person, evidence and time sent as extra fields are ignored', async () => {
    const { code } = await aPracticeWithAdmin();
    const person = await aPerson();
    const victim = await aPerson();
    const sent = {
      code: ` ${code.toLowerCase()} `,
      claim: 'partner',
      state: 'active',
      role: 'admin',
      userId: victim.userId,
    };
    const parsed = joinRequest.parse({ ...sent, evidence: { grade: 'code' }, requestedAt: '2020-01-01', refusals: 0 });
    expect(parsed).toEqual({ code, claim: 'partner', claimOther: '', message: '' });
    const hostile = { ...parsed, state: 'active', role: 'admin', userId: victim.userId, stateSince: new Date(0) };
    const asked = await requestToJoin(person, hostile);
    const rows = await db.membership.findMany({ where: { orgCode: code, state: 'pending' } });
    expect(asked.ok && rows).toMatchObject([{ userId: person.userId, role: null, requestedAt: person.now }]);
    expect(approval.parse({ id: crypto.randomUUID(), role: 'member', authoriser, userId: 'x' })).not.toHaveProperty(
      'authoriser',
    );
  });

  it('R06 nobody decides their own request, not even platform staff; a colleague of theirs does', async () => {
    const { code } = await anOrganisation();
    const staff = await aPerson({ platformAdmin: true });
    const colleague = await aPerson({ platformAdmin: true });
    const id = await ask(staff, code);
    expect(await approve(staff, { id, role: 'admin', authoriser })).toMatchObject({ refusal: 'own-request' });
    expect(await reject(staff, { id, reason: 'no' })).toMatchObject({ refusal: 'own-request' });
    expect(await db.mail.count({ where: { userId: staff.userId, kind: 'request-waiting' } })).toBe(0);
    expect(await db.mail.count({ where: { userId: colleague.userId, kind: 'request-waiting' } })).toBe(1);
    expect(await approve(colleague, { id, role: 'admin', authoriser })).toMatchObject({ ok: true });
  });
});

describe('what a decision keeps', () => {
  it('R13 decider, capacity, time, evidence and reason are stored, and the requester sees outcome and reason', async () => {
    const { code, admin } = await aPracticeWithAdmin();
    const person = await aPerson({ email: `${crypto.randomUUID().slice(0, 8)}@gp-${code.toLowerCase()}.nhs.uk` });
    const id = await ask(person, code);
    const decider = later(admin, 60_000);
    await reject(decider, { id, reason: 'We do not know this person' });
    const event = await db.membershipEvent.findFirstOrThrow({ where: { membershipId: id, operation: 'reject' } });
    expect(event).toMatchObject({
      actorId: admin.userId,
      actorAs: 'admin',
      at: decider.now,
      reason: 'We do not know this person',
    });
    expect(event.evidence).toMatchObject({ grade: 'code', domain: `gp-${code.toLowerCase()}.nhs.uk` });

    const own = await findRequest(person, id);
    expect(own?.standing).toBe('rejected');
    expect(own?.events.at(-1)).toMatchObject({
      operation: 'reject',
      actorAs: 'admin',
      reason: 'We do not know this person',
    });
    expect(JSON.stringify(own)).not.toContain(admin.name);
    // What the decider was shown stays as it was, also when the address changes.
    await db.user.update({ where: { id: person.userId }, data: { email: `${crypto.randomUUID()}@gmail.com` } });
    const again = await db.membershipEvent.findUniqueOrThrow({ where: { id: event.id } });
    expect(again.evidence).toEqual(event.evidence);
  });

  it('R14 asking again needs 7 days, works three times, shows the earlier reason, and then ends', async () => {
    const { code, admin } = await aPracticeWithAdmin();
    await guarded(admin);
    const person = await aPerson();
    let now = 0;
    for (let turn = 0; turn < 4; turn++) {
      const id = await ask(later(person, now), code);
      const [waiting] = (await listApprovals(admin, code))?.pending ?? [];
      expect(waiting?.refusedBefore?.reason ?? null).toBe(turn === 0 ? null : `reason ${turn - 1}`);
      await reject(later(admin, now), { id, reason: `reason ${turn}` });
      const soon = await requestToJoin(later(person, now + 6 * DAY), wish(code));
      expect(soon).toMatchObject({ ok: false, refusal: turn < 3 ? 'cooling-down' : 'asked-too-often' });
      now += 7 * DAY;
    }
    expect(await requestToJoin(later(person, now + 90 * DAY), wish(code))).toMatchObject({
      refusal: 'asked-too-often',
    });
  });

  it('R16 without an admin the platform team decides and must record who authorised it', async () => {
    const { code } = await anOrganisation();
    const platform = await aPerson({ platformAdmin: true });
    const person = await aPerson();
    const id = await ask(person, code);
    expect((await listQueue(platform, queueFilters.parse({ q: code })))?.rows).toMatchObject([{ id, admins: 0 }]);
    for (const role of ['admin', 'member'] as const) {
      expect(await approve(platform, { id, role })).toMatchObject({ ok: false, refusal: 'authoriser-missing' });
    }
    expect((await db.membership.findUniqueOrThrow({ where: { id } })).state).toBe('pending');
    expect(await approve(platform, { id, role: 'admin', authoriser })).toMatchObject({ ok: true });
    const event = await db.membershipEvent.findFirstOrThrow({ where: { membershipId: id, operation: 'approve' } });
    expect(event).toMatchObject({ actorAs: 'platform', authoriser, role: 'admin' });
  });

  it('R16 with an admin the platform team decides only when it is late; the admin decides at once', async () => {
    const { code, admin } = await aPracticeWithAdmin();
    const platform = await aPerson({ platformAdmin: true });
    const first = await ask(await aPerson(), code);
    expect(await approve(platform, { id: first, role: 'member' })).toMatchObject({ refusal: 'not-your-turn' });
    expect(await approve(later(platform, 8 * DAY), { id: first, role: 'member' })).toMatchObject({ ok: true });
    const second = await ask(await aPerson(), code);
    expect(await approve(admin, { id: second, role: 'admin' })).toMatchObject({ ok: true });
  });

  it('R16 the platform team makes a member admin only where there is none, with an authoriser', async () => {
    const { code, admin } = await aPracticeWithAdmin();
    const platform = await aPerson({ platformAdmin: true });
    const member = await joined(await aPerson(), code, 'member');
    expect(await promote(platform, { id: member.id, authoriser })).toMatchObject({ refusal: 'not-your-turn' });
    await db.user.update({ where: { id: admin.userId }, data: { state: 'disabled' } });
    expect(await promote(platform, { id: member.id })).toMatchObject({ refusal: 'authoriser-missing' });
    expect(await promote(platform, { id: member.id, authoriser })).toMatchObject({ ok: true });
  });

  it('R17 the best address alone lets nobody in: the request waits until somebody decides', async () => {
    const { code, admin } = await aPracticeWithAdmin();
    const person = await aPerson({ email: `${crypto.randomUUID().slice(0, 8)}@gp-${code.toLowerCase()}.nhs.uk` });
    const id = await ask(person, code);
    expect(await db.membership.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'pending', role: null });
    expect((await listApprovals(admin, code))?.pending[0]?.evidence.grade).toBe('code');
    expect(await approve(admin, { id, role: 'member' })).toMatchObject({ ok: true });
    expect(await db.membership.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'active', role: 'member' });
  });

  it('nobody joins a closed organisation, not even one that closed while they waited; they can be rejected', async () => {
    const { code, admin } = await aPracticeWithAdmin();
    const id = await ask(await aPerson(), code);
    await db.organisation.update({ where: { code }, data: { status: 'closed', linkable: false } });
    expect(await approve(admin, { id, role: 'member' })).toMatchObject({ refusal: 'organisation-closed' });
    expect(await requestToJoin(await aPerson(), wish(code))).toMatchObject({ refusal: 'organisation-closed' });
    expect(await reject(admin, { id, reason: 'Closed' })).toMatchObject({ ok: true });
    expect(await requestToJoin(await aPerson(), wish('X00000'))).toMatchObject({ refusal: 'unknown-organisation' });
  });
});
