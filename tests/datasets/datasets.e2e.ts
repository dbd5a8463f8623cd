import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { datasetNames } from '@/lib/datasets/words';
import { db } from '@/lib/platform/db';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { client } from '../support/http';
import { origin } from '../support/installation';
import { aPerson } from '../support/people';
import { mapFile } from './published';

// Nothing is loaded here: other tests use the register. Loading itself is proved in imports.test.ts.
const map = Buffer.from(mapFile());
const page404 = Buffer.from('<!doctype html><title>Moved</title>');
const LIST = '/admin/datasets/';
const UPLOAD = '/api/datasets/upload/';

const platformAdmin = () => aPerson({ now: new Date(), name: 'Petra Platform', platformAdmin: true });
const form = (content: Buffer, name: string) => {
  const data = new FormData();
  data.append('file', new Blob([new Uint8Array(content)]), name);
  return data;
};

test('R03 the data pages do not exist for anybody but the platform team', async () => {
  const [platform, member] = [await platformAdmin(), await aPerson({ now: new Date() })];
  const sent = await client(platform).ask(UPLOAD, {
    method: 'POST',
    body: form(page404, 'a.csv'),
    headers: { origin },
  });
  const made = new URL(sent.headers.get('location') ?? '', origin).pathname;
  for (const path of [LIST, `${LIST}practice-map/`, made]) {
    expect((await client(platform).ask(path)).status, path).toBe(200);
    expect((await client(member).ask(path)).status, path).toBe(404);
    const anonymous = await client().ask(path);
    expect([anonymous.status, anonymous.headers.get('location')], path).toEqual([
      307,
      expect.stringContaining('/accounts/login/'),
    ]);
  }
  for (const path of [`${LIST}nothing/`, `${LIST}imports/${randomUUID()}/`, `${LIST}imports/x/`]) {
    expect((await client(platform).ask(path)).status, path).toBe(404);
  }
});

test('R02 R57 a file is taken from the platform team’s own form, and from nobody and nowhere else', async () => {
  const [platform, member] = [await platformAdmin(), await aPerson({ now: new Date() })];
  const count = () => db().datasetImport.count();
  const before = await count();
  const send = (who: ReturnType<typeof client>, headers: Record<string, string> = { origin }) =>
    who.ask(UPLOAD, { method: 'POST', body: form(page404, 'a.csv'), headers });
  expect((await send(client(member))).status).toBe(404);
  expect((await send(client())).status).toBe(404);
  expect((await send(client(platform), { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await send(client(platform), {})).status).toBe(403);
  expect((await client(platform).ask(UPLOAD)).status).toBe(405);
  expect(await count()).toBe(before);
  expect((await send(client(platform))).status).toBe(303);
  expect(await count()).toBe(before + 1);
});

test('R02 a form of these pages sent by somebody else does nothing', async () => {
  const [platform, member] = [await platformAdmin(), await aPerson({ now: new Date() })];
  const pages = [
    [`${LIST}successors/`, 'Save address', { url: 'https://elsewhere.example/succ.csv' }],
    [LIST, /^(Fetch every week|Stop fetching every week)$/, {}],
  ] as const;
  for (const [path, button, fields] of pages) {
    const html = await client(platform).text(path);
    const before = await settings();
    const refused = await client(member).replay(path, html, button, fields);
    expect(refused.status, path).toBe(404);
    expect(await settings(), path).toEqual(before);
    expect((await client(platform).replay(path, html, button, fields)).status, path).toBe(303);
    expect(await settings(), path).not.toEqual(before);
    if (path === LIST) await client(platform).send(LIST, /^Stop fetching every week$/);
  }
  await client(platform).send(`${LIST}successors/`, 'Save address', { url: '' });
});

const settings = async () => ({
  sources: await db().dataset.findMany({ select: { id: true, sourceUrl: true }, orderBy: { id: 'asc' } }),
  weekly: await db().setting.findUnique({ where: { key: 'datasets.weekly' }, select: { value: true } }),
});

test('a wrong address is said at its field, and what was typed stays', async () => {
  const answer = await client(await platformAdmin()).send(`${LIST}list-sizes/`, 'Save address', { url: 'ftp://x' });
  const html = await answer.text();
  expect(html).toContain('Enter a web address that begins with https:// or http://');
  expect(html).toContain('value="ftp://x"');
});

for (const javaScript of [true, false]) {
  const how = javaScript ? 'by keyboard' : 'without JavaScript';
  test(`a file is sent, checked, looked at and discarded ${how} @narrow`, async ({ visit }) => {
    const page = await visit({ as: await platformAdmin(), javaScript });
    await page.goto(LIST);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data');
    for (const name of Object.values(datasetNames)) await expect(page.getByRole('rowheader', { name })).toBeVisible();
    if (javaScript) await expectAccessible(page, 'the list');
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'map.csv', mimeType: 'text/csv', buffer: map });
    await press(page.getByRole('button', { name: 'Check this file' }), javaScript);
    await expect(page).toHaveURL(/\/admin\/datasets\/imports\//);
    if (javaScript) await expectAccessible(page, 'an import under way');
    const decide = page.getByRole('heading', { name: 'Load it?' });
    if (javaScript) await expect(decide).toBeVisible({ timeout: 60_000 });
    else
      await expect(async () => {
        const again = page.getByRole('link', { name: 'Look again' });
        if (await again.isVisible()) await again.click();
        await expect(decide).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 60_000 });
    await expect(page.getByText('The demonstration register is replaced.')).toBeVisible();
    await page.reload();
    await expect(decide).toBeVisible();
    if (javaScript) await expectAccessible(page, 'the decision');
    await press(page.getByRole('button', { name: 'Discard it' }), javaScript);
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing of it was loaded' })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${LIST}$`));
    if (javaScript) await expectAccessible(page, 'the list with imports');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('R62 a web page sent as a file is refused in words @narrow', async ({ visit }) => {
  const page = await visit({ as: await platformAdmin() });
  await page.goto(LIST);
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'map.csv', mimeType: 'text/csv', buffer: page404 });
  await page.getByRole('button', { name: 'Check this file' }).click();
  await expect(page.getByText('This is a web page, not a data file.')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'a refused import');
});

async function press(button: Locator, byKeyboard: boolean) {
  if (!byKeyboard) return button.click();
  await button.focus();
  await button.press('Enter');
}
