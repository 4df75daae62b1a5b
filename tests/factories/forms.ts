import { load } from 'cheerio';
import type { Answer, Fields, Pages } from './client.ts';

/** The form of a page as it would be posted untouched: hidden fields, typed and chosen values. `at` counts forms in main. */
export function formOf(
  html: string,
  at = 0,
): { action: string | undefined; fields: Record<string, string[]> } {
  const page = load(html);
  const form = page('main form[method=post]').eq(at);
  const fields: Record<string, string[]> = {};
  form.find('input[name], textarea[name], select[name]').each((_, element) => {
    const field = page(element);
    const name = field.attr('name') ?? '';
    const type = field.attr('type');
    if ((type === 'radio' || type === 'checkbox') && field.attr('checked') === undefined) return;
    const value =
      element.tagName === 'select'
        ? field.find('option[selected]').attr('value')
        : element.tagName === 'textarea'
          ? field.text()
          : field.attr('value');
    fields[name] = [...(fields[name] ?? []), value ?? ''];
  });
  return { action: form.attr('action'), fields };
}

/** Opens a page and sends its form, with what is typed on top of what it holds. */
export async function fillForm(browser: Pages, path: string, typed: Fields = {}): Promise<Answer> {
  const page = await browser.get(path);
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const { action, fields } = formOf(page.text);
  return browser.post(action ?? path, { ...fields, ...typed });
}

/** The page of a draft that shows what was posted to it, and what is wrong with it; any other answer as it is. */
export async function shownAgain(browser: Pages, answer: Answer): Promise<Answer> {
  return answer.location?.endsWith('?problems') ? browser.get(answer.location) : answer;
}

/** The same, where it has to succeed: gives the address it leads to. @throws with the page's errors */
export async function sendForm(browser: Pages, path: string, typed: Fields = {}): Promise<string> {
  const answer = await shownAgain(browser, await fillForm(browser, path, typed));
  if (answer.location === null)
    throw new Error(`${path} answered ${answer.status}: ${errorsOf(answer.text).join('; ')}`);
  return answer.location;
}

/** What the error summary of a page says. */
export function errorsOf(html: string): string[] {
  const page = load(html);
  return page('.govuk-error-summary li')
    .toArray()
    .map((line) => page(line).text());
}

/** As a browser encodes what it posts. */
export function formBody(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each]),
  );
  return new URLSearchParams(pairs).toString();
}
