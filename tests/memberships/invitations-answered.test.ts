import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eraseAccount } from '@/lib/accounts/commands/erase-account';
import { acceptInvitation, declineByLink, declineInvitation } from '@/lib/memberships/commands/answer-invitation';
import { invite } from '@/lib/memberships/commands/invite';
import { cancelInvitation, resendInvitation } from '@/lib/memberships/commands/manage-invitations';
import { reject } from '@/lib/memberships/commands/reject';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { findMailedInvitation } from '@/lib/memberships/queries/find-invitation';
import { listInvitations } from '@/lib/memberships/queries/list-invitations';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, aPerson, joined, later, tuesday } from '../support/people';
import { wish } from './asking';
import { anInvited, aPractice, DAY, fresh, own, row, send, tokenOf } from './inviting';

const { db } = await testDatabase();

describe('R63 accounts that are erased', () => {
  const closing = (person: { userId: string }) =>
    db.user.update({ where: { id: person.userId }, data: { state: 'closing', stateSince: tuesday } });
  const clock = { kind: 'clock', now: new Date(tuesday.getTime() + 8 * DAY), requestId: 'test' } as const;

  it('R63 take the invitations to them along, and what rested on their word; other people stand as before', async () => {
    const practice = await anInvited();
    const { code, admin, person } = practice;
    const waiting = fresh();
    await send(practice, waiting);
    const invited = await aPerson();
    await invite(practice.second, { code, role: 'member', addresses: [invited.email] });
    for (const gone of [admin, invited]) {
      await closing(gone);
      expect(await eraseAccount(clock, gone.userId)).toBe(true);
    }
    expect(await db.invitation.count({ where: { orgCode: code } })).toBe(0);
    expect(await own(person, code)).toBeNull();
    expect(await own(invited, code)).toMatchObject({ state: 'left' });
  });

  it('R63 who was let in by an invitation stays, and the decision no longer names the one who invited', async () => {
    const { code, admin, person, id } = await anInvited();
    await acceptInvitation(person, { id });
    await closing(admin);
    await eraseAccount(clock, admin.userId);
    const membership = await own(person, code);
    expect(membership).toMatchObject({ state: 'active' });
    expect(
      membership?.events.map(({ operation, actorId, invitedById }) => [operation, actorId, invitedById]).sort(),
    ).toEqual([
      ['accept', person.userId, null],
      ['invite', null, null],
    ]);
  });
});

