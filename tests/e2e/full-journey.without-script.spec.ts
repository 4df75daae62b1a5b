import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { eicar } from '#app/platform/scanner/eicar.ts';
import { hasClamd } from '../doubles/clamd.ts';
import { pdf, photograph } from '../factories/files.ts';
import { readPdf } from '../factories/read-pdf.ts';
import { leftOut, type Given, type Way } from './every-answer.ts';
import { expectedCards, expectedExport, type Card } from './expected-report.ts';
import { everythingIn, fillReport, sendFilled, type Filled } from './fill-report.ts';
import { upload } from './files-journey.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { startReport } from './write-report.ts';

/** A reporter whose organisation has sites, so that the form asks for one. */
const reporter = 'uma@community-centres.example';
const squeezed = (text: string) => text.replaceAll(/[\s\u200b]/g, '');

/** Everything that one report can hold. */
const everything: Way = {
  options: {
    danger: 'now',
    child: 'in_danger',
    onBehalfOfVictim: 'yes',
    emergencyCall: 'called',
    whoSpeaks: 'for_them',
    speakerChoice: 'named',
    // Of a possible victim the form asks the language here, and not again with the victim's wishes.
    personPart: 'witness',
    sourceCouldBeGuessed: 'yes',
    shareWith: 'named_agencies',
    ringBeforeActing: 'yes',
    victimWantsContact: 'yes',
  },
  precisions: {
    informationDate: 'range',
    learnedDate: 'about',
    personBirthDate: 'month',
    sourceFirstKnew: 'month',
    sourceLastKnew: 'ongoing',
  },
  entries: { places: 2, vehicles: 2, people: 2, organisations: 2, contacts: 2, links: 3 },
  ticks: 'every',
};

/** What the first cannot say as well: no place is known, nobody is named, dates that are known otherwise. */
const otherwise: Way = {
  options: {
    danger: 'no',
    child: 'no',
    onBehalfOfVictim: 'no',
    sourceKind: 'public',
    sourceIdentity: 'anonymous',
    sourceCouldBeGuessed: 'no',
    shareWith: 'no_limit',
    ringBeforeActing: 'no',
  },
  precisions: {
    informationDate: 'ongoing',
    learnedDate: 'unknown',
    sourceFirstKnew: 'exact',
    sourceLastKnew: 'about',
  },
  entries: {},
  ticks: 'alone',
};

async function saved(page: Page, control: Locator): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await control.click();
  return readFileSync(await (await coming).path());
}

async function exported(page: Page, address: string, format: string): Promise<Buffer> {
  await page.goto(`${address}/export`);
  await page.locator(`[value=${format}]`).check();
  await page.locator('[value=review]').check();
  await page.getByLabel('Why do you need it?').fill('Yearly review');
  return saved(page, page.getByRole('button', { name: 'Export' }));
}

/** All that an officer reads of a report, with what is folded opened: what the partner tells stands under its question. */
async function toldIn(region: Locator): Promise<Card[]> {
  return region.locator('.portal-told').evaluate((told) => {
    for (const fold of told.querySelectorAll('details')) fold.open = true;
    const story = told.querySelector<HTMLElement>('.portal-told__story');
    return [...told.querySelectorAll('dl')].map((list) => {
      const title =
        (list.closest('details') ?? list.parentElement)?.querySelector('h3')?.textContent.trim() ?? '';
      const rows = [...list.querySelectorAll('.govuk-summary-list__row')].map((row): [string, string] => [
        row.querySelector('dt')?.innerText ?? '',
        row.querySelector('dd')?.innerText ?? '',
      ]);
      return list.parentElement === told
        ? { title, rows: [[title, story?.innerText ?? ''] as [string, string], ...rows] }
        : { title, rows };
    });
  });
}

/** The cards in the order in which an officer reads them: what happened, then every entry, then the rest. */
function asTold(cards: readonly Card[]): Card[] {
  const label = 'What do you know?';
  const isStory = ({ rows }: Card) => rows.some(([question]) => question === label);
  const isEntry = ({ title }: Card) => / \d$/.test(title);
  const others = cards.filter((card) => !isStory(card));
  return [
    ...cards.filter(isStory).map(({ rows }) => ({ title: label, rows })),
    ...others.filter(isEntry),
    ...others.filter((card) => !isEntry(card)),
  ];
}

/** The foot of a page and the head of the next, which may stand within a long answer. */
const betweenPages = /[0-9A-Z]{5}-[0-9A-Z]{5}OFFICIAL-SENSITIVEPage\d+of\d+OFFICIAL-SENSITIVE/g;

/** Each heading and each question with its answer beside it, as they follow each other in print. */
async function expectPrinted(content: Buffer, cards: readonly Card[]): Promise<string> {
  const text = (await readPdf(content)).text.replaceAll(betweenPages, '');
  for (const { title, rows } of cards) {
    expect(text).toContain(squeezed(title));
    for (const row of rows) expect(text, row[0]).toContain(squeezed(row.join('')));
  }
  return text;
}

