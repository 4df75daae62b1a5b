import type { Page } from '@playwright/test';
import { openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { answerToCheck, minimal, sendReport } from './write-report.ts';

const organisation = 'Example Harbour Trust';

test('a SPOC enters a report made by telephone, and FIB finds it in its queue', async ({ as, look }) => {
  const spoc = await as(people.spocEast);
  await enter(spoc);
  await look(spoc);
  await spoc.getByLabel('Which organisation made the report?').selectOption(organisation);
  await spoc.getByRole('button', { name: 'Continue' }).click();
  await look(spoc);
  await spoc.getByRole('group', { name: 'Who made the report?' }).getByRole('radio').first().check();
  await spoc.getByLabel('By telephone').check();
  await spoc.getByRole('button', { name: 'Start the report' }).click();
  const banner = spoc.getByText(`You are entering a report for ${organisation}, made by telephone`);
  await expect(banner).toBeVisible();
  const first = spoc.url();

  // The call was cut off: the report is found again where it was begun.
  await spoc.goto('/');
  await enter(spoc);
  await look(spoc);
  await spoc.getByRole('table').getByRole('link', { name: organisation }).first().click();
  await look(spoc);
  await spoc.goto(first);
  await answerToCheck(spoc, minimal, async (page) => {
    await expect(page.getByText(`You are entering a report for ${organisation}`)).toBeVisible();
    await look(page);
  });
  const reference = await sendReport(spoc);
  await expect(spoc.getByText(`You entered this report for ${organisation}`)).toBeVisible();
  await look(spoc);

  const officer = await as(people.officer);
  await openFromQueue(officer, 'fib', 'unassigned', reference);
  // Folded, it says already that it comes through an officer.
  await officer.getByRole('heading', { name: /^Sent by .+, entered by an officer$/ }).click();
  await expect(officer.getByText(/, an officer, for /)).toBeVisible();
  await expect(officer.getByText(/by telephone, version/)).toBeVisible();
  await look(officer);
});

const enter = (page: Page) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Enter a report' }).click();
