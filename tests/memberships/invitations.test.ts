import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { askAddressChange, changeAddressByLink } from '@/lib/accounts/commands/change-address';
import { done } from '@/lib/core/result';
import { acceptInvitation, declineByLink } from '@/lib/memberships/commands/answer-invitation';
import { bindInvitations } from '@/lib/memberships/commands/bind-invitations';
import { invite } from '@/lib/memberships/commands/invite';
import { lapseInvitations } from '@/lib/memberships/commands/lapse-invitations';
import { cancelInvitation, resendInvitation } from '@/lib/memberships/commands/manage-invitations';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { findOwnInvitation } from '@/lib/memberships/queries/find-invitation';
import { checkAddresses, listInvitations } from '@/lib/memberships/queries/list-invitations';
import { MOST_AT_ONCE, MOST_INVITATIONS_A_DAY } from '@/lib/memberships/rules/invitations';
import { change } from '@/lib/platform/change';
import { unseal } from '@/lib/platform/seal';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, aPerson, joined, later, tuesday } from '../support/people';
import { wish } from './asking';
import { anInvited, aPractice, confirms, DAY, fresh, own, row, send, tokenOf } from './inviting';

const { db } = await testDatabase();

describe('inviting', () => {
  it('R07 an address with an account and one without get the same answer, the same rows for admins and the same mail', async () => {
    const { code, admin } = await aPractice();
    const person = await aPerson();
    const stranger = fresh();
    const check = await checkAddresses(admin, code, `${person.email}\n${stranger}`);
    expect(check?.checked.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
    const answer = await invite(admin, { code, role: 'member', addresses: [person.email, stranger] });
    expect(answer).toMatchObject({ value: { outcomes: [{ outcome: 'sent' }, { outcome: 'sent' }] } });
    const listed = await listInvitations(admin, code, '');
    const [one, other] = (listed?.rows ?? []).map(({ id: _id, address: _address, ...rest }) => rest);
    expect(one).toEqual(other);
    expect(JSON.stringify(listed)).not.toContain(person.name);
    const again = await checkAddresses(admin, code, `${person.email}\n${stranger}`);
    expect(again?.checked.map(({ outcome }) => outcome)).toEqual(['invited', 'invited']);
    const notes = await db.audit.findMany({ where: { orgCode: code, action: 'membership.invite' } });
    expect(notes.map(({ personId, data }) => [personId, data])).toEqual([
      [null, { to: 'member' }],
      [null, { to: 'member' }],
    ]);
    const mails = await db.mail.findMany({ where: { kind: 'invitation', createdAt: tuesday } });
    const letters = mails.map(
      ({ sealed }) => unseal(sealed ?? new Uint8Array()) as { to: string; props: Record<string, string> },
    );
    const props = [person.email, stranger].map(to => ({
      ...letters.find(letter => letter.to === to)?.props,
      token: '',
    }));
    expect(props[0]).toEqual(props[1]);
  });

  it('R07 R13 the receipt of who has access tells nothing of an invitation that waits, and who invited once it is accepted', async () => {
    const practice = await aPractice();
    const { code, admin } = practice;
    const person = await aPerson();
    const before = await findAccess(admin, code, null);
    await invite(admin, { code, role: 'member', addresses: [person.email, fresh()] });
    expect(await findAccess(admin, code, null)).toEqual(before);
    await acceptInvitation(later(person, 1000), { id: (await own(person, code))?.id ?? '' });
    const line = (await findAccess(later(admin, 2000), code, null))?.lines.find(({ name }) => name === person.name);
    expect(line?.access).toMatchObject({
      entry: { operation: 'accept' },
      invitation: { actor: 'Anna Admin', actorAs: 'admin' },
    });
  });

  it('an account gets an invited membership; an address without one, or with one nobody confirmed, none', async () => {
    const { code, admin } = await aPractice();
    const [person, unconfirmed] = [await aPerson(), await aPerson({ unverified: true })];
    await invite(admin, { code, role: 'member', addresses: [person.email, unconfirmed.email, fresh()] });
    expect(await own(person, code)).toMatchObject({
      state: 'invited',
      role: null,
      events: [{ operation: 'invite', actorId: admin.userId, actorAs: 'admin' }],
    });
    expect(await own(unconfirmed, code)).toBeNull();
    expect((await row(code, unconfirmed.email))?.membershipId).toBeNull();
  });

  it('says of members, of who asked and of who is invited that they are, each by the address alone', async () => {
    const practice = await aPractice();
    const { code, admin, member } = practice;
    const asker = await aPerson();
    const asked = await requestToJoin(asker, wish(code));
    const invited = fresh();
    await send(practice, invited);
    const list = [admin.email, member.email, asker.email, invited, 'nonsense@'].join('\n');
    const check = await checkAddresses(admin, code, list);
    expect(check?.checked.map(({ outcome }) => outcome)).toEqual(['member', 'member', 'asked', 'invited']);
    expect(check?.checked[2]?.requestId).toBe(asked.ok && asked.value.id);
    expect(check?.malformed).toEqual(['nonsense@']);
    const before = await db.membership.count({ where: { orgCode: code } });
    const answer = await invite(admin, { code, role: 'member', addresses: [member.email, asker.email, invited] });
    expect(answer).toMatchObject({
      value: { outcomes: [{ outcome: 'member' }, { outcome: 'asked' }, { outcome: 'invited' }] },
    });
    expect(await db.membership.count({ where: { orgCode: code } })).toBe(before);
  });

  it('R02 R03 R06 only an admin of this very organisation invites, and no platform administrator', async () => {
    const { code, member, admin } = await aPractice();
    const elsewhere = await aPerson();
    await joined(elsewhere, (await anOrganisation()).code, 'admin');
    for (const who of [member, elsewhere, await aPerson(), await aPerson({ platformAdmin: true })]) {
      expect(await invite(who, { code, role: 'member', addresses: [fresh()] })).toMatchObject({ refusal: 'not-found' });
      expect(await checkAddresses(who, code, fresh())).toBeNull();
      expect(await listInvitations(who, code, '')).toBeNull();
    }
    expect(await db.invitation.count({ where: { orgCode: code } })).toBe(0);
    expect(await invite(admin, { code, role: 'admin', addresses: [fresh()] })).toMatchObject({ ok: true });
  });

  it('R33 an admin whose days without a second factor are over cannot invite; within them they can', async () => {
    const { code, admin } = await aPractice();
    expect(await invite(later(admin, 60 * DAY), { code, role: 'member', addresses: [fresh()] })).toMatchObject({
      refusal: 'factor-needed',
    });
    expect(await invite(admin, { code, role: 'member', addresses: [fresh()] })).toMatchObject({ ok: true });
  });

  it('a closed organisation invites nobody, and an invitation to it cannot be accepted; open again, it can', async () => {
    const { code, admin, person, id } = await anInvited();
    await db.organisation.update({ where: { code }, data: { status: 'closed' } });
    expect(await invite(admin, { code, role: 'member', addresses: [fresh()] })).toMatchObject({
      refusal: 'organisation-closed',
    });
    expect((await findOwnInvitation(person, code))?.flaw).toBe('organisation-closed');
    expect(await acceptInvitation(person, { id })).toMatchObject({ refusal: 'organisation-closed' });
    await db.organisation.update({ where: { code }, data: { status: 'open' } });
    expect(await acceptInvitation(person, { id })).toMatchObject({ ok: true });
  });

  it('so many at once and so many a day, and then none of a list is sent', async () => {
    const { code, admin } = await aPractice();
    const list = (count: number) => Array.from({ length: count }, fresh);
    const sends = (count: number, who = admin) => invite(who, { code, role: 'member', addresses: list(count) });
    expect(await sends(MOST_AT_ONCE + 1)).toMatchObject({ refusal: 'too-many-at-once' });
    for (let left = MOST_INVITATIONS_A_DAY; left > 0; left -= MOST_AT_ONCE)
      expect(await sends(MOST_AT_ONCE)).toMatchObject({ ok: true });
    const [audit, mails] = [await db.audit.count(), await db.mail.count()];
    expect(await sends(2)).toMatchObject({ refusal: 'too-many-invitations' });
    expect([
      await db.invitation.count({ where: { orgCode: code } }),
      await db.audit.count(),
      await db.mail.count(),
    ]).toEqual([MOST_INVITATIONS_A_DAY, audit, mails]);
    expect(await sends(2, later(admin, DAY + 1000))).toMatchObject({ ok: true });
  }, 60_000);

  it('one address gets three mails a day from here, however often it is invited, cancelled and sent again', async () => {
    const practice = await aPractice();
    const { code, admin } = practice;
    const address = fresh();
    const cancel = async () => cancelInvitation(admin, { id: (await row(code, address))?.id ?? '' });
    await send(practice, address);
    expect(await resendInvitation(admin, { id: (await row(code, address))?.id ?? '' })).toMatchObject({ ok: true });
    expect(await cancel()).toMatchObject({ ok: true });
    await send(practice, address);
    await cancel();
    expect(await send(practice, address)).toMatchObject({ value: { outcomes: [{ outcome: 'mailed-enough' }] } });
    expect(await row(code, address)).toBeNull();
    expect(await send({ code, admin: later(admin, DAY) }, address)).toMatchObject({
      value: { outcomes: [{ outcome: 'sent' }] },
    });
  });
});

describe('the address', () => {
  it('turns into an invited membership when its owner confirms it, and never before', async () => {
    const practice = await aPractice();
    const address = fresh();
    await send(practice, address, 'admin');
    await aPerson({ email: `${address}.example.org` });
    expect((await row(practice.code, address))?.membershipId).toBeNull();
    const person = await confirms(address);
    expect(await own(person, practice.code)).toMatchObject({ state: 'invited', role: null });
    expect(await findOwnInvitation(person, practice.code)).toMatchObject({
      role: 'admin',
      by: 'Anna Admin',
      flaw: null,
    });
    const notes = await db.audit.findMany({ where: { personId: person.userId } });
    expect(notes.map(({ action, orgCode }) => [action, orgCode])).toEqual([['account.invitation-found', null]]);
  });

  it('comes to an account that makes it its own, by the mailed link of the change', async () => {
    const practice = await aPractice();
    const address = fresh();
    await send(practice, address);
    const person = await aPerson();
    expect(await askAddressChange(person, { email: address, client: randomUUID() })).toMatchObject({ ok: true });
    expect(await own(person, practice.code)).toBeNull();
    const mails = await db.mail.findMany({ where: { userId: person.userId, kind: 'confirm-new-address' } });
    const { props } = unseal(mails[0]?.sealed ?? new Uint8Array()) as { props: { token: string } };
    expect(await changeAddressByLink(person, props.token)).toMatchObject({ ok: true });
    const membership = await own(person, practice.code);
    expect(membership).toMatchObject({ state: 'invited' });
    expect(await acceptInvitation(person, { id: membership?.id ?? '' })).toMatchObject({ ok: true });
  });

  it('whoever belongs there or has asked under another address keeps that, and the invitation goes', async () => {
    const { code, admin, member } = await aPractice();
    const asker = await aPerson();
    await requestToJoin(asker, wish(code));
    for (const [person, state] of [
      [member, 'active'],
      [asker, 'pending'],
    ] as const) {
      const address = fresh();
      await invite(admin, { code, role: 'admin', addresses: [address] });
      await change(person, async work => done(await bindInvitations(work, { userId: person.userId, address })));
      expect(await row(code, address)).toBeNull();
      expect(await own(person, code)).toMatchObject({ state });
    }
  });

  it('is erased with the invitation: accepted, declined, cancelled or run out', async () => {
    const practice = await aPractice();
    const { code, admin } = practice;
    const ends: [string, (address: string) => Promise<unknown>][] = [
      [
        'accepted',
        async address => {
          const person = await confirms(address);
          expect(await acceptInvitation(person, { id: (await own(person, code))?.id ?? '' })).toMatchObject({
            ok: true,
          });
        },
      ],
      [
        'declined',
        async address => expect(await declineByLink(anonymous(), await tokenOf(address))).toMatchObject({ ok: true }),
      ],
      ['cancelled', async address => cancelInvitation(admin, { id: (await row(code, address))?.id ?? '' })],
      [
        'run out',
        () => lapseInvitations({ kind: 'clock', now: new Date(tuesday.getTime() + 15 * DAY), requestId: 'test' }),
      ],
    ];
    for (const [how, end] of ends) {
      const address = fresh();
      await send(practice, address);
      expect(await row(code, address), how).not.toBeNull();
      await end(address);
      expect(await db.invitation.count({ where: { address } }), how).toBe(0);
    }
  });
});
