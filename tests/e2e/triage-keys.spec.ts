import type { Page } from '@playwright/test';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';

const queue = '/queues/fib?view=unassigned';

async function switchKeys(page: Page, to: 'On' | 'Off'): Promise<void> {
  await page.goto('/help/keyboard');
  await page.getByLabel(to, { exact: true }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText(`Keys are ${to.toLowerCase()}`);
}

/** The rows of the queue as links. */
const rows = (page: Page) => page.locator('tbody th a');

test('keys do what buttons do, for who has switched them on', async ({ as, look }) => {
  const reporter = await as(people.reporter);
  for (let count = 0; count < 3; count += 1) await reportSent(reporter);
  const officer = await as(people.officer);

  // Off, as everybody begins: a key is not even marked.
  await officer.goto(queue);
  await expect(officer.locator('[data-key], [data-row-keys], kbd')).toHaveCount(0);
  for (const key of ['j', 'x', 't', '/', '?']) await officer.keyboard.press(key);
  await expect(officer).toHaveURL(/view=unassigned$/);
  await expect(officer.locator('tbody input:checked')).toHaveCount(0);
  await officer.getByRole('link', { name: 'Keys for triage' }).click();
  await look(officer);
  await switchKeys(officer, 'On');

  // Rows: there and back, selected and opened.
  await officer.goto(queue);
  await look(officer);
  await officer.keyboard.press('k');
  await officer.keyboard.press('j');
  await expect(rows(officer).nth(0)).toBeFocused();
  await officer.keyboard.press('j');
  await expect(rows(officer).nth(1)).toBeFocused();
  await expect(rows(officer).nth(1)).toBeInViewport();
  await officer.keyboard.press('k');
  await expect(rows(officer).nth(0)).toBeFocused();
  const box = officer.locator('tbody tr').nth(0).getByRole('checkbox');
  await officer.keyboard.press('x');
  await expect(box).toBeChecked();
  await officer.keyboard.press('x');
  await expect(box).not.toBeChecked();

  // Never with a modifier, and never in a field.
  await officer.keyboard.press('Alt+j');
  await officer.keyboard.press('Shift+J');
  await expect(rows(officer).nth(0)).toBeFocused();
  await box.focus();
  await officer.keyboard.press('j');
  await expect(box).toBeFocused();
  await officer.getByLabel('Area').focus();
  await officer.keyboard.press('t');
  await expect(officer).toHaveURL(/view=unassigned$/);

  // What is done with several rows asks first, as its button does.
  await rows(officer).nth(0).focus();
  const reference = await rows(officer).nth(0).innerText();
  await officer.keyboard.press('x');
  await officer.keyboard.press('c');
  await expect(officer).toHaveURL(/\/bulk\?from=.*&pick=.*&do=claim$/);
  await officer.goBack();
  await rows(officer).nth(0).focus();
  await officer.keyboard.press('o');
  await expect(officer.getByRole('heading', { level: 1 })).toContainText(reference);
  await look(officer);

  // A submission: a key without its button does nothing.
  await officer.keyboard.press('r');
  await expect(officer).toHaveURL(/\/submissions\/[0-9a-f-]{36}\?from=/);
  await officer.keyboard.press('c');
  await expect(officer.getByRole('alert')).toContainText('You have claimed this submission');
  await officer.waitForLoadState();
  const own = officer.url();
  await officer.keyboard.press('r');
  await expect(officer).toHaveURL(/actions\/release\?from=/);
  await expect(officer.getByRole('button', { name: 'Release' })).toBeVisible();
  // Not back: a page that the browser kept is loaded anew, and a key may come before it is there.
  await officer.goto(own);
  await officer.keyboard.press('2');
  await expect(officer.getByRole('radio', { name: /^2 Untested/ })).toBeChecked();
  await officer.keyboard.press('/');
  await expect(officer).toHaveURL(/\/search$/);
  await officer.goto(own);
  await officer.keyboard.press('q');
  await expect(officer).toHaveURL(/\/queues\/fib\?view=unassigned/);
  await officer.goto(queue);
  await officer.keyboard.press('t');
  await expect(officer.getByRole('alert')).toContainText('You have claimed this submission');
  await officer.waitForLoadState();
  await officer.keyboard.press('?');
  await expect(officer).toHaveURL(/\/help\/keyboard$/);

  await switchKeys(officer, 'Off');
  await officer.goto(queue);
  await expect(officer.locator('[data-key], [data-row-keys]')).toHaveCount(0);
});
