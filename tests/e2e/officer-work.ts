import type { Page } from '@playwright/test';
import { expect } from './portal-test.ts';

/** Opens a submission from the list of a queue, as an officer finds it. */
export async function openFromQueue(
  page: Page,
  queue: string,
  view: string,
  reference: string,
): Promise<void> {
  await page.goto(`/queues/${queue}?view=${view}`);
  const link = page.getByRole('link', { name: reference });
  // The queue of a long year has pages.
  for (let pages = 0; pages < 20 && (await link.count()) === 0; pages += 1)
    await page.getByRole('link', { name: 'More' }).click();
  await link.click();
  await expect(page.getByText(reference).first()).toBeVisible();
}

/** Fills in an item beside the text, grades it 1 B P, writes its text, and saves it. */
export async function assess(
  page: Page,
  { title, text }: { title: string; text: string },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await page.getByLabel('Sanitised text').fill(text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Select how reliable the source is');
  await look(page);
  await page.getByLabel('What is this item about?').fill(title);
  await choose(page, 'Source', /^1 /);
  await choose(page, 'Assessment', /^B /);
  await choose(page, 'Handling', /^P /);
  await page.getByLabel('Provenance').fill('Seen by the source on several mornings.');
  await choose(page, 'MoPI group', /^2 /);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Saved. Nothing has left');
}

export async function choose(page: Page, question: string, option: RegExp): Promise<void> {
  await page.getByRole('group', { name: question }).first().getByRole('radio', { name: option }).check();
}
