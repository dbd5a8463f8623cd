import { db } from '@/lib/platform/db';
import { aScene, type Scene } from '../journey/scene';
import { expect, test } from '../support/fixtures';
import { client } from '../support/http';

let scene: Scene;

test.beforeAll(async () => {
  scene = await aScene();
});

test('R59 R08 an admin takes the activity away as a file, which nobody else may, and that is written down', async () => {
  const { code } = scene.practice;
  const { admin, member, newcomer } = scene.people;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  for (const [format, type] of [
    ['csv', 'text/csv'],
    ['json', 'application/json'],
  ] as const) {
    const path = `/w/${code}/activity/export/?format=${format}&from=2026-01-01&kind=requests`;
    const answer = await client(admin).ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="activity_${code}_from-2026-01-01_downloaded-${day}.${format}"`,
    );
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(await answer.text()).toContain('Amir Asker');
    for (const other of [member, newcomer]) expect((await client(other).ask(path)).status).toBe(404);
    expect((await client().ask(path)).headers.get('location')).toMatch(/^\/accounts\/login\/\?next=/);
  }
  const noted = { action: 'activity.exported', orgCode: code, actorId: admin.userId };
  expect(await db().audit.count({ where: noted })).toBe(2);
  expect(await db().audit.count({ where: { ...noted, actorId: member.userId } })).toBe(0);
});

test('R42 R61 who has not proved lately who they are does so first, and comes back to the page', async () => {
  const { admin } = scene.people;
  const path = `/w/${scene.practice.code}/activity/export/?format=csv&next=//evil.example`;
  await db().session.update({ where: { id: admin.sessionId }, data: { provedAt: new Date(0) } });
  const answer = await client(admin).ask(path);
  expect(answer.headers.get('location')).toBe(
    `/accounts/confirm/?next=${encodeURIComponent(`/w/${scene.practice.code}/activity/`)}`,
  );
  await db().session.update({ where: { id: admin.sessionId }, data: { provedAt: new Date() } });
  expect((await client(admin).ask(path)).status).toBe(200);
});

test('R59 the platform’s file is for platform administrators alone', async () => {
  const path = '/admin/activity/export/?format=json';
  expect((await client(scene.people.admin).ask(path)).status).toBe(404);
  const json = await (await client(scene.people.platform).ask(path)).json();
  expect(json).toMatchObject({ trail: 'platform' });
  expect(json.entries.length).toBeGreaterThan(0);
});

test('R65 the list is narrowed and walked by keyboard, without scripts too', async ({ visit }) => {
  const page = await visit({ as: scene.people.admin, javaScript: false });
  await page.goto(`/w/${scene.practice.code}/activity/`);
  await page.getByLabel('What').selectOption('requests');
  await page.getByRole('searchbox', { name: 'Person' }).fill('amir');
  await page.getByRole('button', { name: 'Apply' }).press('Enter');
  await expect(page).toHaveURL(/kind=requests&q=amir/);
  await expect(page.getByRole('status').filter({ hasText: 'entr' })).toContainText('1 entry');
  await page.getByRole('link', { name: /Remove the filter ?: “amir”/ }).press('Enter');
  await expect(page).toHaveURL(/\?kind=requests$/);
});
