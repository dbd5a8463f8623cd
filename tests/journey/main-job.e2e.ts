import type { Page } from '@playwright/test';
import { displayName } from '@/lib/organisations/rules/display-name';
import { openPractices } from '../datasets/published';
import { cookieNames } from '../support/cookies';
import { expect, test, type Visit } from '../support/fixtures';
import { freshAddress, press, register, signIn } from '../support/forms';
import { codeIn, linkIn, mailTo } from '../support/outbox';
import { anInstallation, importInto, july, june, letHeldMailGo } from '../support/own-installation';

type Installation = Awaited<ReturnType<typeof anInstallation>>;
type Person = Awaited<ReturnType<typeof joinIn>>;
type Job = { visit: Visit; house: Installation; javaScript: boolean };

const practice = oneOfSeveralOfItsName();
const pcn = { code: practice.pcnCode, named: new RegExp(`\\(${practice.pcnCode}\\)`) };

for (const javaScript of [true, false]) {
  test.describe(`${javaScript ? 'with' : 'without'} JavaScript`, () => {
    let house: Installation;

    test.beforeAll(async () => {
      test.setTimeout(300_000);
      house = await anInstallation();
      expect(await importInto(house.folder, june())).toContain('gp-reg-pat-prac-quin-age_2026-06.csv');
    });

    test.afterAll(() => house?.remove());

    test('R16 R22 R39 R49 the main job, from a look at the tools to a replayed cookie', async ({ visit }) => {
      test.setTimeout(300_000);
      const job = { visit, house, javaScript };
      await test.step('a visitor looks at a practice and a PCN', () => lookAround(job));
      const asha = await test.step('an account, by the button in the mail', () => joinIn(job, 'Asha Patel', 'button'));
      await test.step('asks for a practice and its PCN', () => askForBoth(asha.page, javaScript));
      const petra = await test.step('the first administrator', () => setUp(job));
      await test.step('decides both requests', () => decideBoth(petra));
      await test.step('both mails arrive', () => mailsOfDecisions(asha.email, house));
      const ben = await test.step('the next person, by the code', () => joinIn(job, 'Ben Okafor', 'code'));
      await test.step('asks for the practice', () => askFor(ben.page, 'practice', practice.code));
      await test.step('is let in by the new administrator', () => letIn(asha, house));
      await test.step('switches and saves', () => switchAndSave(asha.page));
      await test.step('finds newer data', () => openAgain(asha.page, house));
      if (javaScript) await picture(asha.page);
      await test.step('signs out for good', () => leave(asha.page));
    });
  });
}

/** A practice in a PCN that shares its name with another one. */
function oneOfSeveralOfItsName() {
  const seen = new Map<string, number>();
  for (const { name } of openPractices) seen.set(name, (seen.get(name) ?? 0) + 1);
  const found = openPractices.find(({ name, pcnCode }) => pcnCode && (seen.get(name) ?? 0) > 1);
  if (!found?.pcnCode || !found.postcode) throw new Error('Every practice has a name of its own');
  const { code, postcode, pcnCode } = found;
  const name = displayName(found.name);
  return { code, name, postcode, pcnCode, named: `${name} (${code})` };
}

const figures = (page: Page) => page.getByRole('main').getByText('Registered patients').first();

