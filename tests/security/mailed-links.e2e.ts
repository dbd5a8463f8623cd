import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import { freshAddress, password, register } from '../support/forms';
import { client, cookieSet, cookieValue } from '../support/http';
import { linkIn, mailTo } from '../support/outbox';

async function aRegistration() {
  await db().$executeRaw`delete from limits.counters`;
  const email = freshAddress('mailed');
  const fields = { name: 'Maya Mailed', email, password };
  expect((await client().send('/accounts/register/', 'Create account', fields)).status).toBe(303);
  return { email, link: linkIn(await mailTo(email, 'confirm-address'), '/accounts/verify/') };
}

const verified = async (email: string) => (await db().user.findUniqueOrThrow({ where: { email } })).emailVerified;

test('R19 a scanner that opens the link changes nothing, and its button gives nobody a session', async ({ visit }) => {
  const { email, link } = await aRegistration();
  for (const method of ['GET', 'HEAD', 'GET', 'GET']) {
    const answer = await client().ask(link, { method });
    expect(answer.status).toBe(303);
    const carried = cookieValue(cookieSet(answer, 'mailed-link'));
    const page = await client(undefined, { cookies: { 'mailed-link': carried } }).ask('/accounts/verify/confirm/', {
      method,
    });
    expect(page.status).toBe(200);
  }
  expect(await verified(email)).toBeNull();

  const carried = cookieValue(cookieSet(await client().ask(link), 'mailed-link'));
  const scanner = client(undefined, { cookies: { 'mailed-link': carried } });
  const pressed = await scanner.send('/accounts/verify/confirm/', 'Confirm this address');
  expect(cookieSet(pressed, 'session')).toBe('');
  expect(await verified(email)).not.toBeNull();
  expect(await db().session.count({ where: { user: { email } } })).toBe(0);

  const page = await visit();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
});

test('R26 an address with a token says nothing about itself and is left at once', async () => {
  const { link } = await aRegistration();
  const answer = await client().ask(link);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  expect(answer.headers.get('location')).toBe('/accounts/verify/confirm/');
  expect(await answer.text()).toBe('');
  expect(cookieSet(answer, 'mailed-link')).toMatch(/HttpOnly/i);
});

test('R22 the link opened in another browser confirms the address and signs nobody in', async ({ visit }) => {
  await db().$executeRaw`delete from limits.counters`;
  const email = freshAddress('other');
  const first = await visit();
  await register(first, { name: 'Olga Other', email });
  const second = await visit();
  await second.goto(linkIn(await mailTo(email, 'confirm-address'), '/accounts/verify/'));
  expect(second.url()).not.toContain('token');
  await second.getByRole('button', { name: 'Confirm this address' }).click();
  await expect(second.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  for (const page of [first, second]) {
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('session');
    expect((await page.request.get('/api/session/')).status()).toBe(401);
  }
});
