import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { people } from './people.ts';
import { become, expect, test } from './portal-test.ts';
import { minimal, sendReport, writeReport } from './write-report.ts';

/** Each step of docs/tour.md, under its heading: a step without a check, or a check without a step, fails. */
const headings = [...readFileSync('docs/tour.md', 'utf8').matchAll(/^## (\d+\. .+)$/gm)].map(
  (found) => found[1] ?? '',
);

const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click();

const source = 'Zebedee Quillfeather';

/** Walks the tour as a newcomer does. `lookAt` looks at a page as the tests of accessibility do. */
export async function walkTour(page: Page, lookAt: (page: Page) => Promise<void>): Promise<void> {
  const walked: string[] = [];
  const step = async (heading: string, body: () => Promise<void>) => {
    walked.push(heading);
    await test.step(heading, body);
  };
  // No page shows who told the partner, to whomever.
  const look = async () => {
    await lookAt(page);
    expect(await page.content(), page.url()).not.toContain(source);
  };
  let reference = '';
  let submission = '';

  await step('1. A reporter sends a report', async () => {
    await become(page, people.reporter);
    await writeReport(page, {
      ...minimal,
      whatIsKnown:
        'Six men are collected from 12 Sample Street every morning before six in a white van. They never go out alone.',
      vehicleVrm: 'ZZ15 ZZZ',
      sourceName: source,
    });
    reference = await sendReport(page);
    await expect(page.getByText(source)).toHaveCount(0);
  });

  await step('2. It is in a queue at once, with the reason in words', async () => {
    await become(page, 'fib.officer@police.example');
    await section(page, 'Queues');
    await page.getByRole('link', { name: /Unassigned/ }).click();
    await page.getByRole('link', { name: reference }).click();
    await expect(page.getByRole('heading', { name: 'Why here?' })).toBeVisible();
    await expect(page.locator('main')).toContainText('PCC 1.4.1');
    await look();
  });

  await step('3. The officer claims it and grades it', async () => {
    await page.getByRole('button', { name: 'Claim' }).click();
    await expect(page.getByText('You have claimed this submission')).toBeVisible();
    submission = new URL(page.url()).pathname;
    await look();
    await page.getByLabel('What is this item about?').fill('Van at the house');
    await page.getByLabel(/^2 Untested/).check();
    await page.getByLabel(/^A Known directly/).check();
    await page.getByLabel(/^P Lawful sharing permitted/).check();
    await page.getByLabel('Provenance').fill('Seen by the person it happened to.');
    await page.getByLabel(/^1 Public protection/).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('main')).toContainText('2AP');
    await look();
  });

  await step('4. Sanitising catches a slip', async () => {
    const text = page.getByLabel('Sanitised text');
    await text.fill(`${source} says that six men are driven from 12 Sample Street before six each morning.`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Your text, with what to look at' })).toBeVisible();
    await expect(text).toHaveValue(new RegExp(source));
    await lookAt(page);
    await text.fill(
      'Six men are driven from 12 Sample Street before dawn each day and brought back after dark.',
    );
    await page.getByRole('group', { name: '12 Sample Street' }).getByLabel('Keep it').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing has left');
  });

  await step('5. The item goes to Birmingham East', async () => {
    await page.getByLabel('Disseminate to').selectOption({ label: 'Birmingham East SPOC' });
    await page.getByRole('button', { name: 'Send and close' }).click();
    await expect(page.locator('main')).toContainText('Birmingham East SPOC');
    await look();
  });

  await step('6. The SPOC reads the sanitised text and not the original', async () => {
    await become(page, 'spoc.birmingham-east@police.example');
    await page.goto('/queues/spoc-be?view=disseminated-to-us');
    await look();
    await page.getByRole('link', { name: reference }).first().click();
    await expect(page.locator('main')).toContainText('Six men are driven from 12 Sample Street');
    await expect(page.locator('main')).not.toContainText(/They never go out alone|Harbour Trust/);
    await look();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(page.locator('main')).toContainText(/acknowledged/i);
    await look();
    await page.goto(submission);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main')).not.toContainText('They never go out alone');
  });

  await step('7. The partner is answered', async () => {
    await become(page, 'fib.officer@police.example');
    await page.goto('/queues/fib?view=mine');
    await page.getByRole('link', { name: reference }).click();
    await page.getByLabel('Used', { exact: true }).check();
    await page.getByLabel('Then take the next one').uncheck();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Partner answered and submission closed');
    await look();
    await become(page, 'robin@harbour-trust.example');
    await page.getByRole('link', { name: reference }).click();
    await expect(page.getByText('Closed', { exact: true })).toBeVisible();
    await expect(page.getByText('Used', { exact: true })).toBeVisible();
    await look();
  });

  await step('8. What is urgent never waits unseen', async () => {
    await become(page, 'fib.supervisor@police.example');
    await page.goto('/');
    await page.getByRole('link', { name: /High submissions? that nobody here holds/ }).click();
    const first = page.getByRole('table').getByRole('row').nth(1);
    await expect(first).toContainText(/Due in|Overdue by/);
    await first.getByRole('link').first().click();
    await expect(page.getByRole('button', { name: 'Claim' })).toBeVisible();
  });

  await step('9. The lead sees what reporting did', async () => {
    await become(page, 'mds.lead@police.example');
    await page.goto('/reporting');
    await expect(page.getByRole('img', { name: /Submissions received by month/ })).toBeVisible();
    await page.getByRole('link', { name: /before and after 26 November 2015/i }).click();
    await expect(page.locator('main')).toContainText(
      /Reporting was about the same: \d+ submissions in the 42 days after, \d+ in the 42 days before/,
    );
    await expect(page.locator('main')).toContainText('More came from third-party reporting centres');
  });

  await step('10. The plan on screen', async () => {
    await section(page, 'Plan');
    await expect(page.locator('main')).toContainText('[REDACTED]');
    await page
      .getByRole('link', { name: /PCC 1\.4\.1/ })
      .first()
      .click();
    await expect(page.locator('main')).toContainText('on-line reporting');
  });

  await step('11. Figures for the areas', async () => {
    await become(page, 'area.lead@police.example');
    await section(page, 'Figures');
    await expect(page.getByRole('table', { name: 'All submissions, by quarter' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What is counted' })).toBeVisible();
  });

  await step('12. Everything leaves a trace', async () => {
    await become(page, 'auditor@police.example');
    await page.goto('/audit');
    await expect(page.locator('main')).toContainText('Frankie Example');
    await expect(page.locator('main')).not.toContainText('Sample Street');
  });

  await step('13. Mail says only that something waits', async () => {
    await page.goto('/demonstration/mail');
    await page.getByRole('link', { name: 'There is an update on your report' }).first().click();
    await expect(page.locator('main')).toContainText('You need to sign in to read it');
    await expect(page.locator('main')).not.toContainText('Sample Street');
  });

  expect(walked).toEqual(headings);
}
