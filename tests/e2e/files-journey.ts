import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { eicar, hasClamd } from '../doubles/clamd.ts';
import { pdf, photograph } from '../factories/files.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportWritten } from './report-sent.ts';
import { sendReport } from './write-report.ts';

/** The same journey for a browser with and without scripts. */
export function filesJourney(): void {
  test('a reporter adds files, one of them with a virus, and an officer opens them', async ({ as, look }) => {
    test.skip(!hasClamd, 'clamd is not installed');
    const page = await as(people.reporter);
    await reportWritten(page);
    const check = page.url();
    await page.getByRole('link', { name: /Change\s+Files/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Files');
    await look(page);

    await upload(
      page,
      'IMG 0042.jpg',
      await photograph({ width: 800, height: 600 }),
      'The van outside the house',
    );
    await expect(page.getByRole('alert')).toContainText('File uploaded');
    await upload(page, 'holiday.jpg', eicar);
    await expect(page.getByRole('alert')).toContainText('The selected file contains a virus');
    await expect(page).toHaveTitle(/^Error: Files/);
    await look(page);
    await upload(page, 'letter.pdf', pdf(), 'A letter that came with the rent');
    await expect(page.getByRole('alert')).toContainText('File uploaded');
    await upload(page, 'wrong.txt', Buffer.from('The wrong file.'));
    await page.getByRole('link', { name: /Remove.*wrong\.txt/ }).click();
    await look(page);
    await page.getByRole('button', { name: 'Remove file' }).click();
    await expect(page.getByRole('alert')).toContainText('File removed');
    await expect(page.getByText('wrong.txt')).toHaveCount(0);
    await look(page);

    await page.goto(check);
    await expect(page.locator('main')).toContainText('The van outside the house');
    const reference = await sendReport(page);
    await page.getByRole('link', { name: 'Go to your reports' }).click();
    await page.getByRole('link', { name: reference }).click();
    await expect(page.getByRole('region', { name: 'Files you sent' })).toContainText(
      'Refused: it contains a virus',
    );
    await look(page);

    const officer = await as(people.officer);
    await openSubmission(officer, reference);
    const files = officer.getByRole('region', { name: 'Files' });
    await expect(files).toContainText('It contained a virus and was not kept.');
    await look(officer);
    const copy = await download(officer, /^Download copy without metadata \(File 1\)/);
    const original = await download(officer, /^Download original with metadata \(File 1\)/);
    expect(copy.bytes.includes('Invented Artist')).toBe(false);
    expect(original.bytes.includes('Invented Artist')).toBe(true);
    expect(copy.name).toBe(`${reference}-file-1.jpg`);
    expect((await download(officer, /^Download \(File 3\)/)).bytes.equals(pdf())).toBe(true);
  });
}

export async function upload(page: Page, name: string, buffer: Buffer, description = ''): Promise<void> {
  await page.getByLabel('What does this file show?').fill(description);
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.locator('progress:visible')).toHaveCount(0);
  await expect(page.getByLabel('Choose a file')).toHaveValue('');
}

/** From the list of what FIB has not assigned yet, as an officer finds it. */
async function openSubmission(page: Page, reference: string): Promise<void> {
  await page.goto('/queues/fib?view=unassigned');
  await page.getByRole('link', { name: reference }).click();
}

async function download(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
