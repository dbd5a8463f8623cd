import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import { press } from '../support/forms';
import { aPerson, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

const DAY = 86_400_000;

/** A practice whose admin has not answered two people for ten days, and two of the platform team. */
async function aLateScene() {
  const now = new Date();
  const practice = await aRegisteredPractice();
  await joined(await aPerson({ now }), practice.code, 'admin');
  const ask = async (name: string) => {
    const person = await aPerson({ now, name });
    const asked = await requestToJoin(person, { code: practice.code, claim: 'analyst', claimOther: '', message: '' });
    if (!asked.ok) throw new Error(asked.refusal);
    await db().membership.update({
      where: { id: asked.value.id },
      // The clocks have been there: otherwise they come during the test and write to everybody.
      data: { requestedAt: new Date(now.getTime() - 10 * DAY), remindedAt: now, escalatedAt: now },
    });
    return { person, id: asked.value.id };
  };
  return {
    practice,
    asha: await ask('Asha Late'),
    ben: await ask('Ben Late'),
    staff: await aPerson({ now, name: 'Petra Platform', platformAdmin: true }),
    colleague: await aPerson({ now, name: 'Carl Colleague', platformAdmin: true }),
  };
}

/** Narrower than its longest words. */
function isCut(select: HTMLElement): boolean {
  const free = select.cloneNode(true) as HTMLElement;
  free.style.cssText = 'position: absolute; width: max-content';
  document.body.append(free);
  const wanted = free.offsetWidth;
  free.remove();
  return select.offsetWidth < wanted;
}

for (const javaScript of [true, false]) {
  test.describe(`${javaScript ? 'with' : 'without'} JavaScript`, () => {
    test('several requests are checked, decided as chosen, and one is undone @narrow', async ({ visit }) => {
      const { practice, staff, asha, ben } = await aLateScene();
      const page = await visit({ as: staff, javaScript });
      await page.goto(`/admin/requests/?org=${practice.code}`);
      await expect(page.getByRole('status').filter({ hasText: 'oldest first' })).toContainText('2 requests');
      await press(page, 'Approve ticked…');
      await expect(page.getByText('Tick the requests you want to decide.')).toBeVisible();
      await page.getByRole('checkbox', { name: 'Tick Asha Late' }).check();
      await page.getByRole('checkbox', { name: 'Tick Ben Late' }).check();
      if (javaScript) await expect(page.getByText('2 ticked')).toBeVisible();
      await press(page, 'Approve ticked…');
      await expect(page.getByRole('heading', { name: 'Can be approved (2)' })).toBeVisible();
      const choice = page.getByLabel('What happens to the request of Ben Late');
      expect(await choice.evaluate(isCut), 'the words of the choice are cut').toBe(false);
      await choice.selectOption('Reject');
      await press(page, 'Decide as chosen');
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
      await expect(page.getByLabel('What happens to the request of Ben Late')).toHaveValue('reject');
      await page.getByLabel('They work for another organisation').check();
      await press(page, 'Decide as chosen');
      await expect(page.getByText('1 approved, 1 rejected.')).toBeVisible();
      // Opened again it says the same, and decides nothing more.
      await page.reload();
      await expect(page.getByText('1 approved, 1 rejected.')).toBeVisible();
      await page.getByRole('button', { name: 'Undo the approval of Asha Late' }).click();
      await expect(page.getByText('The request of Asha Late waits again. No email was sent.')).toBeVisible();
      const states = await db().membership.findMany({
        where: { id: { in: [asha.id, ben.id] } },
        orderBy: { state: 'asc' },
      });
      expect(states.map(({ state }) => state).sort()).toEqual(['pending', 'rejected']);
    });

    test('a request is taken and noted about: colleagues see it, the person does not', async ({ visit }) => {
      const { staff, colleague, asha } = await aLateScene();
      const page = await visit({ as: staff, javaScript });
      await page.goto(`/admin/requests/${asha.id}/`);
      await press(page, 'Take it');
      await expect(page.getByText('You look after this request now.')).toBeVisible();
      await page.getByLabel('Add a note').fill('Rang the practice at noon');
      await press(page, 'Save the note');
      await expect(page.getByText('Rang the practice at noon')).toBeVisible();
      const theirs = await visit({ as: colleague, javaScript });
      await theirs.goto(`/admin/requests/${asha.id}/`);
      await expect(theirs.getByText('Petra Platform, since')).toBeVisible();
      await expect(theirs.getByText('Rang the practice at noon')).toBeVisible();
      await expect(theirs.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
      const person = await visit({ as: asha.person, javaScript });
      await person.goto(`/accounts/profile/requests/${asha.id}/`);
      expect(await person.content()).not.toMatch(/Rang the practice|Petra Platform/);
      await press(page, /^Remove/);
      await expect(page.getByText('The note was removed.')).toBeVisible();
      await press(page, 'Give it back');
      await expect(page.getByText('Nobody looks after this request now.')).toBeVisible();
    });
  });
}

test('by keyboard alone: tick, lay out, decide', async ({ visit }) => {
  const { practice, staff } = await aLateScene();
  const page = await visit({ as: staff });
  await page.goto(`/admin/requests/?org=${practice.code}`);
  await page.getByRole('checkbox', { name: 'Tick Asha Late' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 ticked')).toBeVisible();
  await page.getByRole('button', { name: 'Approve ticked…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Decide as chosen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 approved.')).toBeVisible();
});
