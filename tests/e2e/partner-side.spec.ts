import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { partnerSideJourney, standInForElsewhere } from './partner-side-journey.ts';
import { startReport } from './write-report.ts';

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

test('what is typed stays on its page without a connection, and before the way back somebody is asked', async ({
  as,
  look,
}) => {
  const page = await as(people.reporter);
  await startReport(page);
  const address = page.url();
  await page.getByRole('radio').first().check();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'You have no connection' })).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeChecked();
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
  await expect(page.getByRole('radio').first()).toBeChecked();
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).not.toHaveURL(address);
});
