import { db } from '@/lib/platform/db';
import { hashPassword } from '@/lib/platform/passwords';
import { expect, test } from '../support/fixtures';
import { password } from '../support/forms';
import { client, type Fields } from '../support/http';
import { origin } from '../support/installation';
import { aPerson, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

const { host } = new URL(origin);

// Ways to write another site so that a careless check takes it for a path of this one.
const vectors = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/%2F%2Fevil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  'https://evil.example',
  'https:evil.example',
  `http://${host}//evil.example`,
  `http://${host}@evil.example`,
  `http://${host}.evil.example`,
  `/@evil.example/../../\\evil.example`,
  'javascript:alert(1)',
  'data:text/html,hello',
];

/** Whether a browser that is led there stays on this site. */
function staysHere(location: string | null) {
  if (location === null) return false;
  const there = new URL(location, `${origin}/somewhere/`);
  return there.origin === origin && !location.includes('evil.example');
}

let person: Awaited<ReturnType<typeof aPerson>>;
let membership: string;

test.beforeAll(async () => {
  person = await aPerson({ now: new Date() });
  await db().user.update({ where: { id: person.userId }, data: { passwordHash: await hashPassword(password) } });
  membership = (await joined(person, (await aRegisteredPractice()).code, 'member')).id;
});

const signIn = (fields: Fields) =>
  client().send('/accounts/login/', 'Sign in', { email: person.email, password, ...fields });
const switchTo = (next: string) => client(person).send('/workspaces/', /No workspace/, { membership, next });

test('R61 signing in leads to a path of this site, whatever was wished', async () => {
  for (const next of vectors) {
    expect(staysHere((await signIn({ next })).headers.get('location')), JSON.stringify(next)).toBe(true);
  }
  expect((await signIn({ next: '/tools/?topic=access' })).headers.get('location')).toBe('/tools/?topic=access');
});

test('R61 switching the workspace leads to a path of this site, whatever was wished', async () => {
  for (const next of vectors) {
    expect(staysHere((await switchTo(next)).headers.get('location')), JSON.stringify(next)).toBe(true);
  }
  expect((await switchTo('/tools/practice-overview/')).headers.get('location')).toMatch(
    /^\/tools\/practice-overview\//,
  );
});

test('R61 losing a workspace leads to a path of this site, whatever was wished', async () => {
  for (const next of vectors) {
    const { headers } = await client(person).ask(`/workspaces/lost/?next=${encodeURIComponent(next)}`);
    expect(staysHere(headers.get('location')), JSON.stringify(next)).toBe(true);
  }
  const { headers } = await client(person).ask('/workspaces/lost/?next=/tools/');
  expect(headers.get('location')).toBe('/tools/');
});

test('R61 links and hidden fields of the pages for signing in hold no other site', async () => {
  for (const page of ['/accounts/login/', '/accounts/register/']) {
    for (const next of vectors) {
      const html = await client().text(`${page}?next=${encodeURIComponent(next)}`);
      const held = html.match(/<(?:a|input|form)\b[^>]*(?:href|value|action)="[^"]*evil\.example[^"]*"/g);
      expect(held, `${page} ${JSON.stringify(next)}`).toBeNull();
    }
    expect(await client().text(`${page}?next=%2Ftools%2F`)).toContain('value="/tools/"');
  }
});

test('R61 an address that begins with two slashes leads to no other site', async () => {
  for (const path of [
    '//evil.example',
    '//evil.example/..',
    '/\\evil.example/',
    '/.//evil.example',
    '/%5Cevil.example/',
  ]) {
    const { headers } = await fetch(origin + path, { redirect: 'manual' });
    const location = headers.get('location');
    if (location) expect(new URL(location, origin).origin, path).toBe(origin);
  }
  expect((await client().ask('/tools/')).status).toBe(200);
});