describe('answering', () => {
  it.each(['member', 'admin'] as const)(
    'R13 R05 accepting makes a %s as offered, on the word of whoever invited, and they hear of it',
    async role => {
      const { code, admin, person, id } = await anInvited(role);
      expect(await acceptInvitation(person, { id })).toMatchObject({ ok: true, value: { to: role } });
      const membership = await own(person, code);
      expect(membership).toMatchObject({ state: 'active', role });
      const decision = membership?.events.at(-1);
      expect(decision).toMatchObject({ operation: 'accept', actorAs: 'self', invitedById: admin.userId, role });
      expect(decision?.evidence).toMatchObject({ domain: 'example.nhs.uk' });
      expect(await db.mail.count({ where: { userId: admin.userId, kind: 'invitation-answered' } })).toBe(1);
      expect(await acceptInvitation(person, { id })).toMatchObject({ refusal: 'not-invited' });
    },
  );

  it('R03 somebody else’s invitation is nobody else’s to answer', async () => {
    const { person, id, code } = await anInvited();
    const other = await aPerson();
    expect(await acceptInvitation(other, { id })).toMatchObject({ refusal: 'not-invited' });
    expect(await declineInvitation(other, { id })).toMatchObject({ refusal: 'not-invited' });
    // The mailed link answers for nobody who has an account.
    expect(await declineByLink(anonymous(), await tokenOf(person.email))).toMatchObject({ refusal: 'not-invited' });
    expect(await own(person, code)).toMatchObject({ state: 'invited' });
    expect(await declineInvitation(person, { id })).toMatchObject({ ok: true });
  });

  it('declining leaves nothing, and where somebody had been turned down that stands again with its wait (R14)', async () => {
    const first = await anInvited();
    await declineInvitation(first.person, { id: first.id });
    expect(await own(first.person, first.code)).toBeNull();

    const { code, admin } = await aPractice();
    const person = await aPerson();
    const asked = await requestToJoin(person, wish(code));
    await reject(admin, { id: asked.ok ? asked.value.id : '', reason: 'Unknown' });
    const before = await own(person, code);
    const [afterwards, andThen] = [later(admin, DAY), later(person, 2 * DAY)];
    await invite(afterwards, { code, role: 'member', addresses: [person.email] });
    expect(await own(person, code)).toMatchObject({ state: 'invited' });
    await declineInvitation(andThen, { id: before?.id ?? '' });
    expect(await own(person, code)).toMatchObject({ state: 'rejected', stateSince: before?.stateSince, refusals: 1 });
    expect(await requestToJoin(andThen, wish(code))).toMatchObject({ refusal: 'cooling-down' });
  });

  it('who is invited cannot ask as well: they are led to the invitation', async () => {
    const { code, person, id } = await anInvited();
    expect(await requestToJoin(person, wish(code))).toMatchObject({ refusal: 'already-invited', facts: { id } });
  });

  it('R19 R20 reading the link changes nothing; sent again, cancelled or run out, the old one says nothing', async () => {
    const practice = await aPractice();
    const { code, admin } = practice;
    const address = fresh();
    await send(practice, address);
    const before = await row(code, address);
    const token = await tokenOf(address);
    for (let n = 0; n < 3; n++)
      expect(await findMailedInvitation(anonymous(), token)).toMatchObject({ code, address, ownerId: null });
    expect(await row(code, address)).toEqual(before);
    expect(before?.token).not.toContain(token);
    expect(await findMailedInvitation(anonymous(new Date(tuesday.getTime() + 14 * DAY)), token)).toBeNull();
    expect(await findMailedInvitation(anonymous(), randomUUID())).toBeNull();
    expect(await resendInvitation(later(admin, 1000), { id: before?.id ?? '' })).toMatchObject({ ok: true });
    expect(await findMailedInvitation(anonymous(), token)).toBeNull();
    const newer = await tokenOf(address);
    expect(await findMailedInvitation(anonymous(), newer)).toMatchObject({ code });
    expect(await resendInvitation(admin, { id: before?.id ?? '' })).toMatchObject({ refusal: 'sent-again-already' });
    expect((await row(code, address))?.expires).toEqual(before?.expires);
    await cancelInvitation(admin, { id: before?.id ?? '' });
    expect(await findMailedInvitation(anonymous(), newer)).toBeNull();
  });
});

describe('keeping invitations', () => {
  it('R02 R03 only admins of its own organisation cancel or send one again; to others it does not exist', async () => {
    const { code, second, member, person } = await anInvited();
    const elsewhere = await aPerson();
    await joined(elsewhere, (await anOrganisation()).code, 'admin');
    const invitation = await row(code, person.email);
    const id = invitation?.id ?? '';
    for (const who of [member, elsewhere, person, await aPerson({ platformAdmin: true })]) {
      expect(await cancelInvitation(who, { id })).toMatchObject({ refusal: 'not-found' });
      expect(await resendInvitation(who, { id })).toMatchObject({ refusal: 'not-found' });
    }
    expect(await cancelInvitation(second, { id: randomUUID() })).toMatchObject({ refusal: 'not-found' });
    expect(await row(code, person.email)).toEqual(invitation);
    expect(await resendInvitation(second, { id })).toMatchObject({ ok: true });
    expect(await cancelInvitation(second, { id })).toMatchObject({ ok: true });
    expect(await own(person, code)).toBeNull();
  });

  it('R33 powers that rest neither cancel nor send again', async () => {
    const { code, admin, person } = await anInvited();
    const id = (await row(code, person.email))?.id ?? '';
    await db.invitation.update({ where: { id }, data: { expires: new Date(tuesday.getTime() + 90 * DAY) } });
    const resting = later(admin, 60 * DAY);
    expect(await cancelInvitation(resting, { id })).toMatchObject({ refusal: 'factor-needed' });
    expect(await resendInvitation(resting, { id })).toMatchObject({ refusal: 'factor-needed' });
    expect(await cancelInvitation(admin, { id })).toMatchObject({ ok: true });
  });

  it('S10 many are read page by page, newest first, each once', async () => {
    const { code, admin } = await aPractice();
    await invite(admin, { code, role: 'member', addresses: Array.from({ length: 30 }, fresh) });
    const first = await listInvitations(admin, code, '');
    const second = await listInvitations(admin, code, first?.next ?? '');
    const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id);
    expect([first?.rows.length, second?.rows.length, first?.total, second?.next]).toEqual([25, 5, 30, null]);
    expect(new Set(ids).size).toBe(30);
  });
});
