import type { Page } from '@playwright/test';
import { type MailKind, renderMail } from '@/emails/catalogue';
import { samples } from '@/emails/samples';
import { issue } from '@/lib/accounts/commands/mailed-tokens';
import { done } from '@/lib/core/result';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { cookieNames } from '../support/cookies';
import { expect, test } from '../support/fixtures';
import { freshAddress, password, register } from '../support/forms';
import { client, cookieSet } from '../support/http';
import { origin } from '../support/installation';
import { linkIn, mailTo } from '../support/outbox';
import { aPerson, guarded } from '../support/people';
import { mailedLinks } from './doors';

async function aRegistration() {
  await db().$executeRaw`delete from limits.counters`;
  const email = freshAddress('mailed');
  const fields = { name: 'Maya Mailed', email, password };
  expect((await client().send('/accounts/register/', 'Create account', fields)).status).toBe(303);
  return { email, link: linkIn(await mailTo(email, 'confirm-address'), '/accounts/verify/') };
}

const now = () => new Date();
const site = { url: origin, name: 'Haresign', operator: '', contact: '' };

/** The link of a mail, with a token of this test in it. */
async function linkOf(kind: MailKind, token: string): Promise<string> {
  const { text } = await renderMail(kind, { ...samples[kind], token }, site);
  const found = text.match(/https?:\/\/\S+/g)?.find(link => link.includes(token));
  if (!found) throw new Error(`${kind} has no link with a token`);
  return found;
}

type Purpose = Parameters<typeof issue>[1]['purpose'];

const purposes: Partial<Record<MailKind, Purpose>> = {
  'confirm-address': 'verify',
  'reset-password': 'reset',
  'sign-in-slowed': 'reset',
  'address-put-back': 'reset',
  'confirm-new-address': 'change-address',
  'address-changed': 'undo-address',
  'account-closed': 'undo-deletion',
  'factor-removal': 'stop-factor-removal',
};

/** Somebody whose account is as it is when this mail is written, and the token of its link. */
async function mailed(kind: MailKind) {
  const person = await aPerson({ now: now(), unverified: kind === 'confirm-address' });
  const purpose = purposes[kind];
  if (!purpose) throw new Error(`What is ${kind} for?`);
  const closing = kind === 'account-closed';
  if (closing) {
    await db().user.update({ where: { id: person.userId }, data: { state: 'closing', stateSince: now() } });
    await db().session.deleteMany({ where: { userId: person.userId } });
  }
  if (kind === 'factor-removal') {
    await guarded(person);
    const due = new Date(Date.now() + 24 * 3_600_000);
    await db().factorRemoval.create({ data: { userId: person.userId, evidence: 'A call', askedAt: now(), due } });
  }
  const elsewhere = kind === 'confirm-new-address' || kind === 'address-changed';
  const address = elsewhere ? freshAddress('elsewhere') : person.email;
  const issued = await change(person, async work =>
    done(await issue(work, { purpose, address, userId: person.userId })),
  );
  if (!issued.ok) throw new Error('no token');
  return { person, link: await linkOf(kind, issued.value.token) };
}

/** Everything that a link could change about somebody. */
async function stateOf({ userId }: { userId: string }) {
  const where = { userId };
  return JSON.stringify([
    await db().user.findUnique({ where: { id: userId } }),
    await db().verificationToken.findMany({ where, orderBy: { token: 'asc' } }),
    await db().session.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } }),
    await db().factorRemoval.findMany({ where }),
    await db().passkey.count({ where }),
    await db().audit.count({ where: { personId: userId } }),
  ]);
}

const sessionsOf = ({ userId }: { userId: string }) => db().session.count({ where: { userId } });

/** Presses what the page offers, as far as it can be filled in. */
async function press(page: Page, button: string) {
  const box = page.getByLabel('New password', { exact: true });
  if (await box.count()) await box.fill('lantern otter meadow');
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
}

test('R19 every mail whose link carries a token is on the list', async () => {
  const kinds = Object.keys(samples).filter((kind): kind is MailKind => kind in samples);
  const bearing = kinds.filter(kind => 'token' in samples[kind]);
  // Invitations are answered by whoever is signed in: tests/memberships/invitations.e2e.ts.
  const listed: string[] = [...mailedLinks.map(({ kind }) => kind), 'invitation'];
  expect(bearing.sort()).toEqual(listed.sort());
  // The others lead to pages: to read them sets nothing, signs nobody in, and is done by whoever is let in.
  for (const kind of kinds.filter(each => !bearing.includes(each))) {
    const { text } = await renderMail(kind, samples[kind], site);
    for (const link of text.match(/https?:\/\/\S+/g) ?? []) {
      const answer = await client().ask(link);
      expect(answer.status, `${kind}: ${link}`).toBeLessThan(500);
      expect(answer.headers.getSetCookie(), `${kind}: ${link}`).toEqual([]);
    }
  }
});

for (const { kind, button } of mailedLinks) {
  test(`R19 ${kind}: three looks and a HEAD of a browser change nothing, then the person’s press works; nobody gets a session`, async ({
    visit,
  }) => {
    const { person, link } = await mailed(kind);
    const before = await stateOf(person);
    const sessions = await sessionsOf(person);
    const scanner = await visit();
    for (let look = 0; look < 3; look++) {
      await scanner.goto(link);
      await expect(scanner.getByRole('main').getByRole('button', { name: button, exact: true })).toBeVisible();
    }
    expect((await scanner.request.head(link)).status()).toBeLessThan(400);
    expect(await stateOf(person)).toBe(before);

    const owner = await visit();
    await owner.goto(link);
    expect(owner.url()).not.toContain('token=');
    await press(owner, button);
    await expect.poll(() => stateOf(person)).not.toBe(before);
    expect(await sessionsOf(person)).toBeLessThanOrEqual(sessions);
    const held = (await owner.context().cookies()).map(({ name }) => name);
    expect(held).not.toContain(cookieNames.session);
  });

  test(`R19 R22 ${kind}: a scanner that presses the button gets no session, and the person reads what became of it`, async ({
    visit,
  }) => {
    const { person, link } = await mailed(kind);
    const before = await stateOf(person);
    const scanner = await visit();
    await scanner.goto(link);
    await press(scanner, button);
    await expect.poll(() => stateOf(person)).not.toBe(before);
    await expect(scanner.getByText(button, { exact: true })).toHaveCount(0);
    expect((await scanner.context().cookies()).map(({ name }) => name)).not.toContain(cookieNames.session);
    expect((await scanner.request.get('/api/session/')).status()).toBe(401);
    expect(await db().session.count({ where: { userId: person.userId, createdAt: { gt: person.now } } })).toBe(0);

    const owner = await visit();
    await owner.goto(link);
    await expect(owner).not.toHaveTitle(/^Error/);
    await expect(owner.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(owner.getByRole('main').getByRole('link').first()).toBeVisible();
  });
}

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
