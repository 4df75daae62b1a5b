import type { Page } from '@playwright/test';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { partnerSideJourney, standInForElsewhere } from './partner-side-journey.ts';
import { startReport } from './write-report.ts';

/** An answer of the opening after which others are still missing: what says danger needs nothing else. */
const noDanger = (page: Page) =>
  page
    .getByRole('group', { name: 'Is anyone in danger?' })
    .getByLabel('No, not that I know of', { exact: true });

partnerSideJourney();

test('pressing Shift three times leaves, and the way back does not lead to what was read', async ({ as }) => {
  const page = await as(people.reporter);
  const led = await standInForElsewhere(page.context());
  await page.goto('/help');
  await page.goto('/reports');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page.getByRole('status').filter({ hasText: 'press 1 more time to exit' })).toHaveCount(1);
  expect(led).toEqual([]);
  await page.keyboard.press('Shift');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Weather');
  // The page that was left has no entry of its own any more.
  await page.goBack();
  await expect(page).toHaveURL('/help');
  await page.goto('/reports');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('the way out is the second stop of the keyboard', async ({ page }) => {
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('a[href="/exit"]').first()).toBeFocused();
});

test('a session that is about to end warns, is extended, and covers the page when it has ended', async ({
  as,
  look,
}) => {
  const page = await as(people.reporter);
  await startReport(page);
  await page.clock.install();
  await page.reload();
  const dialog = page.getByRole('dialog');
  await page.clock.fastForward('23:50');
  await expect(dialog).toHaveCount(0);
  await page.clock.fastForward('00:20');
  await expect(dialog).toContainText('You will be signed out in 5 minutes');
  await look(page);
  await page.clock.fastForward('01:00');
  await expect(dialog).toContainText('in 4 minutes');
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(dialog).toHaveCount(0);
  await page.clock.fastForward('24:10');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.context().clearCookies();
  await page.clock.fastForward('30:00');
  await expect(dialog).toContainText('You have been signed out');
  await look(page);
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page).toHaveURL(/\/sign-in\/kept/);
});

test('at the end of a session nothing is deleted that was only looked at', async ({ as }) => {
  const page = await as(people.reporter);
  await startReport(page);
  const [draft = ''] = /\/reports\/drafts\/[^/]+/.exec(page.url()) ?? [];
  await page.clock.install();
  await page.goto(`${draft}/delete`);
  await page.context().clearCookies();
  await page.clock.fastForward('31:00');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`${draft}/delete`)}`);
});

test('text of more than a megabyte is refused beside its box, and stays', async ({ as, look }) => {
  const page = await as(people.reporter);
  await startReport(page);
  const box = page.getByLabel('What do you know?');
  await box.evaluate((field: HTMLTextAreaElement) => (field.value = 'ሀ'.repeat(120_000)));
  const address = page.url();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  const problem = page.getByRole('alert').filter({ hasText: 'too long to be sent' });
  await expect(problem).toBeFocused();
  await problem.getByRole('link').click();
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/too long to be sent. Shorten this text by/);
  await expect(page).toHaveURL(address);
  expect(await box.inputValue()).toHaveLength(120_000);
  // So long a text is laid out for seconds.
  await box.evaluate((field: HTMLTextAreaElement) => (field.value = 'A few words.'));
  await look(page);
  // Where the box is folded away, as among "Add more about this person", the link opens it.
  await box.evaluate((field: HTMLTextAreaElement) => {
    const group = field.closest('.govuk-form-group');
    const fold = document.createElement('details');
    group?.before(fold);
    if (group) fold.append(group);
  });
  await problem.getByRole('link').click();
  await expect(box).toBeFocused();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByText('too long to be sent')).toHaveCount(0);
});

test('a page whose words are kept is left without a question', async ({ as }) => {
  const page = await as(people.reporter);
  await startReport(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return dialog.accept();
  });
  await noDanger(page).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveURL(/\?problems$/);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).not.toHaveURL(/\?problems$/);
  expect(asked).toEqual([]);
});

test.describe('a form that asks first whether the portal is there', () => {
  test.use({ asksFirst: true });

  test('what is typed stays on its page without a connection, and before the way back somebody is asked', async ({
    as,
    look,
  }) => {
    const page = await as(people.reporter);
    await startReport(page);
    const address = page.url();
    await noDanger(page).check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'The portal cannot be reached' })).toBeVisible();
    await expect(noDanger(page)).toBeChecked();
    await look(page);
    await page.context().setOffline(false);

    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      return dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    expect(asked).toEqual([expect.stringContaining('not saved')]);
    await expect(page).toHaveURL(address);
    await expect(noDanger(page)).toBeChecked();
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await expect(page).not.toHaveURL(address);
  });

  test('what is typed stays where the connection fails unnoticed, and is sent when it is back', async ({
    as,
    look,
  }) => {
    const page = await as(people.reporter);
    await startReport(page);
    const address = page.url();
    await noDanger(page).check();
    const save = page.getByRole('button', { name: 'Save and continue' });
    const problem = page.getByRole('alert').filter({ hasText: 'The portal cannot be reached' });

    await page.route('**/*', (route) => route.abort('connectionreset'));
    await save.click();
    await expect(problem).toBeFocused();
    await look(page);
    await expect(page).toHaveURL(address);
    await expect(noDanger(page)).toBeChecked();

    // The sign-in page of a café answers everything.
    await page.unroute('**/*');
    await page.route('**/*', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>' }),
    );
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Send it anyway' })).toBeVisible();
    await expect(problem).toHaveCount(1);
    await expect(page).toHaveURL(address);

    await page.unroute('**/*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(problem).toHaveCount(0);
    await expect(page.getByText('There is a problem')).toBeVisible();
    await expect(noDanger(page)).toBeChecked();
  });

  test('pressing twice sends once, and the button that was pressed goes with the form', async ({ as }) => {
    const page = await as(people.reporter);
    await startReport(page);
    const posts: (string | null)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.postData());
    });
    await page.locator('main form').evaluate((form: HTMLFormElement) => {
      const other = document.createElement('button');
      other.name = 'then';
      other.value = 'another';
      form.append(other);
      form.requestSubmit(other);
      form.requestSubmit();
    });
    await expect(page.getByText('There is a problem')).toBeVisible();
    expect(posts).toEqual([expect.stringContaining('then=another')]);
  });
});
