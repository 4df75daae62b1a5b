import type { Locator, Page } from '@playwright/test';
import { holds } from '#app/domain/form/answers.ts';
import { declarationOf } from '#app/domain/form/declaration.ts';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import type { Question } from '#app/domain/form/definition.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { leavesOf } from '#app/domain/form/fitting-options.ts';
import { expect } from './portal-test.ts';

/** Answers by question: the text, or the value of an option, or several. What is required and not given gets a first answer. */
export type Given = Record<string, string | readonly string[]>;

export const minimal: Given = {
  danger: 'no',
  child: 'no',
  onBehalfOfVictim: 'no',
  exploitationTypes: ['labour'],
  whatIsKnown: 'A white van is outside the house every morning. Six men get out.',
  canDescribe: ['vehicles'],
  placeKind: 'home',
  placePostcode: 'B11 1AA',
  vehicleVrm: 'BX51 ABC',
  sourceKind: 'colleague',
  howSourceKnows: 'witnessed',
  sourceIdentity: 'named',
  sourceName: 'Quillon Sealedname',
  sourceCouldBeGuessed: 'no',
  shareWith: 'no_limit',
  ringBeforeActing: 'no',
};

/** Starts a report from the list and answers page by page until the answers can be checked. `each` sees every page. */
export async function writeReport(
  page: Page,
  given: Given,
  each: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.goto('/reports');
  await startReport(page);
  await answerToCheck(page, given, each);
}

/** The same of a report that is begun. */
export async function answerToCheck(
  page: Page,
  given: Given,
  each: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (let count = 0; count < 30; count += 1) {
    await each(page);
    if (page.url().endsWith('/check')) return;
    if (page.url().endsWith('/send-now')) await goTheWholeWay(page);
    else await answerPage(page, given);
  }
  throw new Error(`The report has no end at ${page.url()}: ${await page.locator('main').innerText()}`);
}

/** Leaves the lane for danger by the list of tasks, to what is still to be filled in or else to check. */
async function goTheWholeWay(page: Page): Promise<void> {
  await page.goto(page.url().replace(/\/send-now$/, ''));
  const task = page.locator('.govuk-task-list__item', { hasText: 'Not started' }).first();
  if (await task.isVisible()) await task.getByRole('link').click();
  else await page.getByRole('button', { name: 'Check and send' }).click();
}

/** Presses start. Whoever writes their first report is first shown how to leave quickly. */
export async function startReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a report' }).click();
  await page.waitForURL(/\/help\/exit|\/reports\/drafts\//);
  if (page.url().includes('/help/exit')) await page.getByRole('button', { name: 'Continue' }).click();
}

/** Says how the report may be used, where the page of sending asks, and sends it. Gives the reference. */
export async function sendReport(page: Page, given: Given = minimal): Promise<string> {
  const asked = declarationOf(currentDefinition).page.questions.filter(({ kind }) => kind !== 'site');
  await answerQuestions(page, asked, given);
  await page.getByRole('button', { name: 'Send report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Report sent' })).toBeVisible();
  return referenceOn(page);
}

/** The reference of the confirmation page. */
export async function referenceOn(page: Page): Promise<string> {
  const panel = await page.locator('.govuk-panel').innerText();
  const reference = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(panel)?.[0];
  if (!reference) throw new Error('The confirmation has no reference');
  return reference;
}

export async function answerPage(page: Page, given: Given): Promise<void> {
  const questions = questionsAt(page.url());
  if (questions.length === 0) {
    // The task list, or the entries of a list: go on with what is still to do.
    const next = page.getByRole('button', { name: /^Continue$|^Check and send$/ });
    await next.first().click();
    return;
  }
  await answerQuestions(page, questions, given);
  await page.getByRole('button', { name: 'Save and continue' }).click();
}