async function lookAround({ visit, house, javaScript }: Job) {
  const page = await visit({ at: house.url, javaScript });
  await page.goto('/tools/');
  await page.getByRole('link', { name: 'Practice overview' }).click();
  for (const words of [practice.name, practice.code.toLowerCase(), practice.postcode]) {
    await page.goto('/tools/practice-overview/');
    await page.locator('main input[type=search]').fill(words);
    await press(page, /^(Find a practice|Search)$/);
    await page.waitForURL(/[?&](org|q)=/);
    // A code opens the practice itself; a name or a postcode may be that of several.
    const choice = page.getByRole('main').getByRole('link', { name: practice.named });
    await expect(choice.or(figures(page)).first()).toBeVisible();
    if (await choice.first().isVisible()) await choice.first().click();
    await expect(figures(page)).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`Practice overview – ${practice.name}`));
  }
  await expect(page.getByText('Source: Patients Registered at a GP Practice').first()).toBeVisible();
  await expect(page.getByText('Period: 1 June 2026').first()).toBeVisible();
  await page.getByText('Show as table').first().click();
  await expect(page.getByRole('table').first()).toBeVisible();

  await page.goto('/tools/pcn-list-sizes/');
  await page.locator('main input[type=search]').fill(pcn.code);
  await press(page, /^(Find a PCN|Search)$/);
  await expect(page.getByRole('main')).toContainText(practice.name);
  expect(await page.context().cookies(), 'R64 a visitor carries no cookie').toEqual([]);
}

/** Creates an account, confirms it as told, and signs in. */
async function joinIn({ visit, house, javaScript }: Job, name: string, by: 'button' | 'code', next = '') {
  const page = await visit({ at: house.url, javaScript });
  const email = freshAddress(name.split(' ')[0]?.toLowerCase() ?? '');
  await register(page, { name, email }, next);
  const mail = await mailTo(email, 'confirm-address', house.folder);
  if (by === 'button') {
    await page.goto(linkIn(mail, '/accounts/verify/'));
    await press(page, 'Confirm this address');
  } else {
    await page.getByLabel('6-digit code').fill(codeIn(mail));
    await press(page, 'Confirm');
  }
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email address')).toHaveValue(email);
  await signIn(page, email);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  return { page, email };
}

async function askForBoth(page: Page, javaScript: boolean) {
  await page.goto('/accounts/profile/');
  await page.getByRole('main').getByRole('link', { name: 'Link a practice', exact: true }).first().click();
  const box = page.getByRole(javaScript ? 'combobox' : 'searchbox', { name: 'Practice name, ODS code or postcode' });
  if (javaScript) {
    // Suggestions tell practices of the same name apart.
    await box.pressSequentially(practice.name);
    const options = page.getByRole('option', { name: practice.name });
    await expect(options.nth(1)).toBeVisible();
    await options.filter({ hasText: practice.code }).click();
  } else {
    await page.locator('input[name=q]').fill(practice.name);
    await press(page, 'Search');
    await page.getByRole('main').getByRole('link', { name: practice.named }).click();
  }
  await page.waitForURL(`**/link-practice/${practice.code}/`);
  await sendRequest(page);
  await askFor(page, 'pcn', pcn.code);
}

async function askFor(page: Page, kind: 'practice' | 'pcn', code: string) {
  await page.goto(`/accounts/profile/link-${kind}/?q=${code.toLowerCase()}`);
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`\\(${code}\\)`) })
    .first()
    .click();
  await page.waitForURL(`**/link-${kind}/${code}/`);
  await sendRequest(page);
}

async function sendRequest(page: Page) {
  await page.getByLabel('Practice manager').check();
  await page.getByLabel('Message to whoever decides').fill('I started in May.');
  await press(page, 'Request access');
  await page.waitForURL('**/accounts/profile/requests/**');
  await expect(page.getByRole('button', { name: 'Withdraw this request' })).toBeVisible();
}

/** The set-up link makes one person the first platform administrator, in a browser of their own. */
async function setUp(job: Job) {
  const link = job.house.setupUrl ?? '';
  const { page } = await joinIn(job, 'Petra Lindqvist', 'button', '/setup/administrator/');
  await page.goto(link);
  expect(page.url()).not.toContain('code=');
  await press(page, 'Make me platform administrator');
  await expect(page.getByText('You are platform administrator.')).toBeVisible();
  expect((await page.request.get(link)).url(), 'the link works once').not.toContain('code=');
  return page;
}

