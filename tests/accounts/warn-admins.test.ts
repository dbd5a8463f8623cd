import { expect, test } from 'vitest';
import { warnAdmins } from '@/lib/accounts/commands/warn-admins';
import { DAY } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, guarded, joined, system, tuesday } from '../support/people';
import { letters } from './mailbox';

await testDatabase();
await db().setting.update({ where: { key: 'admin-factor' }, data: { value: { from: tuesday.toISOString() } } });

const at = (days: number) => system(new Date(tuesday.getTime() + days * DAY));
const told = async (person: { email: string }) =>
  (await letters()).filter(({ to, kind }) => to === person.email && kind === 'factor-needed').map(({ props }) => props);

test('R33 an admin without a second step is written to a week before their powers rest, and when they do; others are not', async () => {
  const { code } = await anOrganisation();
  const [admin, member, platform, careful] = [
    await aPerson(),
    await aPerson(),
    await aPerson({ platformAdmin: true }),
    await aPerson(),
  ];
  await joined(admin, code, 'admin');
  await joined(careful, code, 'admin');
  await joined(member, code, 'member');
  await guarded(careful);

  await warnAdmins(at(6.9));
  expect(await told(admin)).toEqual([]);
  for (const night of [7, 7, 8, 13.9]) await Promise.all([warnAdmins(at(night)), warnAdmins(at(night))]);
  for (const person of [admin, platform]) {
    expect(await told(person)).toMatchObject([{ until: '8 December 2026', resting: false }]);
  }
  for (const night of [14, 15, 40]) await warnAdmins(at(night));
  for (const person of [admin, platform]) {
    expect(await told(person)).toMatchObject([{ resting: false }, { until: '8 December 2026', resting: true }]);
  }
  for (const person of [member, careful]) expect(await told(person)).toEqual([]);
});

test('R33 whoever sets up a factor after the first mail gets no second one', async () => {
  const { code } = await anOrganisation();
  const admin = await aPerson();
  await joined(admin, code, 'admin');
  await warnAdmins(at(10));
  await guarded(admin);
  await warnAdmins(at(14));
  expect(await told(admin)).toMatchObject([{ resting: false }]);
});