async function answerQuestions(page: Page, questions: readonly Question[], given: Given): Promise<void> {
  const said = await answersOn(questions, given, (question) => isOn(page, question));
  for (const question of questions) {
    const answer = said[question.id];
    if (answer !== undefined) await answerQuestion(page, question, answer);
  }
}

/** What a page's questions are answered with, by question. `isThere` says whether the page has a field of a question. */
export async function answersOn(
  questions: readonly Question[],
  given: Given,
  isThere: (question: Question) => Promise<boolean>,
): Promise<Record<string, string | readonly string[]>> {
  const said: Record<string, string | readonly string[]> = {};
  for (const question of questions) {
    // What an answer of this page does not ask for is left alone, as its label says; another page decides what is there.
    const here = leavesOf(question.showWhen).every((leaf) =>
      questions.some(({ id }) => id === leaf.question),
    );
    if (here ? !holds(question.showWhen, said) : !(await isThere(question))) continue;
    const answer = given[question.id] ?? (question.required ? firstAnswer(question) : undefined);
    if (answer !== undefined) said[question.id] = answer;
  }
  return said;
}

export function questionsAt(url: string): readonly Question[] {
  const { pathname } = new URL(url);
  const [, pageId] = /\/pages\/([a-z-]+)$/.exec(pathname) ?? [];
  const [, sectionId] = /\/lists\/([a-z-]+)\/[0-9a-f-]{36}$/.exec(pathname) ?? [];
  if (pageId) return findPage(currentDefinition, pageId)?.page.questions ?? [];
  return sectionId ? (findListSection(currentDefinition, sectionId)?.questions ?? []) : [];
}

function firstAnswer(question: Question): string | readonly string[] {
  if (question.kind === 'date') return 'unknown';
  if ('options' in question)
    return question.kind === 'checkboxes'
      ? [question.options[0]?.value ?? '']
      : (question.options.at(-1)?.value ?? '');
  return 'Not known';
}

/** Does what a person does with this question, found by its label. Questions that are not shown are left alone. */
async function answerQuestion(
  page: Page,
  question: Question,
  answer: string | readonly string[],
): Promise<void> {
  switch (question.kind) {
    case 'radios':
    case 'checkboxes': {
      const group = page.getByRole('group', { name: question.label });
      const options = group.first();
      for (const value of typeof answer === 'string' ? [answer] : answer) {
        const label = question.options.find((option) => option.value === value)?.label ?? value;
        // A question that an option reveals stands inside its group, and may have a choice of the same name.
        const option = options
          .getByLabel(label, { exact: true })
          .and(page.locator(`[name="${question.id}"]`));
        if (await isThere(option)) await option.check();
      }
      return;
    }
    case 'date': {
      const group = page.getByRole('group', { name: question.label }).first();
      await group
        .getByLabel(answer === 'unknown' ? 'Not known' : 'It is still going on', { exact: true })
        .check();
      return;
    }
    case 'select': {
      const select = page.locator(`select[name="${question.id}"]`);
      if (await select.isVisible()) await select.selectOption(String(answer));
      else {
        // With the portal's script a choice of a long list is found by typing.
        const box = page.getByRole('combobox', { name: question.label });
        await box.fill(question.options.find(({ value }) => value === answer)?.label ?? '');
        await box.press('Enter');
      }
      return;
    }
    case 'entry':
      // Which of the entries that were added, by its place among them.
      await page.locator(`select[name="${question.id}"]`).selectOption({ index: Number(answer) });
      return;
    default: {
      const named = (label: string) => page.getByLabel(label, { exact: true });
      // Where one of several is enough none of them is marked as optional.
      const field = named(question.label).or(named(`${question.label} (optional)`));
      if (await isThere(field)) await field.fill(String(answer));
    }
  }
}

async function isOn(page: Page, { id }: Question): Promise<boolean> {
  return (await page.locator(`main form [name="${id}"]`).count()) > 0;
}

async function isThere(locator: Locator): Promise<boolean> {
  return (await locator.count()) > 0 && locator.first().isVisible();
}
