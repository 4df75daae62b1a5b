import type { BrowserContext } from '@playwright/test';
import { people } from './people.ts';
import { enterAccount, expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { answerPage, minimal, startReport } from './write-report.ts';

/** Keeps the browser in this machine: the portal's answer is read, and a page stands in for where it leads. */
export async function standInForElsewhere(context: BrowserContext): Promise<string[]> {
  const led: string[] = [];
  await context.route(
    (url) => url.pathname === '/exit',
    async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      led.push(answer.headers().location ?? '');
      await route.fulfill({
        status: 200,
        contentType: 'text/html',
        headers: { 'set-cookie': answer.headers()['set-cookie'] ?? '' },
        body: '<title>Weather</title><h1>Weather</h1>',
      });
    },
  );
  return led;
}

/** The same journeys for a browser with and without scripts. */
export function partnerSideJourney(): void {
  test('a reporter leaves at once, and finds the draft again', async ({ as, look }) => {
    const page = await as(people.otherReporter);
    const led = await standInForElsewhere(page.context());
    await page.goto('/help/exit');
    await look(page);
    await page.goto('/reports');
    await startReport(page);
    const draft = page.url();
    await page.getByRole('button', { name: 'Exit this page' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Weather');
    expect(led).toEqual(['https://www.bbc.co.uk/weather']);
    await page.goto(draft);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await enterAccount(page, people.otherReporter);
    await expect(page).toHaveURL(draft);
  });

  test('a page that is not finished waits, and going back in the browser asks for nothing', async ({
    as,
    look,
  }) => {
    const page = await as(people.reporter);
    await page.goto('/reports');
    await startReport(page);
    const known = page.getByLabel('What do you know?');
    await known.fill('A van comes each morning at six.');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByRole('alert')).toContainText('Select whether a child is involved');
    await look(page);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('New report');
    await page.goForward();

    await expect(known).toHaveValue('A van comes each morning at six.');
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    await expect(page.getByText('You have not finished these')).toBeVisible();
    await look(page);
    await page.getByRole('listitem').getByRole('link', { name: 'New report' }).first().click();
    await expect(known).toHaveValue('A van comes each morning at six.');
    await look(page);
    await page.getByRole('link', { name: 'Remove what is not finished' }).click();
    await expect(page.getByText('A van comes each morning at six.')).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByText('You have not finished these')).toHaveCount(0);
  });

  test('two tabs on one page of a draft: both texts are shown, and one is chosen', async ({ as, look }) => {
    const page = await as(people.reporter);
    await page.goto('/reports');
    await startReport(page);
    await answerPage(page, minimal);
    await expect(page).not.toHaveURL(/opening/);
    const address = page.url().replace(/pages\/.*/, 'pages/danger');
    await page.goto(address);
    const other = await page.context().newPage();
    await other.goto(address);
    await other
      .getByLabel('Yes, it could happen soon')
      .or(other.getByLabel(/^Yes, .*soon/))
      .first()
      .check();
    await other.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('group', { name: 'Is a child involved' }).getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByRole('alert')).toContainText('saved somewhere else');
    await look(page);
    const choice = page.locator('.portal-two-versions').getByRole('group').first();
    await choice.getByLabel('Keep what is saved now').check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.goto(address);
    await expect(page.getByLabel(/^Yes, .*soon/).first()).toBeChecked();
  });

  test('what a reporter adds later is told as danger, read by an officer and marked as read', async ({
    as,
    look,
  }) => {
    const page = await as(people.reporter);
    const reference = await reportSent(page);
    await page.goto('/reports');
    await page.getByRole('link', { name: reference }).click();
    await page.getByRole('link', { name: 'Add anything else' }).click();
    await look(page);
    await page.getByRole('button', { name: 'Send this information' }).click();
    await expect(page.getByRole('alert')).toContainText('Select whether anyone is in danger');
    await look(page);
    await page.getByLabel('Yes, now').check();
    await page.getByLabel('What do you want to add?').fill('The driver has a knife today.');
    await page.getByLabel('I saw or heard it myself').check();
    await page.getByRole('button', { name: 'Send this information' }).click();
    await expect(page.getByRole('alert')).toContainText('We have received what you added');
    await look(page);

    const officer = await as(people.officer);
    await officer.goto('/queues/fib?view=new-information');
    const line = officer.getByRole('row').filter({ hasText: reference });
    await expect(line).toContainText('Somebody in danger');
    await expect(line).toContainText('High');
    await look(officer);
    await line.getByRole('link', { name: reference }).click();
    await expect(officer.getByText('The driver has a knife today.')).toBeVisible();
    await look(officer);
    await officer.getByRole('button', { name: 'Mark as read' }).click();
    await expect(officer.getByText('Added information marked as read').first()).toBeVisible();
    await officer.goto('/queues/fib?view=new-information');
    await expect(officer.getByRole('row').filter({ hasText: reference })).toHaveCount(0);
  });
}
