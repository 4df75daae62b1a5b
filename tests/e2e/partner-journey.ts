import type { Page } from '@playwright/test';
import { photograph } from '../factories/files.ts';
import { upload } from './files-journey.ts';
import { people } from './people.ts';
import { enterAccount, expect, signIn, test } from './portal-test.ts';
import { answerToCheck, minimal, referenceOn, sendReport, startReport, type Given } from './write-report.ts';

const typed = 'A white van is outside the house every morning. Six men get out.';
const save = (page: Page) => page.getByRole('button', { name: 'Save and continue' }).click();
const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

/** At 320 pixels the first question of a page, or the first answer to check, stands on the first screen. */
async function beginsOnFirstScreen(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const first = page.locator('main').locator('legend, label, dt').first();
  const end = await first.evaluate((element) => element.getBoundingClientRect().bottom + window.scrollY);
  // Without the banner that only a demonstration has.
  const banner = (await page.locator('.portal-demonstration').boundingBox())?.height ?? 0;
  expect(end - banner, `${page.url()} begins below the first screen`).toBeLessThanOrEqual(640);
  if (size) await page.setViewportSize(size);
}

/** How many answers stand in the fields of a page: what is typed and what is chosen. */
const answersGivenOn = (page: Page): Promise<number> =>
  page.locator('main').evaluate((main) => {
    const typed = main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea');
    return (
      main.querySelectorAll('input:checked').length + [...typed].filter(({ value }) => value !== '').length
    );
  });

/** Answers up to the page of sending. Gives the pages that it took, in order, with that one. */
async function pagesToSending(
  page: Page,
  given: Given,
  each: (page: Page) => Promise<void>,
): Promise<string[]> {
  const pages: string[] = [];
  await answerToCheck(page, given, async () => {
    pages.push(
      new URL(page.url()).pathname
        .replace(/^.*\/drafts\/[0-9a-f-]{36}\//, '')
        .replace(/\/[0-9a-f-]{36}$/, ''),
    );
    await beginsOnFirstScreen(page);
    await each(page);
  });
  return pages;
}

/** The same journey for a browser with and without scripts. */
export function partnerJourney(): void {
  test('what a reporter saw is sent from the second page, after nine answers', async ({ page, look }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/sign-in');
    await look(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('Enter your email address');
    await expect(page).toHaveTitle(/^Error: /);
    await look(page);
    await signIn(page, people.reporter);
    await look(page);
    await startReport(page);
    await beginsOnFirstScreen(page);
    await look(page);

    // Errors keep what was typed.
    await page.getByLabel('What do you know?').fill(typed);
    await save(page);
    await expect(page.getByRole('alert')).toContainText('Select whether anyone is in danger');
    await expect(page.getByLabel('What do you know?')).toHaveValue(typed);
    await look(page);
    await choose(page, 'Is anyone in danger?', 'No, not that I know of');
    await choose(page, 'Is a child involved?', 'No');
    await page.getByLabel('What do you know?').fill(typed);
    await page.getByLabel('Postcode', { exact: true }).fill('B11 1AA');
    await choose(page, 'When did it happen?', 'Today');
    await choose(page, 'Are you sending this for another person?', 'No');
    await choose(page, 'How do you know this?', 'I saw or heard it myself');
    await choose(page, 'Could somebody work out', 'No');
    await page.getByLabel('Labour or financial').check();
    expect(await answersGivenOn(page)).toBe(9);
    await save(page);
    await expect(page).toHaveURL(/\/check$/);
    await beginsOnFirstScreen(page);
    await look(page);
    await page.getByRole('button', { name: 'Send report' }).click();
    const reference = await referenceOn(page);
    await look(page);

    await page.getByRole('link', { name: 'Go to your reports' }).click();
    const line = page.getByRole('row').filter({ hasText: reference });
    await expect(line).toContainText('Received');
    await look(page);
    await line.getByRole('link', { name: reference }).click();
    await expect(page.getByText(typed)).toBeVisible();
    await look(page);
  });

  test('danger is met with 999 on the second page, with what was typed', async ({ as, look }) => {
    const page = await as(people.reporter);
    await startReport(page);
    await choose(page, 'Is anyone in danger?', 'Yes, now');
    await page.getByLabel('What do you know?').fill('She is locked in at B11 1AA.');
    await page.getByLabel('Postcode', { exact: true }).fill('not a postcode');
    await save(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call 999, then send this');
    await look(page);
    const known = page.getByLabel('What do you know?');
    await expect(known).toHaveValue('She is locked in at B11 1AA.');
    await known.fill('');
    await page.getByRole('button', { name: 'Send now' }).click();
    await expect(page.getByRole('alert')).toContainText('Enter what you know');
    await look(page);
  });

  test('a full report takes nine pages, with files', async ({ as, look }) => {
    const page = await as(people.reporter);
    await startReport(page);
    const everything: Given = {
      ...minimal,
      sourceKind: 'self',
      canDescribe: ['people', 'vehicles', 'organisations', 'contacts', 'links', 'signs', 'files'],
      personSurname: 'Testperson',
      organisationName: 'Imaginary Car Wash',
      contactValue: '07700 900123',
      linkFrom: '1',
      linkTo: '2',
      indicators: ['fear'],
    };
    const pages = await pagesToSending(page, everything, async () => {
      await look(page);
      if (page.url().endsWith('/files')) await upload(page, 'van.jpg', await photograph(), 'The van');
    });
    expect(pages).toEqual([
      'pages/opening',
      'lists/vehicles',
      'lists/people',
      'lists/organisations',
      'lists/contacts',
      'lists/links',
      'pages/signs',
      'files',
      'check',
    ]);
  });

  test('a reporting centre writes for a victim on four pages', async ({ as, look }) => {
    const page = await as('pat@fire-stations.example');
    await startReport(page);
    const given: Given = {
      // Whoever speaks for a victim is not asked whether they can describe anybody.
      ...Object.fromEntries(Object.entries(minimal).filter(([name]) => name !== 'canDescribe')),
      onBehalfOfVictim: 'yes',
      whoSpeaks: 'self',
      speakerChoice: 'named',
      choiceExplained: 'yes',
      victimWantsContact: 'no',
    };
    const pages = await pagesToSending(page, given, look);
    expect(pages).toEqual(['pages/opening', 'pages/source', 'pages/victim-wishes', 'check']);
    await expect(page.getByText('Quillon Sealedname')).toHaveCount(0);
    await expect(page.getByText('Kept in the sealed source record').first()).toBeVisible();
    await page.getByRole('button', { name: 'Send report' }).click();
    await expect(page.getByRole('alert')).toContainText('Select who the police may share this with');
    await look(page);
    await sendReport(page, given);
  });

  test('a session that ends while somebody types keeps the text', async ({ as, look }) => {
    const page = await as(people.reporter);
    await startReport(page);
    await page.getByLabel('What do you know?').fill('Typed before the session ended.');
    await page.context().clearCookies();
    await save(page);
    await expect(page).toHaveURL(/\/sign-in\/kept/);
    await look(page);
    await enterAccount(page, people.reporter);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed in');
    await look(page);
    await page.getByRole('button', { name: 'Save what I typed' }).click();
    await expect(page.getByLabel('What do you know?')).toHaveValue('Typed before the session ended.');
  });
}
