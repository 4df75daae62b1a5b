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
  test(`pages of ${person}`, async ({ page, look }) => {
    await become(page, person);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await look(page);
    }
  });
}
