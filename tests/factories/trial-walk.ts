import { load } from 'cheerio';
import type { Answer, Client, Fields } from './client.ts';
import { formOf } from './forms.ts';

/** Somebody who tries a version of the form, without scripts: what they see, and what they do on it. */
export type TrialWalk = {
  /** The page as it was answered last. */
  page: () => Answer;
  heading: () => string;
  /** Fills in the form of the page and sends it. */
  save: (typed?: Fields) => Promise<Answer>;
  /** Presses what looks like a link and carries the trial's answers; `text` is what it says, hidden words included. */
  press: (text: string) => Promise<Answer>;
};

export async function startTrial(browser: Client, version: number): Promise<TrialWalk> {
  const start = `/administration/form-versions/${version}/try`;
  let page = await browser.get(start);
  const send = async (to: string, fields: Fields) => (page = await browser.post(to, fields));
  await send(formOf(page.text).action ?? start, {});
  return {
    page: () => page,
    heading: () => load(page.text)('h1').text(),
    save: (typed = {}) => {
      const { action, fields } = formOf(page.text);
      if (fields['act'] === undefined || action === undefined) throw new Error('This page has no form.');
      return send(action, { ...fields, ...typed });
    },
    press: (text) => {
      const $ = load(page.text);
      const said = (element: Parameters<typeof $>[0]) => $(element).text().replace(/\s+/g, ' ').trim();
      const button = $('button[formaction]')
        .toArray()
        .find((each) => said(each) === text);
      const to = button && $(button).attr('formaction');
      if (!to) throw new Error(`“${text}” is not on “${$('h1').text()}”.`);
      const answers = $(`form#${$(button).attr('form')} input[name=answers]`).attr('value') ?? '';
      return send(to, { answers });
    },
  };
}
