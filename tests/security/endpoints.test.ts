import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

// Every door that takes an e-mail address or a mailed token, with the test that shows that it tells nobody whether an
// account exists (R18) or that reading it changes nothing (R19, R20). A new one is not let in without its test.
const covered: Record<string, { by: string; title: RegExp }> = {
  'register/actions.ts': {
    by: 'accounts/registration.test.ts',
    title: /R18 a known and an unknown address get the same answer/,
  },
  'login/actions.ts': { by: 'accounts/sign-in.test.ts', title: /unknown/ },
  'verify/sent/actions.ts': {
    by: 'accounts/registration.test.ts',
    title: /R18 resending and correcting are limited alike/,
  },
  'verify/confirm/actions.ts': { by: 'accounts/account.e2e.ts', title: /R19/ },
  'verify/withdraw/actions.ts': { by: 'accounts/registration.test.ts', title: /R21 withdraw/ },
  'verify/address/page.tsx': {
    by: 'accounts/registration.test.ts',
    title: /R18 resending and correcting are limited alike/,
  },
  'verify/route.ts': { by: 'accounts/account.e2e.ts', title: /R19/ },
  'password-reset/actions.ts': { by: 'accounts/reset-password.test.ts', title: /R18/ },
  'password-reset/new/actions.ts': { by: 'accounts/reset-password.test.ts', title: /R19|R20/ },
  'password-reset/open/route.ts': { by: 'accounts/reset-password.test.ts', title: /R19|R20/ },
  'profile/email/actions.ts': {
    by: 'accounts/change-address.test.ts',
    title: /R18 gets the same answer and the same rows/,
  },
  'profile/email/confirm/actions.ts': {
    by: 'accounts/change-address.test.ts',
    title: /R19 R20 reading the link changes nothing/,
  },
  'profile/email/open/route.ts': { by: 'accounts/leaving.e2e.ts', title: /R19 R24/ },
  'profile/email/undo/route.ts': { by: 'accounts/leaving.e2e.ts', title: /R19 R24/ },
  'profile/email/undo/confirm/actions.ts': {
    by: 'accounts/change-address.test.ts',
    title: /R24 works for seven days and once/,
  },
  'profile/delete/actions.ts': { by: 'accounts/leaving.test.ts', title: /R63 asks for the address, the password/ },
  'restore/route.ts': { by: 'accounts/leaving.e2e.ts', title: /R63 an account is closed, taken back/ },
  'restore/confirm/actions.ts': { by: 'accounts/leaving.test.ts', title: /R63 is taken back for seven days/ },
  'stop-removal/route.ts': { by: 'accounts/leaving.e2e.ts', title: /links that were cut off/ },
  'stop-removal/confirm/actions.ts': { by: 'accounts/people.test.ts', title: /R37 R19 is kept/ },
  'invitation/route.ts': { by: 'memberships/invitations.e2e.ts', title: /R19/ },
  'invitation/answer/actions.ts': {
    by: 'memberships/invitations.test.ts',
    title: /R19 R20 reading the link changes nothing/,
  },
  '/w/[code]/members/invite/actions.ts': {
    by: 'memberships/invitations.test.ts',
    title: /an address with an account and one without get the same answer/,
  },
};

/** It reads an address that was typed, or a token that was mailed. */
const bears = (source: string) =>
  /keepOutOfAddress|readCookie\('(mailed|pending)'\)|emailAddress|oneAddress|newAddress|\bregistration\)|signInDetails|farewell|readAddresses/.test(
    source,
  );

/** Most doors of this kind are among the accounts; others are written with their whole address. */
const addressOf = (door: string) => (door.startsWith('/') ? door.slice(1) : `accounts/${door}`);

/** Files by their address: the groups in brackets are not part of it. */
const pages = new Map(
  readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter(file => /(^|\/)(route|actions|page)\.tsx?$/.test(file))
    .map(file => [file.replace(/\([^)]+\)\//g, ''), `app/${file}`]),
);
const doors = [...pages].flatMap(([door, file]) => (door.endsWith('.ts') && bears(read(file)) ? [door] : []));

test('R18 R19 every door that takes an address or a mailed token is on the list', () => {
  const listed = Object.keys(covered).map(addressOf);
  expect(doors.length).toBeGreaterThan(10);
  expect(doors.filter(door => !listed.includes(door) && door !== 'setup/route.ts')).toEqual([]);
});

test.each(Object.entries(covered))('R18 R19 %s has the test that the list names', (door, { by, title }) => {
  expect(pages.has(addressOf(door))).toBe(true);
  const titles = [...read(`tests/${by}`).matchAll(/(?:test|it)(?:\.\w+)*\(\s*(['"`])(.+?)\1,/gs)].map(
    ([, , name]) => name ?? '',
  );
  expect(titles.some(name => title.test(name))).toBe(true);
});
