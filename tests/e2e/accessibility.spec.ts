import type { Page } from '@playwright/test';
import { become, expect, test } from './portal-test.ts';

/** The pages of each person, in the state a year of work left them in. Every one is clean by axe and no wider than 320 px. */
const pages: Record<string, string[]> = {
  'robin@harbour-trust.example': ['/reports', '/help', '/privacy', '/cookies', '/accessibility'],
  'lee@harbour-trust.example': ['/', '/organisation'],
  'fib.officer@police.example': [
    '/',
    '/queues',
    '/queues/fib?view=unassigned',
    '/queues/fib?view=mine',
    '/queues/urgent',
    '/plan',
    '/plan/PCC%201.4.1',
  ],
  'spoc.birmingham-east@police.example': ['/queues/spoc-be', '/queues/spoc-be?view=disseminated-to-us'],
  'area.lead@police.example': ['/', '/reporting/published'],
  'mds.lead@police.example': [
    '/',
    '/reporting',
    '/reporting/course',
    '/reporting/cross',
    '/reporting/questions',
    '/reporting/measures/received',
    '/reporting/published',
  ],
  'administrator@police.example': [
    '/',
    '/administration/organisations',
    '/administration/accounts',
    '/administration/organisations/new',
    '/administration/accounts/new',
  ],
  'auditor@police.example': ['/', '/audit'],
  'source.custodian@police.example': ['/'],
};

for (const [person, addresses] of Object.entries(pages)) {
  test(`pages of ${person}`, async ({ page, look }) => {
    await become(page, person);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectShort(page, address);
      await look(page);
    }
  });
}

/** A screen of a lead's computer, in pixels. */
const screen = { width: 1280, height: 800 };

/** The home of a lead is one screen and figures at most four, without the demonstration's banner. */
async function expectShort(page: Page, address: string): Promise<void> {
  const lead = page.locator('.portal-lead');
  const screens = address.startsWith('/reporting') ? 4 : (await lead.count()) > 0 ? 1 : null;
  if (screens === null) return;
  await page.setViewportSize(screen);
  const hints = page.getByRole('button', { name: 'Do not show this again' });
  if ((await hints.count()) > 0) await hints.click();
  await expect(hints).toHaveCount(0);
  const banner = (await page.locator('.portal-demonstration').boundingBox())?.height ?? 0;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height - banner, address).toBeLessThanOrEqual(screens * screen.height);
}
