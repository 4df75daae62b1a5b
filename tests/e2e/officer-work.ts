import type { Page } from '@playwright/test';
import { press, tick } from './by-keyboard.ts';
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
    await press(page.getByRole('link', { name: 'More' }));
  await press(link);
  await expect(page.getByText(reference).first()).toBeVisible();
}

/** Fills in an item beside the text, grades it 1 B P, writes its text, and saves it. */
export async function assess(
  page: Page,
  { title, text }: { title: string; text: string },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await page.getByLabel('Sanitised text').fill(text);
  await press(page.getByRole('button', { name: 'Save', exact: true }));
  await expect(page.getByRole('alert')).toContainText('Select how reliable the source is');
  await look(page);
  await page.getByLabel('What is this item about?').fill(title);
  await choose(page, 'Source', /^1 /);
  await choose(page, 'Assessment', /^B /);
  await choose(page, 'Handling', /^P /);
  await page.getByLabel('Provenance').fill('Seen by the source on several mornings.');
  await choose(page, 'MoPI group', /^2 /);
  await press(page.getByRole('button', { name: 'Save', exact: true }));
  await expect(page.getByRole('alert')).toContainText('Saved. Nothing has left');
}

export async function choose(page: Page, question: string, option: RegExp): Promise<void> {
  await tick(page.getByRole('group', { name: question }).first().getByRole('radio', { name: option }));
}

/** Asks the partner of a submission that is held, and goes on without waiting for the answer. */
export async function askPartner(page: Page, question: string): Promise<void> {
  await press(page.getByRole('button', { name: 'Ask the partner', exact: true }));
  await page.getByLabel(/^What do you need to know\?/).fill(question);
  await press(page.getByRole('button', { name: 'Ask the partner', exact: true }));
  await expect(page.getByRole('alert')).toContainText('Question sent');
  await press(page.getByRole('button', { name: 'Go on without an answer' }));
  await expect(page.getByLabel(/^Why are you going on without an answer/)).toBeVisible();
  await press(page.getByRole('button', { name: 'Go on without an answer' }));
  await expect(page.getByRole('alert')).toContainText('The clock runs again');
}

/** Finds a report by the mark in it, opens the page of that vehicle, and the handover of the shift. */
export async function findAndHandOver(page: Page, reference: string, mark: string): Promise<void> {
  const box = page.getByRole('banner').getByRole('search').getByLabel('Search reports');
  await box.fill(mark);
  await box.press('Enter');
  await expect(page.getByRole('heading', { name: /^\d+ results?/ })).toBeVisible();
  await press(page.getByRole('link', { name: reference }));
  await press(page.getByRole('link', { name: mark, exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(mark);
  await expect(page.getByRole('link', { name: reference }).first()).toBeVisible();
  await page.goto('/queues/mine');
  await press(page.getByRole('link', { name: 'Handover of a shift' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Handover of a shift');
}
