import { beforeAll, expect, test } from 'vitest';
import { type Asking, ask, get, insist } from '@/scripts/bench/ask';
import { post } from '@/scripts/bench/forms';
import { countStatements } from '@/scripts/bench/statements';
import { aHouse } from '../support/house';

// What a request costs and can be counted: statements at the database, bytes to the browser (docs/decisions/0021).
const { folder, server, moveIn } = aHouse();
const password = 'purple tractor biscuit';
let databaseUrl = '';
let member: { cookie: string; email: string; memberships: [string, string]; code: string };

beforeAll(async () => {
  databaseUrl = (await moveIn()).DATABASE_URL ?? '';
  const { db } = await import('@/lib/platform/db');
  const { hashPassword } = await import('@/lib/platform/passwords');
  const { aPerson, joined } = await import('../support/people');
  const person = await aPerson({ now: new Date() });
  await db().user.update({ where: { id: person.userId }, data: { passwordHash: await hashPassword(password) } });
  const practices = await db().organisation.findMany({
    where: { kind: 'practice', linkable: true, status: 'open', pcnCode: { not: null } },
    orderBy: { code: 'asc' },
    take: 2,
  });
  const [first, second] = [
    await joined(person, practices[0]?.code ?? '', 'member'),
    await joined(person, practices[1]?.code ?? '', 'member'),
  ];
  const cookie = `session=${person.sessionToken}; has-session=1; active-workspace=${first.id}`;
  member = { cookie, email: person.email, memberships: [first.id, second.id], code: practices[0]?.code ?? '' };
});

const count = (asking: Asking) => countStatements({ origin: server().url, folder: folder(), databaseUrl }, [asking]);
const page = async (path: string) => (await insist(server().url, get(path, { cookie: member.cookie }))).body;
const ofOneAnswer = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding']);
const comparable = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (ofOneAnswer.has(name) ? [] : [[name, String(value)]])),
  );
const kB = (text: string) => Math.round(Buffer.byteLength(text) / 1000);

test('a session check is one statement', async () => {
  expect(await count(get('/api/session/', { cookie: member.cookie }))).toEqual({ perRequest: 1, ofTransactions: 0 });
});

test.each(['/api/session/', '/api/organisations/search/?q=elm'])(
  'R60 %s is answered without Next.js, with the headers that Next.js gives it',
  async path => {
    const asking = get(path, { cookie: member.cookie });
    const plain = await ask(server().url, asking);
    const { vary: alike = '', ...own } = comparable(plain.headers);
    const { vary = '', ...byNext } = comparable((await ask(server().url, { ...asking, method: 'HEAD' })).headers);
    expect(own).toEqual(byNext);
    expect(own).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
    // Next.js says what its own pages vary by: so it is known who answered.
    expect(vary).toMatch(/rsc/i);
    expect(alike).not.toMatch(/rsc/i);
    expect(vary).toContain(alike);
    expect(plain.headers['content-length']).toBe(String(Buffer.byteLength(plain.body)));
    expect(Object.keys(JSON.parse(plain.body)).length).toBeGreaterThan(1);
  },
);

test('a signed-in page asks two statements before its own data; a member’s profile five in all', async () => {
  const cookie = member.cookie;
  expect(await count({ ...get('/accounts/nothing-is-here/', { cookie }), status: 404 })).toMatchObject({
    perRequest: 2,
  });
  expect(await count(get('/accounts/profile/', { cookie }))).toEqual({ perRequest: 5, ofTransactions: 0 });
});

test('R44 a switch of workspace is two statements, begins nothing and answers without a page', async () => {
  const { cookie, memberships } = member;
  const filled = { page: '/workspaces/', html: await page('/workspaces/'), marker: /name="membership"/ };
  const switching = post(
    { ...filled, fields: { membership: memberships[1], next: '/tools/' } },
    { origin: server().url, headers: { cookie }, status: 303 },
  );
  expect(await count(switching)).toEqual({ perRequest: 2, ofTransactions: 0 });
  expect((await ask(server().url, switching)).body).toBe('');
});

test('R36 a sign-in on a known device is four statements and begins nothing', async () => {
  const html = (await insist(server().url, get('/accounts/login/'))).body;
  const filled = { page: '/accounts/login/', html, marker: /type="password"/ };
  const entering = post(
    { ...filled, fields: { email: member.email, password } },
    { origin: server().url, headers: {}, status: 303 },
  );
  expect(await count(entering)).toEqual({ perRequest: 4, ofTransactions: 0 });
});

test('pages stay light: document and data of the profile, the workspaces and a tool', async () => {
  expect(kB(await page('/accounts/profile/'))).toBeLessThan(52);
  expect(kB(await page('/workspaces/'))).toBeLessThan(42);
  expect(kB(await page('/tools/practice-overview/'))).toBeLessThan(152);
  expect(kB(await page(`/tools/practice-overview/?org=${member.code}&compare=pcn`))).toBeLessThan(152);
});
