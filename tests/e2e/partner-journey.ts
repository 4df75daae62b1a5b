import type { Page } from '@playwright/test';
import { people } from './people.ts';
import { enterAccount, expect, signIn, test } from './portal-test.ts';
import { minimal, sendReport, startReport, writeReport } from './write-report.ts';

/** The same journey for a browser with and without scripts. */
export function partnerJourney(): void {
  test('a reporter tells of a house, a van and who told them', async ({ page, look }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/sign-in');
    await look(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('Enter your email address');
    await expect(page).toHaveTitle(/^Error: /);
    await look(page);
    await signIn(page, people.reporter);
    await look(page);

    await writeReport(page, minimal, look);
    await expect(page.getByText('Quillon Sealedname')).toHaveCount(0);
    await expect(page.getByText('Kept in the sealed source record').first()).toBeVisible();
    await page.getByRole('button', { name: 'Send report' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look(page);
    const reference = await sendReport(page);
    await look(page);

    await page.getByRole('link', { name: 'Go to your reports' }).click();
    const line = page.getByRole('row').filter({ hasText: reference });
    await expect(line).toContainText('Received');
    await look(page);
    await line.getByRole('link', { name: reference }).click();
    await expect(page.getByText('A white van is outside the house every morning.')).toBeVisible();
    await look(page);
  });

  test('errors keep what was typed', async ({ as, look }) => {
    const page = await as(people.reporter);
    await startReport(page);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByRole('alert')).toContainText('Select whether anyone is in danger');
    await look(page);
    await answerDanger(page);
    const known = page.getByLabel('What do you know?');
    await known.fill('Two women are driven to the salon at six each day.');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(known).toHaveValue('Two women are driven to the salon at six each day.');
    await look(page);
  });

  test('danger is met with 999 before anything else', async ({ as, look }) => {
    const page = await as(people.reporter);
    await startReport(page);
    await page.getByLabel('Yes, now').check();
    await page.getByRole('group', { name: 'Is a child involved?' }).getByLabel('No', { exact: true }).check();
    await page.getByRole('group', { name: 'Are you sending this' }).getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call 999 before you go on');
    await look(page);
  });

  test('a session that ends while somebody types keeps the text', async ({ as, look }) => {
    const page = await as(people.reporter);
    await startReport(page);
    await answerDanger(page);
    await page.getByLabel('What do you know?').fill('Typed before the session ended.');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page).toHaveURL(/\/sign-in\/kept/);
    await look(page);
    await enterAccount(page, people.reporter);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed in');
    await look(page);
    await page.getByRole('button', { name: 'Save what I typed' }).click();
    await expect(page.getByLabel('What do you know?')).toHaveValue('Typed before the session ended.');
  });
}

async function answerDanger(page: Page): Promise<void> {
  await page.getByLabel('No, not that I know of').check();
  await page.getByRole('group', { name: 'Is a child involved?' }).getByLabel('No', { exact: true }).check();
  await page.getByRole('group', { name: 'Are you sending this' }).getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
}
