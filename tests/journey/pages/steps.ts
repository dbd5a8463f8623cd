import type { Page } from '@playwright/test';
import { press } from '../../support/forms';
import type { Scene } from '../scene';

type Address = string | ((scene: Scene) => string);

/** Goes to an address and stays there. */
export const at = (address: Address) => (page: Page, scene: Scene) =>
  page.goto(typeof address === 'string' ? address : address(scene));

/** Goes to an address, empties what is filled in, and presses the button. */
export const sentEmpty = (address: Address, button: string | RegExp) => async (page: Page, scene: Scene) => {
  await at(address)(page, scene);
  for (const box of await page.getByRole('main').getByRole('textbox').all()) await box.fill('');
  await press(page, button);
  await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
};