async function decideBoth(page: Page) {
  const row = (code: string) => page.getByRole('row').filter({ hasText: code });
  await page.goto('/admin/requests/');
  await expect(row(pcn.code)).toContainText('no admin');
  await row(practice.code).getByRole('link', { name: 'Asha Patel' }).click();
  await expect(page.getByText('Nobody here uses this domain.').first()).toBeVisible();
  await press(page, /^Approve as first admin/);
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible();
  await page.getByLabel('Who authorised it').fill('Dr Grace Mbeki');
  await page.getByLabel('Their position there').fill('GP partner');
  await page.getByLabel('How you checked it').fill('Called the number on the practice’s website.');
  await press(page, /^Approve as first admin/);
  await expect(page.getByText('Asha Patel is now an admin')).toBeVisible();
  await page.getByRole('link', { name: 'See the decision' }).click();
  await expect(page.getByText('Dr Grace Mbeki').first()).toBeVisible();

  await page.goto('/admin/requests/');
  await row(pcn.code).getByRole('link', { name: 'Asha Patel' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Reject/ })
    .click();
  await page.getByLabel('They work for another organisation').check();
  await press(page, 'Reject this request');
  await expect(page.getByText('The request of Asha Patel was rejected.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
}

/** They are held while the decisions can be undone; what was decided says them in words. */
async function mailsOfDecisions(email: string, { folder }: Installation) {
  await letHeldMailGo(folder);
  expect((await mailTo(email, 'request-approved', folder)).text).toContain(practice.name);
  expect((await mailTo(email, 'request-rejected', folder)).text).toContain('another organisation');
}

async function letIn({ page, email }: Person, { folder }: Installation) {
  expect((await mailTo(email, 'request-waiting', folder)).text).toContain('Ben Okafor');
  await page.goto('/accounts/profile/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Approvals/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Ben Okafor' })).toBeVisible();
  await press(page, /^Approve as member/);
  await expect(page.getByText('Ben Okafor is now a member')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
}

async function switchAndSave(page: Page) {
  await page.goto('/tools/practice-overview/');
  await page.locator('summary').filter({ hasText: 'No workspace' }).click();
  await page.getByRole('button', { name: practice.named }).click();
  await expect(page.getByText(`You are now working as ${practice.named}.`)).toBeVisible();
  expect((await page.context().cookies()).map(({ name }) => name)).toContain(cookieNames.workspace);
  await page.goto('/tools/practice-overview/');
  await expect(page.getByText(`Showing ${practice.named} because it is your workspace.`)).toBeVisible();
  await page.goto('/tools/pcn-list-sizes/');
  await expect(page.getByText(`because ${practice.named}, your workspace, belongs to it.`)).toBeVisible();

  await page.goto('/tools/practice-overview/');
  await page.getByRole('link', { name: 'Save these settings' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Board report');
  await page.getByLabel(`Everybody in ${practice.named}`).check();
  await press(page, 'Save');
  await expect(page.getByText('Saved as “Board report”.')).toBeVisible();
}

async function openAgain(page: Page, house: Installation) {
  await page.goto('/accounts/profile/presets/');
  await page.getByRole('link', { name: 'Board report', exact: true }).click();
  await expect(page.getByText('Now showing')).toHaveCount(0);
  await importInto(house.folder, july());
  await page.goto('/accounts/profile/presets/');
  await page.getByRole('link', { name: 'Board report', exact: true }).click();
  await expect(page.getByText(/on data to June 2026\. Now showing data to July 2026\./)).toBeVisible();
  await page.getByText('What changed').click();
  await expect(page.getByRole('row', { name: /Registered patients/ }).first()).toBeVisible();
}

async function leave(page: Page) {
  const saved = await page.context().cookies();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  await page.context().addCookies(saved);
  expect((await page.request.get('/api/session/')).status()).toBe(401);
  await page.goto('/accounts/profile/');
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
}

// README's picture is made again when somebody asks for it, so that a test run leaves the folder as it was.
async function picture(page: Page) {
  if (!process.env.README_PICTURE) return;
  await page.goto('/tools/practice-overview/');
  await page.setViewportSize({ width: 1280, height: 1250 });
  await page.screenshot({ path: 'docs/screenshot.png' });
}
