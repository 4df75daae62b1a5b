import { expect, signIn, test } from './portal.ts';
import { sendReport } from './send-report.ts';

test('a reporter sends and follows a report without JavaScript', async ({ page }) => {
  await signIn(page, 'robin@harbour-trust.example');
  const reference = await sendReport(page, {
    postcode: 'B11 1AA',
    vehicle: 'ZZ15 ZZY',
    source: 'Wilhelmina Thistledown',
  });
  await page.getByRole('link', { name: 'Go to your reports' }).click();
  await page.getByRole('link', { name: reference }).click();
  await expect(page.locator('main')).toContainText('Kept in the sealed source record');
  await expect(page.locator('main')).not.toContainText('Thistledown');
});

test('a refused page keeps what was typed and says what to do beside the field and in the summary', async ({
  page,
}) => {
  await signIn(page, 'robin@harbour-trust.example');
  await page.getByRole('button', { name: 'Start a report' }).click();
  await page.getByRole('group', { name: 'Is a child involved?' }).getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert')).toContainText('Select whether anyone is in danger');
  await expect(
    page.getByRole('group', { name: 'Is a child involved?' }).getByLabel('No', { exact: true }),
  ).toBeChecked();
});

test('no page is wider than a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, 'robin@harbour-trust.example');
  await sendReport(page, { postcode: 'B11 1AA' });
  const body = await page.locator('body').boundingBox();
  expect(body?.width).toBeLessThanOrEqual(320);
});
