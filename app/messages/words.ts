import { formWords } from '#app/domain/form/words.ts';
import { account } from './en/account.ts';
import { advice } from './en/advice.ts';
import { common } from './en/common.ts';
import { components } from './en/components.ts';
import { files } from './en/files.ts';
import { frame } from './en/frame.ts';
import { home } from './en/home.ts';
import { identity } from './en/identity.ts';
import { judging } from './en/judging.ts';
import { organisation } from './en/organisation.ts';
import { pages } from './en/pages.ts';
import { promise } from './en/promise.ts';
import { outcome, reports, status } from './en/reports.ts';
import { secondFactor } from './en/second-factor.ts';
import { seenAgain } from './en/seen-again.ts';
import { sentences } from './en/sentences.ts';
import { unfinished } from './en/unfinished.ts';
import { marked } from './pseudo.ts';

/** Every word a partner reads, in English. A text is a string, or a function of what stands in it. */
export const en = {
  account,
  advice,
  common,
  components,
  files,
  form: formWords,
  frame,
  home,
  identity,
  judging,
  organisation,
  outcome,
  pages,
  promise,
  reports,
  secondFactor,
  seenAgain,
  sentences,
  status,
  unfinished,
};

/** What another language has to fill. */
export type Words = typeof en;

/** `pseudo` marks every word that comes from here, so that a test finds words that do not. */
export const languages = { en, pseudo: marked(en) } satisfies Record<string, Words>;

export type Locale = keyof typeof languages;

/**
 * What a use case or a schema says in English, in the language of the page. What is not among the sentences stays as it
 * is: words of police, and names.
 */
export const sentenceIn = (t: Words, sentence: string): string =>
  Object.hasOwn(t.sentences, sentence) ? t.sentences[sentence as keyof Words['sentences']] : sentence;

/** The same as a paragraph of its own, with a full stop: beside a field it stands without. */
export const paragraphIn = (t: Words, sentence: string): string => {
  const said = sentenceIn(t, sentence);
  return /[.?!]$/.test(said) ? said : `${said}.`;
};
