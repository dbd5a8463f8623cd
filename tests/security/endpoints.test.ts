import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addressDoors, mailedLinks } from './doors';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

// Every door that takes an e-mail address or a mailed token. The first stand in the tests that compare answers and times
// (R18), which do not compile without them; the links in the one that lets a scanner press them first (R19). A door that
// takes neither an unknown address nor a link names its own test.
const others: Record<string, { by: string; title: RegExp }> = {
  'verify/withdraw/actions.ts': { by: 'accounts/registration.test.ts', title: /R21 withdraw/ },
  'verify/address/page.tsx': { by: 'security/enumeration.e2e.ts', title: /R18/ },
  'profile/delete/actions.ts': { by: 'accounts/leaving.test.ts', title: /R63 asks for the address, the password/ },
  'invitation/route.ts': { by: 'memberships/invitations.e2e.ts', title: /R19/ },
  'invitation/answer/actions.ts': {
    by: 'memberships/invitations-answered.test.ts',
    title: /R19 R20 reading the link changes nothing/,
  },
  '/w/[code]/members/invite/actions.ts': {
    by: 'memberships/invitations.test.ts',
    title: /an address with an account and one without get the same answer/,
  },
};

/** It reads an address that was typed, or a token that was mailed. */
const bears = (source: string) =>
  /keepOutOfAddress|readCookie\('(mailed|pending)'\)|emailAddress|oneAddress|newAddress|\bregistration\)|signInDetails|askedAddress|farewell|readAddresses/.test(
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

const listed = [...addressDoors, ...mailedLinks.flatMap(({ opens, acts }) => [opens, acts]), ...Object.keys(others)];

test('R18 R19 every door that takes an address or a mailed token is on a list', () => {
  expect(doors.length).toBeGreaterThan(15);
  const missing = doors.filter(door => !listed.some(one => addressOf(one) === door));
  expect(missing.filter(door => door !== 'setup/route.ts')).toEqual([]);
});

test('R18 R19 every door on a list is there', () => {
  expect(listed.filter(door => !pages.has(addressOf(door)))).toEqual([]);
});

test.each(Object.entries(others))('R18 R19 %s has the test that the list names', (_door, { by, title }) => {
  const titles = [...read(`tests/${by}`).matchAll(/(?:test|it)(?:\.\w+)*\(\s*(['"`])(.+?)\1,/gs)].map(
    ([, , name]) => name ?? '',
  );
  expect(titles.some(name => title.test(name))).toBe(true);
});
