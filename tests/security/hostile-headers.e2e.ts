import { db } from '@/lib/platform/db';
import { hashPassword } from '@/lib/platform/passwords';
import { aScene, type Scene } from '../journey/scene';
import { expect, test } from '../support/fixtures';
import { password } from '../support/forms';
import { client } from '../support/http';
import { aPerson } from '../support/people';

let scene: Scene;

test.beforeAll(async () => {
  scene = await aScene();
});

// What Next.js and proxies say to each other, said by a client.
const hostile = () => ({
  'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  'x-middleware-next': '1',
  'x-middleware-rewrite': '/admin/requests/',
  'x-middleware-override-headers': 'x-active-workspace',
  'x-middleware-request-x-active-workspace': scene.workspaces.admin.id,
  'x-nextjs-data': '1',
  'x-invoke-path': '/admin/requests/',
  'x-matched-path': '/admin/requests/',
  'x-active-workspace': scene.workspaces.admin.id,
  'x-client-address': '203.0.113.9',
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-original-url': '/admin/requests/',
});

test('R04 headers that a client made up open no page', async () => {
  const { ofPractice, ofNobody } = scene.requests;
  const closed = [
    '/accounts/profile/',
    '/workspaces/',
    '/admin/requests/',
    `/admin/requests/${ofNobody}/`,
    `/w/${scene.practice.code}/approvals/`,
    `/accounts/profile/requests/${ofPractice}/`,
  ];
  for (const address of closed) {
    for (const person of [undefined, scene.people.newcomer]) {
      const plain = await client(person).ask(address);
      const forged = await client(person).ask(address, { headers: hostile() });
      expect(forged.status, address).toBe(plain.status);
      expect(forged.headers.get('location'), address).toBe(plain.headers.get('location'));
      expect(await forged.text(), address).not.toContain(scene.people.asker.email);
    }
  }
  expect((await client(scene.people.platform).ask('/admin/requests/', { headers: hostile() })).status).toBe(200);
});

test('R04 R44 a workspace in a header of the client’s own is not the workspace', async () => {
  const own = { 'x-active-workspace': scene.workspaces.admin.id };
  const forged = await client(scene.people.admin).text('/tools/practice-overview/', own);
  expect(forged).not.toContain('because it is your workspace');
  const chosen = await client(scene.people.admin, { workspace: scene.workspaces.admin.id }).text(
    '/tools/practice-overview/',
  );
  expect(chosen).toContain('because it is your workspace');
  const theirs = await client(scene.people.newcomer).ask('/api/session/', { headers: own });
  expect(await theirs.json()).toMatchObject({ workspace: null });
});

test('R58 without a trusted proxy the forwarded address is not believed', async () => {
  const person = await aPerson({ now: new Date() });
  await db().user.update({ where: { id: person.userId }, data: { passwordHash: await hashPassword(password) } });
  await client().send(
    '/accounts/login/',
    'Sign in',
    { email: person.email, password },
    { 'x-forwarded-for': '203.0.113.9', 'x-client-address': '203.0.113.9' },
  );
  const made = await db().session.findMany({ where: { userId: person.userId, id: { not: person.sessionId } } });
  expect(made).toHaveLength(1);
  expect(made[0]?.network).not.toContain('203.0.113');
});

test('R25 a made-up host does not reach a mail', async () => {
  await db().$executeRaw`delete from limits.counters`;
  const email = `host-${Date.now()}@example.nhs.uk`;
  const { mailTo } = await import('../support/outbox');
  const headers = { 'x-forwarded-host': 'evil.example' };
  await client().send('/accounts/register/', 'Create account', { name: 'Hana Host', email, password }, headers);
  const accepted = await db().user.count({ where: { email } });
  if (accepted === 0)
    await client().send('/accounts/register/', 'Create account', { name: 'Hana Host', email, password });
  const mail = await mailTo(email, 'confirm-address');
  expect(mail.text + mail.html).not.toContain('evil.example');
});

test('R60 every page rendered per request has one strict policy, read and posted to', async () => {
  const { admin, platform } = scene.people;
  const asked = [
    [undefined, '/accounts/register/'],
    [undefined, '/accounts/login/'],
    [undefined, '/accounts/password-reset/'],
    [undefined, '/accounts/verify/sent/'],
    [undefined, '/tools/practice-overview/'],
    [undefined, `/tools/pcn-list-sizes/?org=${scene.practice.pcn.code}`],
    [undefined, '/tools/search/?q=elm'],
    [undefined, '/outbox/'],
    [admin, '/accounts/profile/'],
    [admin, '/accounts/profile/link-practice/'],
    [admin, '/accounts/profile/presets/'],
    [admin, '/workspaces/'],
    [admin, `/w/${scene.practice.code}/approvals/`],
    [platform, '/admin/requests/'],
    [platform, `/admin/requests/${scene.requests.ofNobody}/`],
    [platform, '/admin/nothing/'],
    [undefined, '/setup/nothing/'],
  ] as const;
  for (const [person, address] of asked) {
    const nonces = [];
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? new FormData() : undefined;
      const answer = await client(person).ask(address, { method, body });
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy.match(/script-src/g), `${method} ${address}`).toHaveLength(1);
      expect(policy, `${method} ${address}`).not.toMatch(/unsafe|script-src[^;]*\*/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=(3153600\d|[4-9]\d{7})/);
      nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1]);
      const inline = (await answer.text()).match(/<script(?![^>]*\bsrc=)(?![^>]*\bnonce=)[^>]*>/g);
      expect(inline, `${method} ${address}`).toBeNull();
    }
    expect(nonces[0], `${address}: a nonce for each answer`).not.toBe(nonces[1]);
  }
});
