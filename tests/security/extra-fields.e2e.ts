import { db } from '@/lib/platform/db';
import { aScene, type Scene } from '../journey/scene';
import { expect, test } from '../support/fixtures';
import { freshAddress, password } from '../support/forms';
import { client } from '../support/http';

let scene: Scene;

test.beforeAll(async () => {
  scene = await aScene();
});

test('R05 a registration takes name, address and password, and nothing else', async () => {
  const email = freshAddress('fields');
  const sent = await client().send('/accounts/register/', 'Create account', {
    name: 'Fiona Fields',
    email,
    password,
    id: scene.people.platform.userId,
    emailVerified: '2026-01-01',
    platformAdminSince: '2026-01-01',
    platformAdmin: 'true',
    role: 'admin',
    state: 'active',
    passwordHash: 'x',
  });
  expect(sent.status).toBe(303);
  const user = await db().user.findUniqueOrThrow({ where: { email } });
  expect(user).toMatchObject({ name: 'Fiona Fields', emailVerified: null, platformAdminSince: null });
  expect(user.id).not.toBe(scene.people.platform.userId);
});

test('R05 R06 a request is the sender’s own, pending, and without a role', async () => {
  const { newcomer, member } = scene.people;
  const sent = await client(newcomer).send(`/accounts/profile/link-practice/${scene.empty.code}/`, 'Request access', {
    claim: 'partner',
    userId: member.userId,
    state: 'active',
    role: 'admin',
    requestedAt: '2020-01-01',
    evidence: '{"grade":"code"}',
  });
  expect(sent.status).toBe(303);
  const made = await db().membership.findMany({
    where: { orgCode: scene.empty.code, userId: { in: [newcomer.userId, member.userId] } },
  });
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ userId: newcomer.userId, state: 'pending', role: null });
  expect(made[0]?.requestedAt?.getFullYear()).not.toBe(2020);
});

test('R05 R13 a decision is the signed-in administrator’s, with the evidence the server saw', async () => {
  const { admin, member, asker } = scene.people;
  const { ofPractice } = scene.requests;
  const sent = await client(admin).send(`/w/${scene.practice.code}/approvals/`, /^Approve as member/, {
    role: 'member',
    actorId: member.userId,
    userId: member.userId,
    at: '2020-01-01',
    evidence: '{"grade":"code"}',
    authoriser: '{"name":"Nobody"}',
  });
  expect(sent.status).toBe(303);
  const { events, ...now } = await db().membership.findUniqueOrThrow({
    where: { id: ofPractice },
    include: { events: { orderBy: { position: 'asc' } } },
  });
  expect(now).toMatchObject({ userId: asker.userId, state: 'active', role: 'member' });
  expect(events.at(-1)).toMatchObject({ actorId: admin.userId, actorAs: 'admin', authoriser: null });
  expect(JSON.stringify(events.at(-1)?.evidence)).not.toContain('"grade":"code"');
});

test('R05 R06 a role that is not one of the two is refused, and nothing is changed', async () => {
  const id = await scene.ask(scene.people.newcomer, scene.practice.code);
  const sent = await client(scene.people.admin).send(`/w/${scene.practice.code}/approvals/`, /^Approve as member/, {
    id,
    role: 'platform',
  });
  expect(sent.status).toBe(200);
  expect(await db().membership.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'pending', role: null });
});
