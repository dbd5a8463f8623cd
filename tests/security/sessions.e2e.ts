import { db } from '@/lib/platform/db';
import { hashPassword } from '@/lib/platform/passwords';
import { digest } from '@/lib/platform/seal';
import { aScene, type Scene } from '../journey/scene';
import { expect, test } from '../support/fixtures';
import { password } from '../support/forms';
import { client, cookieSet, cookiesSet, cookieValue, type Fields } from '../support/http';
import { origin } from '../support/installation';
import { aPerson, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

let scene: Scene;

test.beforeAll(async () => {
  scene = await aScene();
});

async function withPassword() {
  const person = await aPerson({ now: new Date() });
  await db().user.update({ where: { id: person.userId }, data: { passwordHash: await hashPassword(password) } });
  return person;
}

const enter = (email: string, more: Fields = {}, headers = {}) =>
  client().send('/accounts/login/', 'Sign in', { email, password, ...more }, headers);

test('R38 a session’s cookie is opaque, HttpOnly, SameSite and new at every sign-in; the database holds its digest', async () => {
  const { email, userId } = await withPassword();
  const lines = [];
  for (const remember of [null, 'on']) lines.push(cookieSet(await enter(email, { remember }), 'session'));
  const [passing, remembered] = lines;
  for (const line of lines) {
    expect(line).toMatch(/; Path=\/(;|$)/);
    expect(line).toMatch(/; HttpOnly(;|$)/);
    expect(line).toMatch(/; SameSite=lax(;|$)/i);
    expect(cookieValue(line)).toMatch(/^[\w-]{43,}$/);
  }
  expect(passing).not.toMatch(/Expires|Max-Age/i);
  expect(remembered).toMatch(/Expires/i);
  const [one, two] = lines.map(cookieValue);
  expect(one).not.toBe(two);
  const stored = (await db().session.findMany({ where: { userId } })).map(({ sessionToken }) => sessionToken);
  expect(stored).toEqual(expect.arrayContaining([digest(one ?? ''), digest(two ?? '')]));
  expect(stored).not.toContain(one);
});

test('R35 R38 a wrong password and an address nobody confirmed set no session', async () => {
  const { email } = await withPassword();
  expect(cookieSet(await enter(email, { password: 'another three words' }), 'session')).toBe('');
  const unconfirmed = await withPassword();
  await db().user.update({ where: { id: unconfirmed.userId }, data: { emailVerified: null } });
  const answer = await enter(unconfirmed.email);
  expect(answer.headers.get('location')).toContain('/accounts/verify/sent/');
  expect(cookieSet(answer, 'session')).toBe('');
});

test('R39 a signed-out session is refused by page, RSC, action and API', async () => {
  const person = await aPerson({ now: new Date() });
  const browser = client(person);
  expect((await browser.ask('/accounts/profile/')).status).toBe(200);
  expect((await browser.ask('/api/session/')).status).toBe(200);
  const form = await browser.text('/accounts/profile/name/');
  expect(form).toContain('Save name');

  const out = await browser.ask('/accounts/logout/', { method: 'POST', headers: { origin } });
  expect(out.status).toBe(303);
  for (const name of ['session', 'has-session']) expect(cookieSet(out, name)).toMatch(/Max-Age=0|1970/);

  const page = await browser.ask('/accounts/profile/');
  expect(page.headers.get('location')).toContain('/accounts/login/');
  const data = await browser.rsc('/accounts/profile/');
  expect(`${data.headers.get('location')}${await data.text()}`).toContain('/accounts/login/');
  const ahead = await browser.rsc('/accounts/profile/', { 'Next-Router-Prefetch': '1' });
  expect(await ahead.text()).not.toContain(person.email);
  expect((await browser.ask('/api/session/')).status).toBe(401);
  expect(await (await browser.ask('/api/auth/session/')).json()).toEqual({});
  const action = await client(person).replay('/accounts/profile/name/', form, 'Save name', { name: 'Somebody Else' });
  expect(action.headers.get('location') ?? '').toContain('/accounts/login/');
  expect((await db().user.findUniqueOrThrow({ where: { id: person.userId } })).name).toBe(person.name);
});

test('R47 a workspace cookie of an organisation that was left goes, with one notice', async ({ visit }) => {
  const person = await aPerson({ now: new Date() });
  const { code, named } = await aRegisteredPractice();
  const { id } = await joined(person, code, 'member');
  const page = await visit({ as: person, workspace: id });
  await page.goto('/accounts/profile/');
  await expect(page.locator('summary').first()).toContainText(named);
  await db().membership.update({ where: { id }, data: { state: 'left', role: null } });
  await page.goto('/accounts/profile/');
  await expect(page.getByText(`You no longer have access to ${named}. You are in the public view.`)).toBeVisible();
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('active-workspace');
  await page.reload();
  await expect(page.getByText('You no longer have access')).toHaveCount(0);
});

test('R57 sign-in, registration and sign-out sent from another site are refused and change nothing', async () => {
  const person = await withPassword();
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const entered = await enter(person.email, {}, foreign);
  expect(entered.status).toBeGreaterThanOrEqual(400);
  expect(cookiesSet(entered)).toEqual([]);
  expect(cookieSet(await enter(person.email), 'session')).not.toBe('');

  const email = `foreign-${Date.now()}@example.nhs.uk`;
  const fields = { name: 'Foreign Form', email, password };
  const registered = await client().send('/accounts/register/', 'Create account', fields, foreign);
  expect(registered.status).toBeGreaterThanOrEqual(400);
  expect(await db().user.count({ where: { email } })).toBe(0);

  for (const headers of [foreign, {}, { origin: 'null' }]) {
    const out = await client(person).ask('/accounts/logout/', { method: 'POST', headers });
    expect(out.status).toBe(403);
  }
  expect((await client(person).ask('/api/session/')).status).toBe(200);
});

test('R08 whatever is answered to somebody signed in is not stored', async () => {
  const { admin, platform, asker } = scene.people;
  const asked = [
    [admin, '/accounts/profile/'],
    [admin, '/accounts/profile/presets/'],
    [admin, '/accounts/profile/link-practice/?q=elm'],
    [admin, '/workspaces/'],
    [admin, `/w/${scene.practice.code}/approvals/`],
    [admin, `/tools/practice-overview/?org=${scene.practice.code}`],
    [admin, '/api/session/'],
    [asker, `/accounts/profile/requests/${scene.requests.ofPractice}/`],
    [platform, '/admin/requests/'],
    [platform, `/admin/requests/${scene.requests.ofNobody}/`],
  ] as const;
  for (const [person, address] of asked) {
    for (const answer of [await client(person).ask(address), await client(person).rsc(address)]) {
      expect(answer.status, address).toBe(200);
      expect(answer.headers.get('cache-control'), address).toContain('no-store');
    }
  }
});

test('R07 R52 a member’s pages hold no address of a colleague, no hash and no token', async () => {
  const { member, admin, asker } = scene.people;
  const browser = client(member, { workspace: scene.workspaces.member.id });
  const rows = await db().user.findMany({
    where: { id: { in: [member.userId, admin.userId] } },
    include: { sessions: true },
  });
  const secrets = [
    admin.email,
    asker.email,
    '$argon2',
    ...rows.flatMap(({ sessions }) => sessions.map(each => each.sessionToken)),
  ];
  for (const address of [
    '/accounts/profile/',
    '/workspaces/',
    '/accounts/profile/presets/',
    '/tools/practice-overview/',
    '/api/session/',
  ]) {
    for (const answer of [await browser.ask(address), await browser.rsc(address)]) {
      expect(answer.status, address).toBe(200);
      const said = await answer.text();
      for (const secret of [...secrets, member.sessionToken]) expect(said, address).not.toContain(secret);
    }
  }
  expect(await browser.text('/accounts/profile/')).toContain(member.email);
});
