import { accessible, become, expect, signIn, test } from './portal.ts';

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
  'mds.lead@police.example': ['/', '/reporting'],
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
  test(`pages of ${person}`, async ({ page }) => {
    await signIn(page, person);
    for (const address of addresses) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await accessible(page);
      await page.setViewportSize({ width: 320, height: 700 });
      const over = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - 320);
      expect(over, `${address} at 320 px`).toBeLessThanOrEqual(0);
    }
  });
}

test('a submission, an item and a page of the form, empty, refused and filled', async ({ page }) => {
  await page.goto('/sign-in');
  await accessible(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await accessible(page);
  await signIn(page, 'robin@harbour-trust.example');
  await page.getByRole('button', { name: 'Start a report' }).click();
  await accessible(page);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await accessible(page);
  await become(page, 'fib.officer@police.example');
  await page.goto('/queues/fib?view=mine');
  await page.getByRole('table').getByRole('link').first().click();
  await accessible(page);
});
