import { agesInText } from '../kernel/ages-in-text.ts';
import type { Answers, DateAnswer } from './answers.ts';
import { questionsOf, type Question } from './definition.ts';
import type { Form } from './held-forms.ts';
import { answerSaid, entriesSaid, said, textSaid, type Said, type SaidEntry } from './said.ts';

/** Ranges of age that forms offer, in years, in their order. */
export const ageRanges: Readonly<Record<string, readonly [number, number]>> = {
  under_12: [0, 11],
  '12_to_15': [12, 15],
  '16_to_17': [16, 17],
  '18_to_24': [18, 24],
  '25_to_34': [25, 34],
  '35_to_49': [35, 49],
  '50_to_64': [50, 64],
  '65_or_over': [65, 130],
};

const grownUp = 18;

/** The latest day on which somebody can have been born, as far as it is known: a year is its last day. */
function latestBirth(born: DateAnswer | undefined): string | null {
  if (born?.precision === 'exact') return born.date;
  if (born?.precision === 'month') return `${born.month}-31`;
  return born?.precision === 'year' ? `${born.year}-12-31` : null;
}

function mayBeUnder18(person: SaidEntry, today: string): boolean {
  const range = ageRanges[textSaid(person, 'person.age') ?? ''];
  if (range !== undefined && range[0] < grownUp) return true;
  const born = latestBirth(answerSaid(person, 'person.birthDate') as DateAnswer | undefined);
  return born !== null && born > `${Number(today.slice(0, 4)) - grownUp}${today.slice(4)}`;
}

/** What the partner wrote in their own words: what they know, and what people look like. */
const ownWords = (report: Said): string[] =>
  [
    textSaid(report, 'narrative'),
    ...entriesSaid(report, 'person').map((person) => textSaid(person, 'person.description')),
  ].filter((text) => text !== null);

/** Whether a report tells of somebody who is, or may be, under 18 on that day, whatever was said of a child: "aged 15" too. */
const tellsOfMinor = (report: Said, today: string): boolean =>
  entriesSaid(report, 'person').some((person) => mayBeUnder18(person, today)) ||
  ownWords(report).some((text) => agesInText(text, today).some(({ from }) => from < grownUp));

/** Words that often mean somebody under 18, and of grown women and men are said as well: they are a reason to ask. */
const young =
  /(?<![\p{L}\d])(?:girls?|boys?|school ?(?:girl|boy|child|children|kid)s?|teens?|teenage(?:rs?|d)?|under[ -]?age|under (?:18|eighteen|16|sixteen))(?![\p{L}\d])/iu;

const saysChild = (report: Said): boolean => ['yes', 'in_danger'].includes(textSaid(report, 'child') ?? '');

/** A child is concerned: the partner says so, or an age does, in a field or in their words. */
export const concernsChild = (report: Said, today: string): boolean =>
  saysChild(report) || tellsOfMinor(report, today);

/** Somebody is or may be under 18, and the partner says that no child is concerned, or that they do not know. @fortests */
export const contradictsChild = (report: Said, today: string): boolean =>
  (tellsOfMinor(report, today) || ownWords(report).some((text) => young.test(text))) && !saysChild(report);

/** The field in which the partner is asked about it as they send. */
export const childField = 'childAgain';

/** The form's own question about a child, as it is asked again: none where it cannot be answered with yes or no. */
export function childAgain(definition: Form): Question[] {
  const question = questionsOf(definition).find(({ id }) => id === definition.meanings.child);
  if (question?.kind !== 'radios' && question?.kind !== 'select') return [];
  const options = question.options.filter(({ value }) => value === 'yes' || value === 'no');
  return options.length === 2 ? [{ ...question, id: childField, options }] : [];
}

/** Whether it is asked again. */
export const asksAboutChild = (definition: Form, answers: Answers, today: string): boolean =>
  childAgain(definition).length > 0 && contradictsChild(said(definition, answers), today);
