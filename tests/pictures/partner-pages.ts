import type { Page } from '@playwright/test';
import { answerPage, minimal, sendReport, startReport, type Given } from '../e2e/write-report.ts';

const sighting: Given = {
  ...minimal,
  whatIsKnown:
    'ZZ15 ZZZ was outside the house again at 6am. Six men got out. The boss calls them from 07700 900555.',
  canDescribe: ['people', 'vehicles'],
  personForename: 'Ana',
};

/** Ten pages of the partner's side: a report from its list to its own page, one about danger, and what a lead sees. */
export async function takePartnerPages(
  reporter: Page,
  lead: Page,
  keep: (page: Page, name: string) => Promise<void>,
) {
  const take = async (name: string, page = reporter) => {
    await page.waitForLoadState();
    await keep(page, name);
  };
  const answerAndGoOn = async (given: Given) => {
    const before = reporter.url();
    await answerPage(reporter, given);
    await reporter.waitForURL(({ href }) => href !== before);
  };
  await reporter.goto('/reports');
  await take('01-list');
  await startReport(reporter);
  await take('02-opening');
  await answerAndGoOn(sighting);
  await take('03-found-in-text');
  await reporter.locator('.portal-progress summary').first().click();
  await take('04-sections');
  for (let pages = 0; pages < 30 && !reporter.url().endsWith('/check'); pages += 1)
    await answerAndGoOn(sighting);
  await take('05-check');
  await sendReport(reporter);
  await take('06-sent');
  await reporter.goto('/reports');
  await reporter.locator('#sent ~ table a').first().click();
  await take('07-report');
  await reporter.goto('/reports');
  await startReport(reporter);
  await answerAndGoOn({ ...sighting, danger: 'now' });
  await take('08-danger');
  await lead.goto('/organisation');
  await take('09-organisation', lead);
  await lead.goto('/help/signs');
  await take('10-signs', lead);
}
