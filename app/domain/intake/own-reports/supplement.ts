import type { OpenAnswers } from '../../form/source-identity.ts';
import { shownAtTimes, tick } from '../../kernel/fields.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** How the partner knows what they add, as the form asks it of a report. */
export const knownHows = ['witnessed', 'victim_said', 'told', 'worked_out', 'not_known'] as const;
export type KnownHow = (typeof knownHows)[number];

export const dangers = ['now', 'soon', 'no'] as const;
export type Danger = (typeof dangers)[number];

/** The longest text, in characters: as long as the account of a report. */
export const longestSupplement = 15_000;

/** More than that to one report is another report, or a mistake. */
export const mostSupplements = 50;

/**
 * `part` and `answers` are of a page of the form or an entry of a list, of which `text` holds the words; how the partner
 * knows is not asked of it. `not_asked`: it is no free text, or an answer from before its form asked about danger.
 */
export type SupplementKept = {
  text: string;
  knownHow: KnownHow | null;
  danger: Danger | 'not_asked';
  /** Of what was seen again. */
  seenOn?: Date;
  part?: string;
  answers?: OpenAnswers;
};

/** The warning that holds a text up once: whoever sends it again has been told. */
export const mayNameSource =
  'This may name or point to the person who told you. Take that out, because officers who read the report will see it. If it does not, send it as it is';

/** What a page that adds to a report asks about it, where the report came with no way to reach whoever sent it. */
export const addedContact = {
  contactTelephone: shownAtTimes(),
  contactSafeTimes: shownAtTimes(),
  contactAnotherWay: shownAtTimes(),
  noSafeNumber: tick(),
};

export type SupplementGiven = { text: string; knownHow: KnownHow; danger: Danger };

/** What was posted, read; or what is wrong with it, by field. */
export function readSupplement(
  posted: Record<'text' | 'knownHow' | 'danger', string>,
): { given: SupplementGiven } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const text = posted.text.replace(/\r\n?/g, '\n').trim();
  const danger = dangers.find((value) => value === posted.danger);
  const knownHow = knownHows.find((value) => value === posted.knownHow);
  if (!danger) errors['danger'] = 'Select whether anyone is in danger';
  if (text === '') errors['text'] = 'Enter what you want to add';
  else if (text.length > longestSupplement)
    errors['text'] = `What you want to add must be ${charactersOrLess(longestSupplement)}`;
  if (!knownHow) errors['knownHow'] = 'Select how you know this';
  return danger && knownHow && Object.keys(errors).length === 0
    ? { given: { text, knownHow, danger } }
    : { errors };
}

/** A posted answer to a question of the police, read as an addition is; or what is wrong with it, by field. */
export function readReply(
  posted: Record<'comment' | 'danger', string>,
): { given: { text: string; danger: Danger } } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const text = posted.comment.trim();
  const danger = dangers.find((value) => value === posted.danger);
  if (!danger) errors['danger'] = 'Select whether anyone is in danger';
  if (text === '') errors['comment'] = 'Enter your answer';
  else if (posted.comment.length > textLimits.message)
    errors['comment'] = `Answer must be ${charactersOrLess(textLimits.message)}`;
  return danger && Object.keys(errors).length === 0 ? { given: { text, danger } } : { errors };
}

/** Whether it says that somebody is in danger: then it is told as a High submission is. */
export const saysDanger = (danger: string): boolean => danger === 'now' || danger === 'soon';
