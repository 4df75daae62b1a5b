import type { APIResponse, Page } from '@playwright/test';
import { load } from 'cheerio';
import { possible, press } from './by-request.ts';
import { answersOn, minimal, questionsAt, type Given } from './write-report.ts';

/**
 * A report of whoever is signed in on a page, sent form by form without a browser looking at it: for journeys that begin
 * with a report and are about what comes of it. Gives the reference.
 */
export async function reportSent(page: Page, given: Given = minimal): Promise<string> {
  const check = await answered(page, given);
  const offered = load(await check.text());
  const { shareWith = [], ringBeforeActing = [] } = { ...minimal, ...given };
  const answer = await press(page.request, check, /^Send report$/, {
    shareWith: possible(offered, 'shareWith', shareWith),
    ringBeforeActing: possible(offered, 'ringBeforeActing', ringBeforeActing),
  });
  const panel = load(await answer.text())('.govuk-panel').text();
  const reference = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(panel)?.[0];
  if (!reference) throw new Error(`${answer.url()} is no confirmation`);
  return reference;
}

/** The same up to the page on which its answers are checked, which is then opened. */
export async function reportWritten(page: Page, given: Given = minimal): Promise<void> {
  await page.goto((await answered(page, given)).url());
}

async function answered(page: Page, given: Given): Promise<APIResponse> {
  let answer = await page.request.get(new URL('/reports', page.url()).href);
  answer = await press(page.request, answer, /^Start a report$/);
  if (answer.url().includes('/help/exit')) answer = await press(page.request, answer, /^Continue$/);
  for (let count = 0; count < 30 && !answer.url().endsWith('/check'); count += 1) {
    if (answer.url().endsWith('/send-now')) answer = await theWholeWay(page, answer);
    const html = await answer.text();
    const offered = load(html);
    const questions = questionsAt(answer.url());
    const said = await answersOn(questions, given, ({ id }) =>
      Promise.resolve(offered(`[name="${id}"]`).length > 0),
    );
    for (const id of Object.keys(said)) said[id] = possible(offered, id, said[id] ?? []);
    answer = await press(page.request, answer, /^(Save and continue|Continue|Check and send)$/, said);
  }
  return answer;
}

/** From the lane for danger to the first page that is still to be filled in, or to the list of what is, from which to check. */
async function theWholeWay(page: Page, answer: APIResponse): Promise<APIResponse> {
  const list = await page.request.get(answer.url().replace(/\/send-now$/, ''));
  const $ = load(await list.text());
  const tasks = $('.govuk-task-list__item').filter((_, task) => $(task).text().includes('Not started'));
  const next = tasks.first().find('a').attr('href');
  return next ? page.request.get(new URL(next, answer.url()).href) : list;
}
