import type { Page } from '@playwright/test';
import { choose } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal } from './write-report.ts';

const queue = '/queues/fib?view=unassigned';
const sanitised = 'A white van is used to bring workers to a house in the mornings.';
const ended = 'The one before is closed. This is the next, and you have claimed it';

/** Counts what brings a page. */
function loadsOf(page: Page): { count: number } {
  const loads = { count: 0 };
  page.on('load', () => (loads.count += 1));
  return loads;
}

test('an ordinary report takes an officer nine clicks or eight keys and two pages', async ({ as, look }) => {
  test.setTimeout(180_000);
  const officer = await as(people.officer);
  await officer.setViewportSize({ width: 1280, height: 800 });
  await officer.goto('/help/keyboard');
  await officer.getByLabel('On', { exact: true }).check();
  await officer.getByRole('button', { name: 'Save' }).click();
  // Everything that waits is somebody's, so that the reports of this journey come next.
  await officer.goto(queue);
  while (await officer.getByRole('button', { name: 'Take next' }).isEnabled()) {
    await officer.getByRole('button', { name: 'Take next' }).click();
    await officer.goto(queue);
  }
  const reporter = await as(people.reporter);
  // Each with a mark and a postcode of its own, so that no other journey's report stands beside it as a match.
  for (const [vehicleVrm, placePostcode] of [
    ['KX51 ASA', 'B11 1XA'],
    ['KX51 ASB', 'B11 1XB'],
    ['KX51 ASD', 'B11 1XD'],
  ] as const)
    await reportSent(reporter, { ...minimal, vehicleVrm, placePostcode });
  await officer.goto(queue);

  const loads = loadsOf(officer);
  let clicks = 0;
  const click = async (press: Promise<void>) => {
    clicks += 1;
    await press;
  };
  await click(officer.getByRole('button', { name: 'Take next' }).click());
  await expect(officer.getByLabel('What is this item about?')).not.toHaveValue('');
  await look(officer);
  const height = await officer.evaluate(() => document.documentElement.scrollHeight);
  const banner = await officer
    .locator('.portal-demonstration, .govuk-notification-banner')
    .evaluateAll((all) => all.reduce((sum, each) => sum + each.clientHeight, 0));
  expect(height - banner, 'the page of a short report').toBeLessThanOrEqual(1200);
  await click(choose(officer, 'Source', /^2 /));
  await expect(
    officer.getByRole('paragraph').filter({ hasText: 'Untested. Has told us nothing' }),
  ).toBeVisible();
  await click(choose(officer, 'Assessment', /^A /));
  await click(choose(officer, 'Handling', /^P /));
  await click(choose(officer, 'MoPI group', /^1 /));
  await click(officer.getByLabel('Sanitised text').click());
  await officer.keyboard.type('Seen on 3 May.');
  await expect(officer.locator('.portal-findings')).toContainText('exact day');
  await officer.getByLabel('Sanitised text').fill(sanitised);
  await expect(officer.getByLabel('Disseminate to')).toHaveValue('spoc-be');
  await click(officer.getByRole('radio', { name: 'Used', exact: true }).click());
  await click(officer.getByRole('button', { name: 'Send and close' }).click());
  await expect(officer.getByRole('alert')).toContainText(ended);
  expect(clicks).toBeLessThanOrEqual(9);
  await officer.waitForLoadState();
  expect(loads.count).toBe(2);

  // The same by keyboard alone, from the queue on.
  await officer.goto(queue);
  loads.count = 0;
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await officer.keyboard.press(key);
  };
  await press('t');
  await expect(officer.getByRole('alert')).toContainText('You have claimed this submission');
  await officer.waitForLoadState();
  for (const key of ['2', 'a', 'p', '6', 'u', 'w']) await press(key);
  await officer.keyboard.type(sanitised);
  await press('Control+Enter');
  await expect(officer.getByText('Partner answered and submission closed')).toBeVisible();
  expect(keys).toBeLessThanOrEqual(8);
  await officer.waitForLoadState();
  expect(loads.count).toBe(2);

  await officer.goto('/help/keyboard');
  await officer.getByLabel('Off', { exact: true }).check();
  await officer.getByRole('button', { name: 'Save' }).click();
});
