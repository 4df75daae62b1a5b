import type { Page } from '@playwright/test';
import { load, type CheerioAPI } from 'cheerio';
import { declarationOf } from '#app/domain/form/declaration.ts';
import type { FormDefinition, Question } from '#app/domain/form/definition.ts';
import { possible, press } from './by-request.ts';
import { EveryAnswer, type Field, type Given, type Way } from './every-answer.ts';
import { expect } from './portal-test.ts';
import { referenceOn } from './write-report.ts';

/** What was answered on pages and in entries, in the order of the form. */
export type Filled = {
  pages: Map<string, Given[]>;
  /** By list: each entry with its id in the draft. */
  entries: Map<string, { id: string; given: Given[] }[]>;
};

export const everythingIn = ({ pages, entries }: Filled): Given[] =>
  [...pages.values(), ...[...entries.values()].flatMap((items) => items.map(({ given }) => given))].flat();

/**
 * Answers every question on one way through a report that is begun, form by form without a browser looking at it: each
 * page and each list of the form, opened by its address. The page of sending is left to `sendFilled`.
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
      const entry = await page.request.get(`${draft}/lists/${section.id}/new`);
      const answered = await fillPage(page, entry.url(), given, filled, number);
      filled.entries.get(section.id)?.push({ id: entry.url().split('/').at(-1) ?? '', given: answered });
    }
    if (items.length === 0 && section.notKnown) {
      const given = every.nothingOf(section.notKnown);
      filled.pages.set(section.id, await fillPage(page, `${draft}/lists/${section.id}/new`, given, filled));
    }
  }
  return filled;
}

/** Sends such a report with what it gives to the page of sending. Gives the reference. */
export async function sendFilled(
  page: Page,
  draft: string,
  definition: FormDefinition,
  filled: Filled,
): Promise<string> {
  const { id } = declarationOf(definition).page;
  const check = await page.request.get(`${draft}/check`);
  const offered = load(await check.text());
  const given = (filled.pages.get(id) ?? []).map((each) =>
    each.fields.length === 0 ? choose(offered, each.question, filled, 1) : each,
  );
  filled.pages.set(id, given);
  const typed = Object.fromEntries(given.flatMap(({ fields }) => fields));
  const sent = await press(page.request, check, /^Send report$/, typed);
  await page.goto(sent.url());
  return referenceOn(page);
}

/**
 * Fills a page and saves it, with what the page offers and nothing else. A question with several answers has a box more
 * after each saving, so the page is opened again until all of them are in.
 */
async function fillPage(
  page: Page,
  address: string,
  given: readonly Given[],
  filled: Filled,
  number = 1,
): Promise<Given[]> {
  let shown = await page.request.get(address);
  const offered = load(await shown.text());
  const answered = given.map((each) =>
    each.fields.length === 0 ? choose(offered, each.question, filled, number) : each,
  );
  let waiting = answered.flatMap(({ fields }) => fields);
  do {
    const there = load(await shown.text());
    const isThere = ([name]: Field) => there(`main form [name="${name}"]`).length > 0;
    const typed: Record<string, string[]> = {};
    for (const [name, value] of waiting.filter(isThere)) (typed[name] ??= []).push(value);
    for (const [name, values] of Object.entries(typed))
      expect(possible(there, name, values), name).toEqual(values);
    const left = waiting.filter((field) => !isThere(field));
    if (left.length > 0)
      expect(left.length, 'Each saving makes room for one more').toBeLessThan(waiting.length);
    await press(page.request, shown, /^Save and continue$/, typed);
    waiting = left;
    if (waiting.length > 0) shown = await page.request.get(address);
  } while (waiting.length > 0);
  return answered;
}

/** Chooses one of the entries or sites that the page offers: the second end of a link is another than the first. */
function choose(page: CheerioAPI, question: Question, filled: Filled, number: number): Given {
  const choices = page(`main form [name="${question.id}"] option`)
    .toArray()
    .map((option) => [page(option).attr('value') ?? '', page(option).text()] as const)
    .filter(([value]) => value !== '');
  const [value, label] = choices[(question.id === 'linkTo' ? number : number - 1) % choices.length] ?? [
    '',
    '',
  ];
  const [list = '', id] = value.split(':');
  const position = filled.entries.get(list)?.findIndex((item) => item.id === id) ?? -1;
  return {
    question,
    fields: [[question.id, value]],
    words: [label],
    exported: question.kind === 'entry' ? `${list}-${position + 1}` : value,
  };
}