async function allowFullCopies(administrator: Page): Promise<void> {
  await administrator.goto('/administration/organisations');
  await administrator.getByRole('link', { name: 'Sample Community Reporting Centres' }).click();
  await administrator.locator('[value=full_copy]').check();
  const agreed = administrator.getByRole('group', { name: 'When this was agreed' });
  for (const [part, value] of [
    ['Day', '15'],
    ['Month', '6'],
    ['Year', '2015'],
  ] as const)
    await agreed.getByLabel(part).fill(value);
  await administrator.getByLabel('Who agreed to it for the organisation').fill('Eli Sample, manager');
  await administrator.getByRole('button', { name: 'Save' }).click();
  await expect(administrator.getByRole('alert')).toContainText('Agreement saved');
}

async function begin(page: Page): Promise<string> {
  await page.goto('/reports');
  await startReport(page);
  return /^.*\/reports\/drafts\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}

/** Finds a report that was sent where an officer finds it, and claims it, as only then it may be exported. Gives its address. */
async function openAsOfficer(officer: Page, view: string, reference: string): Promise<string> {
  await officer.goto(`/queues/fib?view=${view}`);
  await officer.getByRole('link', { name: reference }).click();
  await officer.getByRole('button', { name: 'Claim' }).click();
  return new URL(officer.url()).pathname;
}

/** Every answer of a report, and nothing else, on the officer's page, in the exports and in print. */
async function expectWhole(officer: Page, address: string, filled: Filled): Promise<string[]> {
  const cards = expectedCards(currentDefinition, filled);
  const told = await toldIn(officer.getByRole('region', { name: 'As submitted' }));
  // The files that went with it stand below the answers.
  expect(told.filter(({ title }) => title !== 'Files')).toEqual(asTold(cards));
  const source = await officer.content();
  const json = (await exported(officer, address, 'json')).toString('utf8');
  const read = JSON.parse(json) as { form_version: number; answers: unknown };
  expect(read.form_version).toBe(currentDefinition.version);
  expect(read.answers).toEqual(expectedExport(currentDefinition, filled));
  const printed = await expectPrinted(await exported(officer, address, 'pdf'), cards);
  return [source, json, printed];
}

test('every answer to every question arrives with the officer, in the export and in the PDF', async ({
  as,
}) => {
  test.setTimeout(400_000);
  await allowFullCopies(await as('administrator@police.example'));
  const page = await as(reporter);
  const officer = await as(people.officer);
  const answered: Given[] = [];

  await test.step('all that one report can hold, with three files', async () => {
    const draft = await begin(page);
    const filled = await fillReport(page, draft, currentDefinition, everything);
    answered.push(...everythingIn(filled));
    await page.goto(`${draft}/files`);
    const picture = await photograph({ width: 800, height: 600 });
    await upload(page, 'IMG 0042.jpg', picture, 'The van outside the house');
    await upload(page, 'letter.pdf', pdf(), 'A letter that came with the rent');
    if (hasClamd) {
      await upload(page, 'holiday.txt', eicar, 'What they sent');
      await expect(page.getByRole('alert')).toContainText('The selected file contains a virus');
    }
    const reference = await sendFilled(page, draft, currentDefinition, filled);
    await page.getByRole('link', { name: 'Go to your reports' }).click();
    await page.getByRole('link', { name: reference }).click();
    const copy = await saved(page, page.getByRole('link', { name: /Download a full copy/ }));
    const printedCopy = await expectPrinted(copy, expectedCards(currentDefinition, filled));

    const address = await openAsOfficer(officer, 'urgent', reference);
    const files = officer.getByRole('region', { name: 'Files' });
    await expect(files).toContainText('The van outside the house');
    await expect(files).toContainText('A letter that came with the rent');
    if (hasClamd) await expect(files).toContainText('It contained a virus and was not kept.');
    const written = await expectWhole(officer, address, filled);
    const sealed = everythingIn(filled).filter(({ question }) => question.dataClass === 'source_identity');
    expect(sealed).toHaveLength(2);
    for (const text of sealed.flatMap(({ fields }) => fields.flatMap(([, value]) => value.split('\n'))))
      for (const where of [...written, printedCopy]) expect(squeezed(where)).not.toContain(squeezed(text));

    const [, json = '', printed = ''] = written;
    const { files: listed } = JSON.parse(json) as { files: { description: string; state: string }[] };
    expect(listed.map(({ description }) => description)).toEqual([
      'The van outside the house',
      'A letter that came with the rent',
      ...(hasClamd ? ['What they sent'] : []),
    ]);
    expect(printed).toContain('IMG0042.jpg');
    if (!hasClamd) return;
    await officer.goto(address);
    const download = (what: RegExp) => saved(officer, officer.getByRole('link', { name: what }));
    const clean = await download(/^Download copy without metadata \(File 1\)/);
    const original = await download(/^Download original with metadata \(File 1\)/);
    expect(original.equals(picture)).toBe(true);
    expect((await sharp(original).metadata()).exif?.includes('Invented Phones')).toBe(true);
    expect((await sharp(clean).metadata()).exif).toBeUndefined();
    expect(clean.includes('Exif') || clean.includes('GPS')).toBe(false);
  });

  await test.step('what it cannot say as well', async () => {
    const draft = await begin(page);
    const filled = await fillReport(page, draft, currentDefinition, otherwise);
    answered.push(...everythingIn(filled));
    const reference = await sendFilled(page, draft, currentDefinition, filled);
    const address = await openAsOfficer(officer, 'unassigned', reference);
    await expectWhole(officer, address, filled);
  });

  expect(leftOut(currentDefinition, answered), 'questions that no report of this journey answers').toEqual(
    [],
  );
});
