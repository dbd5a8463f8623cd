import { randomUUID } from 'node:crypto';
import { db } from '@/lib/platform/db';
import { aScene, type Scene } from '../journey/scene';
import { expect, test } from '../support/fixtures';
import { client, cookieSet } from '../support/http';
import { joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

// Everything here belongs to one practice and its people; a stranger, who is an administrator of another, guesses.
let scene: Scene;
let elsewhere: Awaited<ReturnType<typeof aRegisteredPractice>>;
let stranger: Scene['people']['newcomer'];
let preset: string;

test.beforeAll(async () => {
  scene = await aScene();
  elsewhere = await aRegisteredPractice();
  stranger = scene.people.newcomer;
  await joined(stranger, elsewhere.code, 'admin');
  preset = scene.preset;
});

test('R03 another’s page answers as one that does not exist', async () => {
  const nothing = randomUUID();
  const { ofPractice } = scene.requests;
  const pairs = [
    [`/accounts/profile/requests/${ofPractice}/`, `/accounts/profile/requests/${nothing}/`],
    [`/accounts/profile/presets/${preset}/`, `/accounts/profile/presets/${nothing}/`],
    [`/w/${scene.practice.code}/approvals/`, '/w/A00000/approvals/'],
    [`/w/${scene.practice.code}/members/access/`, '/w/A00000/members/access/'],
    [`/w/${scene.practice.code}/members/access/export/`, '/w/A00000/members/access/export/'],
    [`/w/${scene.practice.code}/members/check/`, '/w/A00000/members/check/'],
    [`/w/${scene.practice.code}/activity/`, '/w/A00000/activity/'],
    [`/w/${scene.practice.code}/activity/export/?format=json`, '/w/A00000/activity/export/?format=json'],
    [
      `/w/${scene.practice.code}/approvals/${ofPractice}/reject/`,
      `/w/${scene.practice.code}/approvals/${nothing}/reject/`,
    ],
    [`/w/${elsewhere.code}/approvals/${ofPractice}/reject/`, `/w/${elsewhere.code}/approvals/${nothing}/reject/`],
    [`/admin/requests/${ofPractice}/`, `/admin/requests/${nothing}/`],
    [`/admin/requests/${ofPractice}/reject/`, `/admin/requests/${nothing}/reject/`],
  ] as const;
  for (const [theirs, none] of pairs) {
    const [one, other] = await Promise.all([client(stranger).ask(theirs), client(stranger).ask(none)]);
    expect(one.status, theirs).toBe(other.status);
    expect(one.status, theirs).not.toBe(200);
    expect(plain(await one.text(), theirs), theirs).toEqual(plain(await other.text(), none));
  }
  expect((await client(stranger).ask('/admin/requests/')).status).toBe(404);
  expect((await client(scene.people.asker).ask(`/accounts/profile/requests/${ofPractice}/`)).status).toBe(200);
  expect((await client(scene.people.admin).ask(`/w/${scene.practice.code}/approvals/`)).status).toBe(200);
  expect((await client(scene.people.member).ask(`/accounts/profile/presets/${preset}/`)).status).toBe(200);
});

test('R03 another’s preset opens a tool as a preset that does not exist does', async () => {
  const nothing = randomUUID();
  const address = (id: string) => `/tools/practice-overview/?org=${scene.practice.code}&preset=${id}`;
  const [one, other] = await Promise.all([preset, nothing].map(id => client(stranger).text(address(id))));
  expect(plain(one ?? '', preset)).toEqual(plain(other ?? '', nothing));
  expect(one).not.toContain('A preset of their own');
  expect(await client(scene.people.member).text(address(preset))).toContain('A preset of their own');
});

test('R03 R09 another’s request cannot be decided or withdrawn by putting its id into one’s own form', async () => {
  const own = await scene.ask(scene.people.asker, elsewhere.code);
  const { ofPractice } = scene.requests;
  const before = await stateOf(ofPractice);
  const page = `/w/${elsewhere.code}/approvals/`;
  const swapped = await client(stranger).send(page, /^Approve as member/, { id: ofPractice, role: 'admin' });
  expect(swapped.status).toBe(404);
  const rejected = await client(stranger).send(`${page}${own}/reject/`, 'Reject this request', {
    id: ofPractice,
    reason: 'unknown',
  });
  expect(rejected.status).toBe(404);
  const mine = await scene.ask(stranger, scene.empty.code);
  const withdrawn = await client(stranger).send(`/accounts/profile/requests/${mine}/`, 'Withdraw this request', {
    id: ofPractice,
  });
  expect([303, 404]).toContain(withdrawn.status);
  expect(await stateOf(ofPractice)).toEqual(before);
  expect((await client(stranger).send(page, /^Approve as member/, { role: 'member' })).status).toBe(303);
  expect((await stateOf(own)).state).toBe('active');
});

test('R03 R48 another’s preset cannot be renamed or deleted by putting its id into one’s own form', async () => {
  const own = await scene.keep(stranger, scene.practice.code);
  const before = await db().preset.findUniqueOrThrow({ where: { id: preset } });
  const page = `/accounts/profile/presets/${own}/`;
  await client(stranger).send(page, 'Save the name', { id: preset, name: 'Taken' });
  await client(stranger).send(page, 'Delete this preset', { id: preset });
  expect(await db().preset.findUniqueOrThrow({ where: { id: preset } })).toEqual(before);
  await client(stranger).send(page, 'Save the name', { name: 'Renamed' });
  expect((await db().preset.findUniqueOrThrow({ where: { id: own } })).name).toBe('Renamed');
});

test('R44 another’s membership cannot be made one’s workspace', async () => {
  const choose = (membership: string) =>
    client(scene.people.admin).send('/workspaces/', /No workspace/, { membership, next: '/workspaces/' });
  expect(cookieSet(await choose(scene.workspaces.member.id), 'active-workspace')).toBe('');
  expect(cookieSet(await choose(scene.workspaces.admin.id), 'active-workspace')).toContain(scene.workspaces.admin.id);
});

const stateOf = (id: string) => db().membership.findUniqueOrThrow({ where: { id }, include: { events: true } });

// What differs between two answers of the same page: where the stream is cut, the nonce, the address itself.
function plain(html: string, address: string): string[] {
  const whole = html
    .replace(/ nonce="[^"]*"/g, '')
    .replace(/"\]\)<\/script><script>self\.__next_f\.push\(\[1,"/g, '')
    .replace(/nonce\\":\\"[^"\\]*/g, '');
  const own = new Set(address.split(/[^A-Za-z]+/));
  return [...new Set(whole.match(/[A-Za-z’]{4,}/g))].filter(word => !own.has(word)).sort();
}
