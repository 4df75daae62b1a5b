import type { APIRequestContext, APIResponse } from '@playwright/test';
import { load, type CheerioAPI } from 'cheerio';
import { formOf } from '#tests/factories/forms.ts';

/** What of some values a page lets anybody type or choose: none where the question is not shown. */
export function possible(page: CheerioAPI, id: string, values: string | readonly string[]): string[] {
  const control = page(`main [name="${id}"]`);
  const options = control.is('select') ? control.find('option') : control;
  const isTyped = control.is('textarea, input[type=text], input[type=email], input[type=tel]');
  return [values].flat().filter((value) => isTyped || options.is(`[value="${value}"]`));
}

/** Presses this button: sends its form, as the page holds it and with what is typed, or follows it. Gives the page it leads to. */
export async function press(
  request: APIRequestContext,
  answer: APIResponse,
  button: RegExp,
  typed: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<APIResponse> {
  const html = await answer.text();
  const $ = load(html);
  const pressed = $('main button, main a[role=button]')
    .filter((_, element) => button.test($(element).text().trim()))
    .first();
  if (pressed.length === 0) throw new Error(`${answer.url()} has no button ${String(button)}`);
  const href = pressed.attr('href');
  if (href) return request.get(new URL(href, answer.url()).href);
  const { action, fields } = formOf(html, $('main form[method=post]').index(pressed.closest('form')));
  const name = pressed.attr('name');
  const sent = { ...fields, ...typed, ...(name ? { [name]: pressed.attr('value') ?? '' } : {}) };
  const body = Object.entries(sent).flatMap(([field, values]) =>
    [values].flat().map((value) => [field, value]),
  );
  const next = await request.post(new URL(action ?? '', answer.url()).href, {
    headers: {
      origin: new URL(answer.url()).origin,
      'content-type': 'application/x-www-form-urlencoded',
    },
    data: new URLSearchParams(body).toString(),
  });
  if (!next.ok() || next.url().endsWith('?problems'))
    throw new Error(
      `${next.url()} answered ${next.status()}: ${load(await next.text())('.govuk-error-summary').text()}`,
    );
  return next;
}
