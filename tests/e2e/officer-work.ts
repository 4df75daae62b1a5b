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

/** Adds an item and grades it 1 B P. */
export async function addAndGrade(
  page: Page,
  title: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: 'Add an item' }).click();
  await look(page);
  await page.getByLabel('What is this item about?').fill(title);
  await page.getByRole('button', { name: 'Add and grade' }).click();
  await page.getByRole('button', { name: 'Save grade' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page);
  await choose(page, 'Source', /^1 /);
  await choose(page, 'Assessment', /^B /);
  await choose(page, 'Handling', /^P /);
  await page.getByLabel('Provenance').fill('Seen by the source on several mornings.');
  await choose(page, 'MoPI group', /^2 /);
  await page.getByRole('button', { name: 'Save grade' }).click();
  await expect(page.getByRole('alert')).toContainText('Grade saved');
}

async function choose(page: Page, question: string, option: RegExp): Promise<void> {
  await page.getByRole('group', { name: question }).first().getByRole('radio', { name: option }).check();
}
