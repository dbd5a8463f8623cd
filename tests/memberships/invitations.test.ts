import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { askAddressChange, changeAddressByLink } from '@/lib/accounts/commands/change-address';
import { eraseAccount } from '@/lib/accounts/commands/erase-account';
import { done } from '@/lib/core/result';
import { acceptInvitation, declineByLink, declineInvitation } from '@/lib/memberships/commands/answer-invitation';
import { bindInvitations } from '@/lib/memberships/commands/bind-invitations';
import { demote } from '@/lib/memberships/commands/change-role';
import { invite } from '@/lib/memberships/commands/invite';
import { lapseInvitations } from '@/lib/memberships/commands/lapse-invitations';
import { cancelInvitation, resendInvitation } from '@/lib/memberships/commands/manage-invitations';
import { reject } from '@/lib/memberships/commands/reject';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { findMailedInvitation, findOwnInvitation } from '@/lib/memberships/queries/find-invitation';
import { checkAddresses, listInvitations } from '@/lib/memberships/queries/list-invitations';
import { MOST_AT_ONCE, MOST_INVITATIONS_A_DAY } from '@/lib/memberships/rules/invitations';
import { change } from '@/lib/platform/change';
import { unseal } from '@/lib/platform/seal';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, aPerson, joined, later, tuesday } from '../support/people';

const { db } = await testDatabase();

const DAY = 86_400_000;
const fresh = () => `invited-${randomUUID().slice(0, 8)}@example.org`;
const asks = (code: string) => ({ code, claim: 'partner', claimOther: '', message: '' }) as const;

async function aPractice() {
  const { code } = await anOrganisation();
  const [admin, second, member] = [await aPerson({ name: 'Anna Admin' }), await aPerson(), await aPerson()];
  const rows = {
    admin: await joined(admin, code, 'admin'),
    second: await joined(second, code, 'admin'),
    member: await joined(member, code, 'member'),
  };
  return { code, admin, second, member, rows };
}
type Practice = Awaited<ReturnType<typeof aPractice>>;

const send = (
  { code, admin }: Pick<Practice, 'code' | 'admin'>,
  address: string,
  role: 'member' | 'admin' = 'member',
) => invite(admin, { code, role, addresses: [address] });
const row = (orgCode: string, address: string) =>
  db.invitation.findUnique({ where: { orgCode_address: { orgCode, address } } });
const own = (person: { userId: string }, orgCode: string) =>
  db.membership.findUnique({
    where: { userId_orgCode: { userId: person.userId, orgCode } },
    include: { events: { orderBy: { at: 'asc' } } },
  });
