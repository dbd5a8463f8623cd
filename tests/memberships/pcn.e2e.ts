import type { Page } from '@playwright/test';
import { endPcnDeciding } from '@/lib/memberships/commands/let-pcn-decide';
import { db } from '@/lib/platform/db';
import { aMember } from '../accounts/member';
import { expect, test } from '../support/fixtures';
import { press } from '../support/forms';
import { looksAt } from '../support/looks';
import { linkIn, mailTo } from '../support/outbox';
import { anOrganisation, guarded, joined } from '../support/people';
import { confirmInBetween, stale } from '../support/proof';
import { asksNow, standing } from './asking';

const now = () => new Date();

async function aPracticeAndItsPcn() {
  const pcn = await anOrganisation({ kind: 'pcn', name: 'Hills PCN' });
  const next = await anOrganisation({ kind: 'pcn', name: 'Dales PCN' });
  const practice = await anOrganisation({ name: 'Elm Surgery', pcnCode: pcn.code });
  const admin = await aMember({ now: now(), name: 'Anna Admin' });
  const network = await aMember({ now: now(), name: 'Paul Network' });
  for (const person of [admin, network]) await guarded(person);
  await joined(admin, practice.code, 'admin');
  await joined(network, pcn.code, 'admin');
  return { practice: practice.code, pcn: pcn.code, next: next.code, admin, network };
}

const toApprovals = (page: Page, words: string) =>
  page.getByRole('row').filter({ hasText: 'Elm Surgery' }).getByRole('link', { name: words }).click();

for (const javaScript of [true, false]) {
  test.describe(`${javaScript ? 'with' : 'without'} JavaScript @narrow`, () => {
    const looks = looksAt(javaScript);

    test('R06 R42 a practice lets its PCN decide, whose admin lets in and rejects; then it takes its word back', async ({
      visit,
    }) => {
      const { practice, pcn, admin, network } = await aPracticeAndItsPcn();
      const page = await visit({ as: admin, javaScript });
      const theirs = await visit({ as: network, javaScript });
      await theirs.goto(`/w/${pcn}/practices/`);
      await expect(theirs.getByText('The practice decides')).toBeVisible();

      await page.goto(`/w/${practice}/`);
      await page.getByRole('main').getByRole('link', { name: 'Your PCN' }).click();
      await expect(page.getByText('Your admins alone.')).toBeVisible();
      await looks(page, 'off');
      await stale(admin);
      await press(page, 'Let admins of Hills PCN decide');
      await confirmInBetween(page);
      await expect(page.getByText('Your admins alone.')).toBeVisible();
      await press(page, 'Let admins of Hills PCN decide');
      await expect(page.getByText('Admins of Hills PCN now decide requests too.')).toBeVisible();
      await expect(page.getByText('the admins of Hills PCN too')).toBeVisible();
      await looks(page, 'on');
      for (const { email } of [admin, network]) await mailTo(email, 'pcn-deciding');

      const [ada, bo, cy] = [
        await asksNow(practice, 'Ada New'),
        await asksNow(practice, 'Bo New'),
        await asksNow(practice, 'Cy New'),
      ];
      const mailed = await mailTo(network.email, 'request-waiting');
      await theirs.goto(linkIn(mailed, `/w/${practice}/approvals/`));
      await expect(theirs.getByRole('heading', { level: 1, name: /^Request of (Ada|Bo|Cy) New$/ })).toBeVisible();
      await theirs.goto(`/w/${pcn}/practices/`);
      await looks(theirs, 'practices');
      await toApprovals(theirs, '3 people wait');
      await expect(theirs.getByText('You decide as an admin of')).toBeVisible();
      await expect(theirs.getByRole('button', { name: /as admin/ })).toHaveCount(0);
      await looks(theirs, 'approvals as the PCN');
      await theirs.getByRole('button', { name: 'Approve as member Ada New' }).click();
      await expect(theirs.getByText('Ada New is now a member of Elm Surgery.')).toBeVisible();
      await theirs.getByRole('link', { name: 'Reject Bo New' }).click();
      await theirs.getByLabel('We do not know this person').check();
      await press(theirs, 'Reject this request');
      await expect(theirs.getByText('The request of Bo New was rejected.')).toBeVisible();
      expect([await standing(ada.id), await standing(bo.id)]).toEqual(['member', 'rejected']);
      // The practice reads who decided, and for whom.
      await page.goto(`/w/${practice}/approvals/?show=decided`);
      await expect(page.getByText('Paul Network, an admin of Hills PCN')).toHaveCount(2);

      await page.goto(`/w/${practice}/pcn/`);
      await press(page, 'No longer let admins of Hills PCN decide');
      await expect(page.getByText('Admins of Hills PCN no longer decide requests.')).toBeVisible();
      // Their page was open meanwhile: they read why nothing happened, where there is something for them.
      await theirs.getByRole('button', { name: 'Approve as member Cy New' }).click();
      await expect(theirs.getByText('no longer lets its PCN decide')).toBeVisible();
      await expect(theirs.getByText('The practice decides')).toBeVisible();
      await looks(theirs, 'taken back meanwhile');
      expect(await standing(cy.id)).toBe('pending');
      expect((await theirs.goto(`/w/${practice}/approvals/`))?.status()).toBe(404);
      await page.goto(`/w/${practice}/approvals/`);
      await page.getByRole('button', { name: 'Approve as member Cy New' }).click();
      await expect(page.getByText('Cy New is now a member of Elm Surgery.')).toBeVisible();
    });

    test('R01 the register says that the practice has another PCN: the word has ended, and both sides are told', async ({
      visit,
    }) => {
      const { practice, pcn, next, admin, network } = await aPracticeAndItsPcn();
      const page = await visit({ as: admin, javaScript });
      await page.goto(`/w/${practice}/pcn/`);
      await press(page, 'Let admins of Hills PCN decide');
      await expect(page.getByText('Admins of Hills PCN now decide requests too.')).toBeVisible();
      const { id } = await asksNow(practice, 'Dee New');
      const theirs = await visit({ as: network, javaScript });
      await theirs.goto(`/w/${practice}/approvals/${id}/`);

      await db().organisation.update({ where: { code: practice }, data: { pcnCode: next } });
      await endPcnDeciding({ kind: 'register', now: now(), requestId: 'test' });
      await theirs.getByRole('button', { name: 'Approve as member Dee New' }).click();
      await expect(theirs.getByText('no longer lets its PCN decide')).toBeVisible();
      expect(await standing(id)).toBe('pending');
      await theirs.goto(`/w/${pcn}/practices/`);
      await expect(theirs.getByText('The register names no practice of this PCN')).toBeVisible();
      await page.goto(`/w/${practice}/pcn/`);
      await expect(page.getByText(`belongs to Dales PCN (${next})`)).toBeVisible();
      await expect(page.getByText('Your admins alone.')).toBeVisible();
      for (const { email } of [admin, network]) {
        await expect
          .poll(async () => (await mailTo(email, 'pcn-deciding')).subject, { timeout: 20_000 })
          .toBe('The relation of Elm Surgery and Hills PCN has ended: the PCN no longer decides');
      }
    });
  });
}
