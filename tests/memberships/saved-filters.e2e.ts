import { expect, test } from '../support/fixtures';
import { press } from '../support/forms';
import { aPerson } from '../support/people';

for (const javaScript of [true, false]) {
  test(`filters of the queue are saved under a name and removed, ${javaScript ? 'with' : 'without'} JavaScript @narrow`, async ({
    visit,
  }) => {
    const staff = await aPerson({ now: new Date(), name: 'Petra Platform', platformAdmin: true });
    const page = await visit({ as: staff, javaScript });
    const list = page.getByRole('navigation', { name: 'Your saved filters' });
    await page.goto('/admin/requests/');
    await expect(page.getByLabel('Name to save these filters under')).toHaveCount(0);
    await page.getByLabel('Age', { exact: true }).selectOption('late');
    await press(page, 'Apply');
    await page.waitForURL(/age=late/);
    await press(page, 'Save filters');
    await expect(page.getByRole('alert').filter({ hasText: 'Give these filters a name' })).toBeVisible();
    await page.getByLabel('Name to save these filters under').fill('Monday’s late ones');
    await page.getByLabel('Name to save these filters under').press('Enter');
    await expect(page.getByText('These filters are saved as “Monday’s late ones”.')).toBeVisible();
    await expect(list.getByRole('link')).toHaveAttribute('aria-current', 'page');

    await page.goto('/admin/requests/');
    await list.getByRole('link', { name: 'Monday’s late ones' }).click();
    await page.waitForURL(/age=late/);
    await expect(page.getByLabel('Age', { exact: true })).toHaveValue('late');
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    await press(page, 'Remove “Monday’s late ones”');
    await expect(page.getByText('“Monday’s late ones” is removed from your saved filters.')).toBeVisible();
    await expect(list).toHaveCount(0);
    // The filters are set still: saved again, they are back.
    await expect(page.getByLabel('Age', { exact: true })).toHaveValue('late');
    await expect(page.getByLabel('Name to save these filters under')).toBeVisible();
  });
}
