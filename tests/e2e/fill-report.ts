import type { Page } from '@playwright/test';
import type { FormDefinition, Question } from '#app/domain/form/definition.ts';
import { EveryAnswer, type Given, type Way } from './every-answer.ts';
import { expect } from './portal-test.ts';

/** What was answered on pages and in entries, in the order of the form. */
export type Filled = {
  pages: Map<string, Given[]>;
  /** By list: each entry with its id in the draft. */
  entries: Map<string, { id: string; given: Given[] }[]>;
};

export const everythingIn = ({ pages, entries }: Filled): Given[] =>
  [...pages.values(), ...[...entries.values()].flatMap((items) => items.map(({ given }) => given))].flat();

/**
 * Answers every question on one way through a report that is begun: each page and each list of the form, opened by its
 * address. What is ticked at check answers is left to whoever sends it.
 */
export async function fillReport(
  page: Page,
  draft: string,
  definition: FormDefinition,
  way: Way,
): Promise<Filled> {
  const every = new EveryAnswer(way);
  const filled: Filled = { pages: new Map(), entries: new Map() };
  for (const section of definition.sections) {
    if (section.kind === 'pages') {
      for (const each of section.pages) {
        const given = every.page(each);
        if (given === null) continue;
        filled.pages.set(
          each.id,
          section.atCheckAnswers ? given : await fillPage(page, `${draft}/pages/${each.id}`, given, filled),
        );
      }
      continue;
    }
    const items = every.items(section);
    filled.entries.set(section.id, []);
    for (const { given, number } of items) {
      await page.goto(`${draft}/lists/${section.id}/new`);
      const address = new URL(page.url()).pathname;
      const answered = await fillPage(page, address, given, filled, number);
      filled.entries.get(section.id)?.push({ id: address.split('/').at(-1) ?? '', given: answered });
    }
    if (items.length === 0 && section.notKnown) {
      const given = every.nothingOf(section.notKnown);
      filled.pages.set(section.id, await fillPage(page, `${draft}/lists/${section.id}/new`, given, filled));
    }
  }
  return filled;
}

/**
 * Fills a page and saves it. A question with several answers shows a box more after each saving, so the page is opened
 * again until all of them are in.
 */
async function fillPage(
  page: Page,
  address: string,
  given: readonly Given[],
  filled: Filled,
  number = 1,
): Promise<Given[]> {
  const answered: Given[] = [];
  const waiting = new Map<string, string>();
  const fill = async (question: Question, name: string, value: string): Promise<void> => {
    const control = page.locator(`main form [name="${name}"]`);
    if ((await control.count()) === 0) waiting.set(name, value);
    else if (/select/.test(question.kind)) await control.selectOption(value);
    else if ((await control.first().getAttribute('type'))?.match(/radio|checkbox/))
      await control.and(page.locator(`[value="${value}"]`)).check();
    else await control.fill(value);
  };
  await page.goto(address);
  for (const each of given) {
    for (const [name, value] of each.fields) await fill(each.question, name, value);
    answered.push(each.fields.length === 0 ? await choose(page, each.question, filled, number) : each);
  }
  await save(page);
  const questions = new Map(
    given.flatMap(({ question, fields }) => fields.map(([name]) => [name, question])),
  );
  while (waiting.size > 0) {
    await page.goto(address);
    const before = [...waiting];
    waiting.clear();
    for (const [name, value] of before) {
      const question = questions.get(name);
      if (question) await fill(question, name, value);
    }
    expect(waiting.size, 'Each saving makes room for one more').toBeLessThan(before.length);
    await save(page);
  }
  return answered;
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
}

/** Chooses one of the entries or sites that the page offers: the second end of a link is another than the first. */
async function choose(page: Page, question: Question, filled: Filled, number: number): Promise<Given> {
  const control = page.locator(`main form [name="${question.id}"]`);
  const offered = await control
    .locator('option')
    .evaluateAll((options) =>
      options.map((each) => [each.getAttribute('value') ?? '', each.textContent] as const),
    );
  const choices = offered.filter(([value]) => value !== '');
  const [value, label] = choices[(question.id === 'linkTo' ? number : number - 1) % choices.length] ?? [
    '',
    '',
  ];
  await control.selectOption(value);
  const [list = '', id] = value.split(':');
  const position = filled.entries.get(list)?.findIndex((item) => item.id === id) ?? -1;
  return {
    question,
    fields: [[question.id, value]],
    words: [label],
    exported: question.kind === 'entry' ? `${list}-${position + 1}` : value,
  };
}
