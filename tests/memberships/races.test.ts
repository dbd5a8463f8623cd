import { describe, expect, it } from 'vitest';
import { approve } from '@/lib/memberships/commands/approve';
import { demote } from '@/lib/memberships/commands/change-role';
import { leave, stepDown } from '@/lib/memberships/commands/leave';
import { reject } from '@/lib/memberships/commands/reject';
import { remove } from '@/lib/memberships/commands/remove';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { asks, wish } from './asking';

const { db } = await testDatabase();
const TIMES = 50;
const LONG = 180_000;
const atOnce = <T>(work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: TIMES }, (_, index) => work(index)));

const aPendingRequest = async (code: string) => asks(code, await aPerson());

async function anOrganisationWithTwoAdmins() {
  const { code } = await anOrganisation();
  const [one, two] = [await aPerson(), await aPerson()];
  const [first, second] = [await joined(one, code, 'admin'), await joined(two, code, 'admin')];
  return { code, one: { person: one, id: first.id }, two: { person: two, id: second.id } };
}

describe('R10 two decisions at once', () => {
  it(
    `R10 of ${TIMES} deciders at once exactly one wins, with one event, one audit line and one mail`,
    async () => {
      const { code } = await anOrganisation({ name: 'Race Surgery' });
      const deciders = await atOnce(async () => {
        const decider = await aPerson();
        await joined(decider, code, 'admin');
        return decider;
      });
      const { id, person } = await aPendingRequest(code);
      const answers = await Promise.all(
        deciders.map((decider, index) =>
          index % 2 === 0 ? approve(decider, { id, role: 'member' }) : reject(decider, { id, reason: 'unknown' }),
        ),
      );

      const winner = answers.findIndex(answer => answer.ok);
      expect(answers.filter(answer => answer.ok)).toHaveLength(1);
      for (const answer of answers) {
        if (answer.ok) continue;
        // Every loser reads who decided, what and when.
        expect(answer.refusal).toBe('already-decided');
        expect(answer.facts).toMatchObject({ by: deciders[winner]?.name, at: deciders[winner]?.now });
        expect(answer.facts.outcome).toBe(winner % 2 === 0 ? 'approved' : 'rejected');
      }
      const decisions = { in: ['approve', 'reject'] };
      expect(await db.membershipEvent.count({ where: { membershipId: id, operation: decisions } })).toBe(1);
      const audited = { in: ['membership.approve', 'membership.reject'] };
      expect(await db.audit.count({ where: { subject: id, action: audited } })).toBe(1);
      const told = { in: ['request-approved', 'request-rejected'] };
      expect(await db.mail.count({ where: { userId: person.userId, kind: told } })).toBe(1);
    },
    LONG,
  );

  it(
    `R10 ${TIMES} times, a decision and a withdrawal at once: one of them happens, not both`,
    async () => {
      const { code } = await anOrganisation();
      const decider = await aPerson();
      await joined(decider, code, 'admin');
      const outcomes = await atOnce(async () => {
        const { id, person } = await aPendingRequest(code);
        const [approved, withdrawn] = await Promise.all([
          approve(decider, { id, role: 'member' }),
          withdraw(person, { id }),
        ]);
        const { state } = await db.membership.findUniqueOrThrow({ where: { id } });
        expect(state).toBe(approved.ok ? 'active' : 'withdrawn');
        expect([approved.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
        return state;
      });
      expect(outcomes).toHaveLength(TIMES);
    },
    LONG,
  );
});

describe('R11 one live membership a person and organisation', () => {
  it(
    `R11 of ${TIMES} requests at once one is made, and the others are led to it`,
    async () => {
      const { code } = await anOrganisation();
      const person = await aPerson();
      const answers = await atOnce(() => requestToJoin(person, wish(code)));
      const made = answers.flatMap(answer => (answer.ok ? [answer.value.id] : []));
      expect(made).toHaveLength(1);
      for (const answer of answers) {
        if (!answer.ok) expect(answer).toMatchObject({ refusal: 'already-asked', facts: { id: made[0] } });
      }
      expect(await db.membership.count({ where: { userId: person.userId, orgCode: code } })).toBe(1);
      expect(await db.membershipEvent.count({ where: { membershipId: made[0] } })).toBe(1);
    },
    LONG,
  );

  it('R11 the database itself refuses a second row for the pair, and a role without activity', async () => {
    const { code } = await anOrganisation();
    const person = await aPerson();
    const first = await joined(person, code, 'member');
    await expect(joined(person, code, 'member')).rejects.toThrow(/unique/i);
    const roleless = db.membership.update({ where: { id: first.id }, data: { state: 'left' } });
    await expect(roleless).rejects.toThrow(/memberships_role_while_active/);
    const proper = await db.membership.update({ where: { id: first.id }, data: { state: 'left', role: null } });
    expect(proper.state).toBe('left');
  });

  it(
    'one person has at most five requests open, also when they ask ten organisations at once',
    async () => {
      const person = await aPerson();
      const codes = await Promise.all(Array.from({ length: 10 }, async () => (await anOrganisation()).code));
      const answers = await Promise.all(codes.map(code => requestToJoin(person, wish(code))));
      expect(answers.filter(answer => answer.ok)).toHaveLength(5);
      expect(answers.flatMap(answer => (answer.ok ? [] : [answer.refusal]))).toEqual(Array(5).fill('too-many-open'));
    },
    LONG,
  );
});

describe('R12 the last administrator', () => {
  const admins = (code: string) => db.membership.count({ where: { orgCode: code, role: 'admin' } });
  type Pair = Awaited<ReturnType<typeof anOrganisationWithTwoAdmins>>;
  const ways: [string, (pair: Pair) => Promise<{ ok: boolean }>[]][] = [
    ['leave', ({ one, two }) => [leave(one.person, one), leave(two.person, two)]],
    ['step down', ({ one, two }) => [stepDown(one.person, one), stepDown(two.person, two)]],
    ['demote each other', ({ one, two }) => [demote(one.person, two), demote(two.person, one)]],
    [
      'remove each other',
      ({ one, two }) => [
        remove(one.person, { id: two.id, reason: 'gone' }),
        remove(two.person, { id: one.id, reason: 'gone' }),
      ],
    ],
    ['leave and are demoted', ({ one, two }) => [leave(one.person, one), demote(one.person, two)]],
  ];

  it.each(ways)(
    `R12 ${TIMES} times, two administrators %s at once: one administrator stays`,
    async (_name, race) => {
      const kept = await atOnce(async () => {
        const pair = await anOrganisationWithTwoAdmins();
        const answers = await Promise.all(race(pair));
        // The positive control: one of the two did succeed.
        expect(answers.filter(answer => answer.ok).length).toBeGreaterThanOrEqual(1);
        return admins(pair.code);
      });
      expect(kept).toEqual(Array(TIMES).fill(1));
    },
    LONG,
  );

  it('R12 alone, the last administrator can neither leave nor step down; with a second one both go', async () => {
    const { code, one, two } = await anOrganisationWithTwoAdmins();
    expect(await leave(one.person, one)).toMatchObject({ ok: true });
    expect(await leave(two.person, two)).toMatchObject({ ok: false, refusal: 'last-administrator' });
    expect(await stepDown(two.person, two)).toMatchObject({ ok: false, refusal: 'last-administrator' });
    expect(await admins(code)).toBe(1);
  });

  it('R12 an administrator whose account is disabled does not count as one who stays', async () => {
    const { one, two } = await anOrganisationWithTwoAdmins();
    await db.user.update({ where: { id: two.person.userId }, data: { state: 'disabled' } });
    expect(await leave(one.person, one)).toMatchObject({ ok: false, refusal: 'last-administrator' });
    expect(await demote(one.person, two)).toMatchObject({ ok: true });
  });
});
