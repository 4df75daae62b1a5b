import type { Page } from '@playwright/test';
import { addAndGrade, openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { minimal, sendReport, writeReport } from './write-report.ts';

const sourceName = minimal.sourceName as string;
const original = 'A white van is outside the house every morning.';
const sanitised = 'A white van is used to bring workers to a house in the mornings.';

/** How many submissions the lead's table counts for a plan item in this month. */
async function countOf(page: Page, item: string): Promise<number> {
  await page.goto('/reporting');
  const cells = page.getByRole('row').filter({
    has: page.getByRole('rowheader', {
      name: new RegExp(`^(PCC )?${item.replaceAll('.', String.raw`\.`)}\\b`),
    }),
  });
  return Number(await cells.first().getByRole('cell').last().innerText());
}

test('one report goes from the partner through FIB to an area, and back', async ({ as, look: lookAt }) => {
  // No page shows who told the partner, to whomever.
  const look = async (page: Page) => {
    await lookAt(page);
    expect(await page.content(), page.url()).not.toContain(sourceName);
  };
  const lead = await as(people.mdsLead);
  const before = await countOf(lead, '1.4.1');
  expect(before).toBeGreaterThanOrEqual(0);
  await look(lead);

  const reporter = await as(people.reporter);
  await writeReport(reporter, minimal);
  const reference = await sendReport(reporter);

  const officer = await as(people.officer);
  await look(officer);
  await officer.goto('/queues');
  await look(officer);
  await openFromQueue(officer, 'fib', 'unassigned', reference);
  await expect(officer.getByText(original).first()).toBeVisible();
  await expect(officer.getByRole('heading', { name: 'Why here?' })).toBeVisible();
  await expect(officer.getByText(/Birmingham East/).first()).toBeVisible();
  await expect(officer.getByText(sourceName)).toHaveCount(0);
  await look(officer);
  await officer.getByRole('button', { name: 'Claim' }).click();
  await expect(officer.getByRole('alert')).toContainText('You have claimed this submission');
  await addAndGrade(officer, 'Van at a house', look);
  await look(officer);

  await officer.getByRole('link', { name: /^Sanitise/ }).click();
  await look(officer);
  const text = officer.getByLabel('Text', { exact: true });
  await text.fill(`I saw it myself. ${original}`);
  await officer.getByRole('button', { name: 'Check and save' }).click();
  await expect(officer.getByRole('alert')).toContainText('Nothing is saved yet');
  await look(officer);
  await text.fill(sanitised);
  await officer.getByRole('button', { name: /^(Check and save|Save)$/ }).click();
  await expect(officer.getByRole('alert')).toContainText('Sanitised text saved');
  await officer.getByRole('button', { name: 'Accept' }).click();
  await officer.getByRole('link', { name: /^Disseminate/ }).click();
  await look(officer);
  await officer.getByLabel('Disseminate to').selectOption({ label: 'Birmingham East SPOC' });
  await officer.getByRole('button', { name: 'Disseminate' }).click();
  await expect(officer.getByRole('alert')).toContainText('Item disseminated');
  await look(officer);

  const spoc = await as(people.spocEast);
  await spoc.goto('/queues/spoc-be?view=disseminated-to-us');
  await look(spoc);
  await spoc.getByRole('link', { name: new RegExp(reference) }).click();
  await expect(spoc.getByText(sanitised)).toBeVisible();
  await expect(spoc.getByText(original)).toHaveCount(0);
  await expect(spoc.getByText('Harbour Trust')).toHaveCount(0);
  await look(spoc);
  await spoc.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(spoc.getByRole('alert')).toContainText('You have acknowledged this item');
  await spoc.goto(new URL(officer.url()).pathname);
  await expect(spoc.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(spoc.getByText(original)).toHaveCount(0);

  await officer.getByRole('button', { name: 'Answer the partner and close' }).click();
  await look(officer);
  await officer.getByRole('radio', { name: 'Used' }).check();
  await officer.getByRole('button', { name: 'Answer the partner and close' }).click();
  await expect(officer.getByRole('alert')).toContainText('Partner answered and submission closed');
  await look(officer);

  await reporter.goto('/reports');
  await reporter.getByRole('link', { name: reference }).click();
  await expect(reporter.getByText('Closed').first()).toBeVisible();
  await expect(reporter.getByText('Used').first()).toBeVisible();
  await look(reporter);

  expect(await countOf(lead, '1.4.1')).toBe(before + 1);
});
