import { describe, expect, it } from 'vitest';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { sessionStore } from '@/lib/platform/session-store';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, tuesday } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const HOUR = 3_600_000;
const at = (hours: number) => ({ now: new Date(tuesday.getTime() + hours * HOUR), requestId: 'test' });

describe('a session', () => {
  it('R38 is stored as a digest: no row holds the value of the cookie', async () => {
    const person = await aPerson();
    const rows = JSON.stringify(await db.session.findMany());
    expect(rows).not.toContain(person.sessionToken);
    expect(await findPerson(person.sessionToken, null, at(0))).toMatchObject({ userId: person.userId });
  });

  it('R39 that was ended is refused at the next request', async () => {
    const person = await aPerson();
    expect(await findPerson(person.sessionToken, null, at(0))).not.toBeNull();
    await sessionStore().deleteSession(person.sessionToken);
    expect(await findPerson(person.sessionToken, null, at(0))).toBeNull();
  });

  it('R40 ends after twelve hours without use, and use moves that limit', async () => {
    const idle = await aPerson();
    expect(await findPerson(idle.sessionToken, null, at(13))).toBeNull();
    const busy = await aPerson();
    for (const hours of [8, 16, 24]) expect(await findPerson(busy.sessionToken, null, at(hours))).not.toBeNull();
    expect(await findPerson(busy.sessionToken, null, at(37))).toBeNull();
  });

  it('R40 ends at its absolute limit however busy it is', async () => {
    const person = await aPerson();
    for (let hours = 0; hours < 168; hours += 8) {
      expect(await findPerson(person.sessionToken, null, at(hours))).not.toBeNull();
    }
    expect(await findPerson(person.sessionToken, null, at(168))).toBeNull();
  });

  it.each([
    ['disabled', { state: 'disabled' as const }],
    ['closing', { state: 'closing' as const }],
    ['without a confirmed address', { emailVerified: null }],
  ])('R39 of an account that is %s is refused', async (_what, data) => {
    const person = await aPerson();
    expect(await findPerson(person.sessionToken, null, at(0))).not.toBeNull();
    await db.user.update({ where: { id: person.userId }, data });
    expect(await findPerson(person.sessionToken, null, at(0))).toBeNull();
  });

  it('takes exactly one statement, with a workspace and without', async () => {
    const person = await aPerson();
    const { code } = await anOrganisation();
    const membership = await joined(person, code, 'member');
    expect(await countStatements(() => findPerson(person.sessionToken, membership.id, at(0)))).toBe(1);
    expect(await countStatements(() => findPerson(person.sessionToken, null, at(1)))).toBe(1);
  });
});

describe('the workspace cookie', () => {
  it('R44 names a default and grants nothing: garbage, a stranger’s membership and a lost one are all nothing', async () => {
    const person = await aPerson();
    const stranger = await aPerson();
    const { code } = await anOrganisation();
    const mine = await joined(person, code, 'member');
    const theirs = await joined(stranger, (await anOrganisation()).code, 'admin');

    expect(await findPerson(person.sessionToken, mine.id, at(0))).toMatchObject({
      workspace: { code, role: 'member' },
      lostWorkspace: false,
    });
    for (const wanted of [theirs.id, 'garbage', "'; drop table users; --", mine.id.toUpperCase()]) {
      expect(await findPerson(person.sessionToken, wanted, at(0))).toMatchObject({
        workspace: null,
        lostWorkspace: true,
      });
    }
    await db.membership.update({ where: { id: mine.id }, data: { state: 'removed', role: null } });
    expect(await findPerson(person.sessionToken, mine.id, at(0))).toMatchObject({
      workspace: null,
      lostWorkspace: true,
    });
  });
});
