import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { questionsOf } from '#app/domain/intelligence-form/definition.ts';
import { currentDefinition } from '#app/domain/intelligence-form/published.ts';
import { eicar, hasClamd } from '../doubles/clamd.ts';
import { pdf, photograph } from '../factories/files.ts';
import { entryId, fullPosts } from '../factories/full-report.ts';
import { readPdf } from '../factories/read-pdf.ts';
import { upload } from './files-journey.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { sendReport, startReport } from './write-report.ts';

type Posted = (typeof fullPosts.pagesBeforeLists)[string];

/** A reporter whose organisation has sites, so that the form asks for one. */
const reporter = 'uma@community-centres.example';
const questions = new Map(questionsOf(currentDefinition).map((question) => [question.id, question]));
const squeezed = (text: string) => text.replaceAll(/[\s\u200b]/g, '').toLowerCase();

/** A question that may be answered several times shows one field at first; ticks are all there at once. */
const firstOf = (kind: string, given: string | readonly string[] | undefined): readonly string[] =>
  [given]
    .flat()
    .flatMap((value) => value ?? [])
    .slice(0, kind === 'checkboxes' ? undefined : 1);

/** What was typed or chosen, as words, and what stays sealed. */
function saidBy(posts: readonly Posted[]): { words: string[]; sealed: string[] } {
  const said = { words: [] as string[], sealed: [] as string[] };
  for (const [id, given] of posts.flatMap((post) => Object.entries(post))) {
    const question = questions.get(id);
    if (!question || question.kind === 'site' || question.kind === 'entry' || question.kind === 'date')
      continue;
    for (const value of firstOf(question.kind, given)) {
      if (value === '') continue;
      const label =
        'options' in question ? question.options.find((each) => each.value === value)?.label : value;
      if (question.dataClass === 'source_identity') said.sealed.push(value);
      else said.words.push(label ?? value);
    }
  }
  return said;
}

async function give(control: Locator, value: string): Promise<void> {
  const kind = await control
    .first()
    .evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`);
  if (/radio|checkbox/.test(kind)) await control.and(control.page().locator(`[value="${value}"]`)).check();
  else if (kind.startsWith('SELECT')) await control.selectOption(value);
  else await control.first().fill(value);
}

/** Fills the fields of a page by their names, as the browser posts them, and saves. */
async function fillPage(page: Page, posted: Posted, idOf: (written: string) => string): Promise<void> {
  for (const [name, given] of Object.entries(posted)) {
    const control = page.locator(`main form [name="${name}"]`);
    if (name === 'reportingSite') {
      await control.selectOption({ index: 1 });
      continue;
    }
    const values = [given]
      .flat()
      .map((value) => idOf(value))
      .filter((value) => value !== '');
    const repeated = Array.isArray(given) && (await control.first().getAttribute('type')) !== 'checkbox';
    for (const [index, value] of (repeated ? values.slice(0, 1) : values).entries())
      await give(repeated ? control.nth(index) : control, value);
  }
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
}

async function fillPages(page: Page, draft: string, pages: typeof fullPosts.pagesBeforeLists): Promise<void> {
  for (const [pageId, posted] of Object.entries(pages)) {
    if (pageId === 'declaration') continue;
    await page.goto(`${draft}/pages/${pageId}`);
    await fillPage(page, posted, (value) => value);
  }
}

async function fillLists(page: Page, draft: string): Promise<void> {
  const ids = new Map<string, string>();
  const idOf = (value: string) => value.replace(/[0-9a-f-]{36}$/, (written) => ids.get(written) ?? written);
  for (const [index, [sectionId, posted]] of fullPosts.items.entries()) {
    await page.goto(`${draft}/lists/${sectionId}/new`);
    ids.set(entryId(index + 1), new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await fillPage(page, posted, idOf);
  }
}

async function exported(page: Page, address: string, format: string): Promise<Buffer> {
  await page.goto(`${address}/export`);
  await page.locator(`[value=${format}]`).check();
  await page.locator('[value=review]').check();
  await page.getByLabel('Why do you need it?').fill('Yearly review');
  return saved(page, page.getByRole('button', { name: 'Export' }));
}

async function saved(page: Page, control: Locator): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await control.click();
  return readFileSync(await (await coming).path());
}

test('a report with every answer and three files arrives whole with the officer, in the export and in the PDF', async ({
  as,
}) => {
  test.setTimeout(300_000);
  const page = await as(reporter);
  await page.goto('/reports');
  await startReport(page);
  const draft = /^.*\/reports\/drafts\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  await fillPages(page, draft, fullPosts.pagesBeforeLists);
  await fillLists(page, draft);
  await fillPages(page, draft, fullPosts.pagesAfterLists);
  await page.goto(`${draft}/files`);
  const picture = await photograph({ width: 800, height: 600 });
  await upload(page, 'IMG 0042.jpg', picture, 'The van outside the house');
  await upload(page, 'letter.pdf', pdf(), 'A letter that came with the rent');
  if (hasClamd) {
    await upload(page, 'holiday.jpg', eicar);
    await expect(page.getByRole('alert')).toContainText('The selected file contains a virus');
  }
  await page.goto(`${draft}/check`);
  const reference = await sendReport(page);

  const officer = await as(people.officer);
  await officer.goto('/queues/fib?view=urgent');
  await officer.getByRole('link', { name: reference }).click();
  const address = new URL(officer.url()).pathname;
  const { words, sealed } = saidBy([
    ...Object.values(fullPosts.pagesBeforeLists),
    ...fullPosts.items.map(([, posted]) => posted),
    ...Object.values(fullPosts.pagesAfterLists).filter((posted) => !('declaration' in posted)),
  ]);
  expect(words.length).toBeGreaterThan(120);
  expect(sealed.length).toBeGreaterThan(1);
  const shown = squeezed(await officer.locator('main').innerText());
  const source = await officer.content();
  const printed = await readPdf(await exported(officer, address, 'pdf'));
  for (const each of [...words, 'The van outside the house', 'A letter that came with the rent']) {
    expect(shown, each).toContain(squeezed(each));
    expect(printed.text.toLowerCase(), each).toContain(squeezed(each));
  }
  const json = (await exported(officer, address, 'json')).toString('utf8');
  const read = JSON.parse(json) as { reference: string; answers: Record<string, unknown>; files: unknown[] };
  expect(read.reference).toBe(reference);
  for (const list of ['people', 'places', 'vehicles']) expect(read.answers[list], list).toHaveLength(2);
  expect(read.files).toHaveLength(hasClamd ? 3 : 2);
  const known = squeezed(JSON.stringify(read.answers));
  for (const each of fullPosts.items.flatMap(([, posted]) => Object.entries(posted))) {
    const question = questions.get(each[0]);
    if (question?.kind === 'text' || question?.kind === 'textarea')
      for (const value of firstOf(question.kind, each[1])) expect(known, value).toContain(squeezed(value));
  }
  for (const name of sealed)
    for (const where of [shown, squeezed(source), printed.text.toLowerCase(), squeezed(json)])
      expect(where.includes(squeezed(name))).toBe(false);

  if (!hasClamd) return;
  await officer.goto(address);
  const copy = await saved(
    officer,
    officer.getByRole('link', { name: /^Download copy without metadata \(File 1\)/ }),
  );
  const original = await saved(
    officer,
    officer.getByRole('link', { name: /^Download original with metadata \(File 1\)/ }),
  );
  expect(original.equals(picture)).toBe(true);
  expect(original.includes('Exif')).toBe(true);
  expect(copy.includes('Exif') || copy.includes('Invented Phones')).toBe(false);
});
