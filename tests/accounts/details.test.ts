import { expect, it } from 'vitest';
import { findDetails } from '@/lib/accounts/queries/details';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { countStatements } from '../support/statements';

await testDatabase();

it('the profile’s figures are the person’s own, in one statement', async () => {
  const [member, stranger] = [await aPerson(), await aPerson()];
  const { code } = await anOrganisation();
  await joined(member, code, 'member');
  await findDetails(stranger);
  expect(await countStatements(() => findDetails(member))).toBe(1);
  expect(await findDetails(member)).toEqual({
    passwordChangedAt: null,
    waitingAddress: null,
    setupDismissedAt: null,
    linked: true,
    presets: 0,
    administers: false,
  });
  expect(await findDetails(stranger)).toMatchObject({ linked: false, presets: 0 });
  const [admin, team] = [await aPerson(), await aPerson({ platformAdmin: true })];
  await joined(admin, code, 'admin');
  expect(await findDetails(admin)).toMatchObject({ administers: true });
  // Also while their powers rest: the page says so.
  expect(await findDetails(team)).toMatchObject({ administers: true });
});
