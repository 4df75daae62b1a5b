import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { eicar } from '#app/platform/scanner/eicar.ts';
import { hasClamd } from '../doubles/clamd.ts';
import { heic, pdf, photograph } from '../factories/files.ts';
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
    await page.getByRole('main').getByRole('link', { name: 'Files', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Files');
    await look(page);

    await upload(
      page,
      'IMG 0042.jpg',
      await photograph({ width: 800, height: 600 }),
      'The van outside the house',
    );
    await expect(page.getByRole('alert')).toContainText('Upload complete');
    await upload(page, 'holiday.txt', eicar);
    await expect(page.getByRole('alert')).toContainText('The selected file contains a virus');
    await expect(page).toHaveTitle(/^Error: Files/);
    await look(page);
    // Several at once, from an iPhone among them: the good ones stay beside one that is refused.
    await choose(page, [
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdf() },
      { name: 'prog.exe', mimeType: 'text/plain', buffer: Buffer.from('words') },
      { name: 'IMG_0043.HEIC', mimeType: 'image/heic', buffer: heic() },
      { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('The wrong file.') },
    ]);
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([
      /^prog\.exe: The name of the selected file/,
    ]);
    await expect(page).toHaveTitle(/^Error: Files/);
    await expect(page.locator('#files-added h3')).toContainText(['letter.pdf', 'IMG_0043.HEIC', 'wrong.txt']);
    await look(page);
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
    const drawn = await download(officer, /^Download copy without metadata \(File 4\)/);
    expect([drawn.name, drawn.bytes.subarray(0, 2)]).toEqual([
      `${reference}-file-4.jpg`,
      Buffer.from([0xff, 0xd8]),
    ]);
  });
}

export async function upload(page: Page, name: string, buffer: Buffer, description = ''): Promise<void> {
  await choose(page, [{ name, mimeType: 'image/jpeg', buffer }], description);
}

type Chosen = { name: string; mimeType: string; buffer: Buffer };

async function choose(page: Page, files: Chosen[], description = ''): Promise<void> {
  await page.getByLabel('What do they show?').fill(description);
  await page.getByLabel('Choose files').setInputFiles(files);
  await page.getByRole('button', { name: 'Upload' }).click({ timeout: 40_000 });
  // A photo of an iPhone is opened in a process of its own.
  await expect(page.locator('progress:visible')).toHaveCount(0, { timeout: 40_000 });
  await expect(page.getByLabel('Choose files')).toHaveValue('');
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
