import { expect, type Page } from '@playwright/test';

export type ReportInput = { postcode: string; vehicle?: string; source?: string; danger?: 'no' | 'soon' };

/** Writes and sends the shortest report with a place, as a reporter who is signed in does. Gives the reference. */
export async function sendReport(
  page: Page,
  { postcode, vehicle, source, danger = 'no' }: ReportInput,
): Promise<string> {
  const save = () => page.getByRole('button', { name: 'Save and continue' }).click();
  await page.goto('/reports');
  await page.getByRole('button', { name: 'Start a report' }).click();
  await page
    .getByRole('group', { name: 'Is anyone in danger?' })
    .getByLabel(danger === 'no' ? 'No, not that I know of' : 'Yes, they could be soon')
    .check();
  await page.getByRole('group', { name: 'Is a child involved?' }).getByLabel('No', { exact: true }).check();
  await page
    .getByRole('group', { name: 'Are you sending this for a possible victim?' })
    .getByLabel('No', { exact: true })
    .check();
  await save();
  await page.getByLabel('Labour or financial').check();
  await page
    .getByLabel('What do you know?')
    .fill(
      'Six men are collected from 12 Sample Street every morning before six in a white van. They never go out alone.',
    );
  await page.getByRole('group', { name: 'When did it happen?' }).getByLabel('It is still going on').check();
  await page.getByRole('group', { name: 'When did you learn of it?' }).getByLabel('Not known').check();
  if (vehicle) await page.getByLabel('Vehicles', { exact: true }).check();
  await save();
  await page.getByLabel('What kind of place is it?').selectOption('Where people live');
  await page.getByLabel('Postcode').fill(postcode);
  await save();
  if (vehicle) {
    await page.getByLabel('Registration number').fill(vehicle);
    await save();
  }
  await page.getByLabel('Another person we support').check();
  await page.getByLabel('It happened to them').check();
  const known = page.getByRole('group', { name: 'Can the police know who the source is?' });
  await known
    .getByRole('radio')
    .nth(source ? 0 : 1)
    .check();
  if (source) await page.getByLabel('Name of the source').fill(source);
  await page
    .getByRole('group', { name: /could someone guess who told us/ })
    .getByLabel('No', { exact: true })
    .check();
  await page.getByLabel('Anyone who needs it to protect people or stop crime').check();
  await page
    .getByRole('group', { name: 'Should the police call you before they act?' })
    .getByLabel('No', { exact: true })
    .check();
  await save();
  await expect(
    page.getByRole('heading', { name: 'Check your answers before you send the report' }),
  ).toBeVisible();
  await page.getByLabel('I confirm this').check();
  await page.getByRole('button', { name: 'Send report' }).click();
  await expect(page.getByRole('heading', { name: 'Report sent' })).toBeVisible();
  return page.locator('.govuk-panel__body strong').innerText();
}