async function tokenOf(address: string): Promise<string> {
  const mails = await db.mail.findMany({ where: { kind: 'invitation' }, orderBy: { createdAt: 'desc' } });
  const letters = mails.map(({ sealed }) => sealed && (unseal(sealed) as { to: string; props: { token: string } }));
  return letters.find(letter => letter?.to === address)?.props.token ?? 'none';
}
/** Invited, with an account: the person and the membership that waits. */
async function anInvited(role: 'member' | 'admin' = 'member') {
  const practice = await aPractice();
  const person = await aPerson();
  expect(await send(practice, person.email, role)).toMatchObject({ ok: true });
  const id = (await own(person, practice.code))?.id ?? '';
  return { ...practice, person, id };
}
/** Somebody new proves that the address is theirs. */
async function confirms(address: string) {
  const person = await aPerson({ email: address });
  await change(person, async work => done(await bindInvitations(work, { userId: person.userId, address })));
  return person;
}

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
    const asked = await requestToJoin(asker, asks(code));
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
    await requestToJoin(asker, asks(code));
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
    const asked = await requestToJoin(person, asks(code));
    await reject(admin, { id: asked.ok ? asked.value.id : '', reason: 'Unknown' });
    const before = await own(person, code);
    const [afterwards, andThen] = [later(admin, DAY), later(person, 2 * DAY)];
    await invite(afterwards, { code, role: 'member', addresses: [person.email] });
    expect(await own(person, code)).toMatchObject({ state: 'invited' });
    await declineInvitation(andThen, { id: before?.id ?? '' });
    expect(await own(person, code)).toMatchObject({ state: 'rejected', stateSince: before?.stateSince, refusals: 1 });
    expect(await requestToJoin(andThen, asks(code))).toMatchObject({ refusal: 'cooling-down' });
  });

  it('who is invited cannot ask as well: they are led to the invitation', async () => {
    const { code, person, id } = await anInvited();
    expect(await requestToJoin(person, asks(code))).toMatchObject({ refusal: 'already-invited', facts: { id } });
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

describe('the word an invitation rests on', () => {
  it.each([
    ['made a member', async ({ second, rows }: Practice) => demote(second, { id: rows.admin.id })],
    [
      'disabled',
      async ({ admin }: Practice) => db.user.update({ where: { id: admin.userId }, data: { state: 'disabled' } }),
    ],
    [
      'gone',
      async ({ rows }: Practice) =>
        db.membership.update({ where: { id: rows.admin.id }, data: { state: 'left', role: null } }),
    ],
  ] as const)(
    'R12 R06 an invitation by somebody who is %s since cannot be accepted, and another admin can invite anew',
    async (_how, end) => {
      const practice = await anInvited('admin');
      const { code, second, person, id } = practice;
      await end(practice);
      expect((await findOwnInvitation(person, code))?.flaw).toBe('inviter-gone');
      expect(await acceptInvitation(person, { id })).toMatchObject({ refusal: 'inviter-gone' });
      expect(await own(person, code)).toMatchObject({ state: 'invited' });
      expect((await listInvitations(second, code, ''))?.rows).toMatchObject([{ vouched: false }]);
      expect(await resendInvitation(second, { id: (await row(code, person.email))?.id ?? '' })).toMatchObject({
        refusal: 'inviter-gone',
      });
      expect((await checkAddresses(second, code, person.email))?.checked).toMatchObject([{ outcome: 'new' }]);
      expect(await invite(second, { code, role: 'member', addresses: [person.email] })).toMatchObject({
        value: { outcomes: [{ outcome: 'sent' }] },
      });
      const renewed = await own(person, code);
      expect(await acceptInvitation(person, { id: renewed?.id ?? '' })).toMatchObject({
        ok: true,
        value: { to: 'member' },
      });
    },
  );
});

describe('the clock', () => {
  it('R15 an invitation ends after 14 days, once however often the job runs, and can then be accepted no more', async () => {
    const { code, person, id, admin } = await anInvited();
    const clock = (days: number) =>
      ({ kind: 'clock', now: new Date(tuesday.getTime() + days * DAY), requestId: 'test' }) as const;
    await lapseInvitations(clock(13.9));
    expect(await own(person, code)).toMatchObject({ state: 'invited' });
    expect(await acceptInvitation(later(person, 14 * DAY), { id })).toMatchObject({ refusal: 'invitation-over' });
    await Promise.all([lapseInvitations(clock(14)), lapseInvitations(clock(14))]);
    await lapseInvitations(clock(14));
    expect(await own(person, code)).toBeNull();
    expect(await db.audit.count({ where: { orgCode: code, action: 'membership.let-invitation-lapse' } })).toBe(1);
    expect(await invite(later(admin, 13 * DAY), { code, role: 'member', addresses: [person.email] })).toMatchObject({
      value: { outcomes: [{ outcome: 'sent' }] },
    });
  });
});

describe('races', () => {
  const TIMES = 20;
  const often = (work: () => Promise<void>) => Promise.all(Array.from({ length: TIMES }, work));
  const sentIn = (answers: Awaited<ReturnType<typeof invite>>[]) =>
    answers
      .flatMap(answer => (answer.ok ? answer.value.outcomes.map(({ outcome }) => outcome) : [answer.refusal]))
      .sort();

  it(`R10 R11 ${TIMES} times, two admins invite the same address at once: one invitation, one mail`, async () => {
    await often(async () => {
      const { code, admin, second } = await aPractice();
      const address = Math.random() < 0.5 ? fresh() : (await aPerson()).email;
      const wanted = { code, role: 'member', addresses: [address, fresh()] } as const;
      const answers = await Promise.all([
        invite(admin, wanted),
        invite(second, { ...wanted, addresses: [fresh(), address] }),
      ]);
      expect(sentIn(answers)).toEqual(['invited', 'sent', 'sent', 'sent']);
      expect(await db.invitation.count({ where: { orgCode: code, address } })).toBe(1);
      expect(await db.audit.count({ where: { orgCode: code, action: 'membership.invite' } })).toBe(3);
    });
  }, 60_000);

  it(`R10 ${TIMES} times, accepted while cancelled: one of them holds`, async () => {
    await often(async () => {
      const { code, admin, person, id } = await anInvited();
      const invitation = await row(code, person.email);
      const [accepted, cancelled] = await Promise.all([
        acceptInvitation(person, { id }),
        cancelInvitation(admin, { id: invitation?.id ?? '' }),
      ]);
      expect([accepted.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
      expect((await own(person, code))?.state ?? null).toBe(accepted.ok ? 'active' : null);
    });
  }, 60_000);

  it(`R11 ${TIMES} times, asked while invited: one live row, and whoever came second is told`, async () => {
    await often(async () => {
      const { code, admin } = await aPractice();
      const person = await aPerson();
      const [asked, invited] = await Promise.all([
        requestToJoin(person, asks(code)),
        invite(admin, { code, role: 'member', addresses: [person.email] }),
      ]);
      const membership = await own(person, code);
      expect(membership?.state).toBe(asked.ok ? 'pending' : 'invited');
      expect(sentIn([invited])).toEqual([asked.ok ? 'asked' : 'sent']);
      expect(await db.invitation.count({ where: { orgCode: code } })).toBe(asked.ok ? 0 : 1);
    });
  }, 60_000);

  it(`R10 ${TIMES} times, accepted twice and declined at once: one answer`, async () => {
    await often(async () => {
      const { code, person, id } = await anInvited();
      const answers = await Promise.all([
        acceptInvitation(person, { id }),
        acceptInvitation(person, { id }),
        declineInvitation(person, { id }),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.invitation.count({ where: { orgCode: code } })).toBe(0);
    });
  }, 60_000);

  it(`R12 ${TIMES} times, accepted while the inviter is demoted: never an admin on the word of one who was none`, async () => {
    await often(async () => {
      const { code, second, person, id, rows, admin } = await anInvited('admin');
      const [accepted, demoted] = await Promise.all([
        acceptInvitation(person, { id }),
        demote(second, { id: rows.admin.id }),
      ]);
      expect(demoted.ok).toBe(true);
      const events = await db.membershipEvent.findMany({
        where: { membership: { orgCode: code }, operation: { in: ['accept', 'demote'] } },
      });
      expect(events.some(({ operation }) => operation === 'accept')).toBe(accepted.ok);
      if (!accepted.ok) expect(accepted.refusal).toBe('inviter-gone');
      expect(await db.membership.count({ where: { orgCode: code, userId: admin.userId, role: 'member' } })).toBe(1);
    });
  }, 60_000);
});
