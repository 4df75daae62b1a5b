import { expect, type Locator } from '@playwright/test';

/** One key on what Tab leads to, as somebody without a mouse presses it. */
async function key(wanted: Locator, name: string): Promise<void> {
  expect(await wanted.evaluate((element: HTMLElement) => element.tabIndex)).toBe(0);
  await wanted.press(name);
}

/** Follows a link, presses a button or opens what is folded. */
export const press = (wanted: Locator): Promise<void> => key(wanted, 'Enter');

/** Chooses one of several, or ticks or clears a box. */
export const tick = (wanted: Locator): Promise<void> => key(wanted, 'Space');

/** Chooses from a list by typing what it says. */
export async function select(wanted: Locator, label: string): Promise<void> {
  await wanted.pressSequentially(label);
  await expect(wanted.locator('option:checked')).toHaveText(label);
}
