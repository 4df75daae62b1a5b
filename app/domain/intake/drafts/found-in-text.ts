import { randomUUID } from 'node:crypto';
import { answerOf, isDateAnswer, itemsOf, saveItem, type Answers } from '../../form/answers.ts';
import type { ListSection } from '../../form/definition.ts';
import type { Form } from '../../form/held-forms.ts';
import type { Meaning } from '../../form/meanings.ts';
import { said, textSaid } from '../../form/said.ts';
import { ageRanges } from '../../form/says-child.ts';
import { parseItem, problemsOf } from '../../form/schema.ts';
import { isVisible, pruneAnswers } from '../../form/visible.ts';
import { agesInText, type AgeInText } from '../../kernel/ages-in-text.ts';
import { readableMark, readablePhone } from '../../kernel/normalise.ts';
import { daysInText } from '../submitting/dates-in-text.ts';
import { extract } from '../submitting/extract.ts';
import { mentionsIn, type NotTheirs } from '../submitting/mentions.ts';

export const foundKinds = ['vehicle', 'phone', 'email', 'website', 'place', 'person', 'day'] as const;

/**
 * Something that was read in what a report tells and is not among its answers: one tick makes an entry of it, or the day on
 * which it happened. `key` is posted by the tick; `written` is how it is shown, a day as `YYYY-MM-DD`.
 */
export type Found = { key: string; kind: (typeof foundKinds)[number]; written: string };

/** What a draft is read against: today, and what is nobody's of whom it tells. */
export type Reading = { today: string; notTheirs: NotTheirs };

/** With how the answers would be with it; null where the form has no room for it. */
type Offer = Found & { added: (answers: Answers) => Answers | null };

/** What was read in the narrative and can be added as the form stands. What has been added is not found again. */
export function foundInText(form: Form, answers: Answers, reading: Reading): Found[] {
  return offers(form, answers, reading)
    .filter(({ added }) => added(answers) !== null)
    .map(({ key, kind, written }) => ({ key, kind, written }));
}

/** The answers with what was ticked, as far as it stands in the narrative; nothing else can be added so. */
export function withFound(
  form: Form,
  answers: Answers,
  ticked: readonly string[],
  reading: Reading,
): Answers {
  if (ticked.length === 0) return answers;
  return offers(form, answers, reading)
    .filter(({ key }) => ticked.includes(key))
    .reduce((before, { added }) => added(before) ?? before, answers);
}

/** Who told the partner may be reached by these: they are offered where nobody is sealed, or nothing sealed stands in the text. */
const mayTell: readonly Found['kind'][] = ['phone', 'email', 'website', 'place'];

export const withoutWays = (found: readonly Found[]): Found[] =>
  found.filter(({ kind }) => !mayTell.includes(kind));

function offers(form: Form, answers: Answers, reading: Reading): Offer[] {
  const report = said(form, answers);
  const narrative = textSaid(report, 'narrative') ?? '';
  const { people, places, vehicles, contacts } = extract(report);
  const { vehicles: marks, postcodes, phones, emails, websites } = mentionsIn(narrative, reading.notTheirs);
  const entry = (item: ListSection['item'], given: Given) => (before: Answers) =>
    withEntry(form, before, item, given, reading);
  const contact = (
    kind: 'phone' | 'email' | 'website',
    some: typeof phones,
    readable = (each: string) => each,
  ) =>
    some
      .filter(
        ({ normalised }) => !contacts.some((row) => row.kind === kind && row.value_normalised === normalised),
      )
      .map(({ normalised }): Offer => {
        const written = readable(normalised);
        const given = { 'contact.kind': kind, 'contact.value': written };
        return { key: `${kind}:${normalised}`, kind, written, added: entry('contact', given) };
      });
  return [
    ...marks
      .filter(({ normalised }) => !vehicles.some((row) => row.registration_normalised === normalised))
      .map(({ normalised }): Offer => ({
        key: `vehicle:${normalised}`,
        kind: 'vehicle',
        written: readableMark(normalised),
        added: entry('vehicle', { 'vehicle.mark': normalised }),
      })),
    ...contact('phone', phones, readablePhone),
    ...contact('email', emails),
    ...contact('website', websites),
    ...postcodes
      .filter(({ normalised }) => !places.some((row) => row.postcode_normalised === normalised))
      .map(({ normalised }): Offer => ({
        key: `place:${normalised}`,
        kind: 'place',
        written: normalised,
        added: entry('place', { 'place.postcode': normalised }),
      })),
    ...agesInText(narrative, reading.today)
      .filter((age) => !people.some((row) => row.age_range !== null && row.age_range === rangeOf(age)))
      .filter(({ written }) => !people.some(({ description }) => description === written))
      .map((age): Offer => ({
        key: `person:${age.from}-${age.to}`,
        kind: 'person',
        written: age.written,
        added: entry('person', { 'person.description': age.written, 'person.age': rangeOf(age) ?? '' }),
      })),
    ...dayOf(form, narrative, reading),
  ];
}

/** The range of the form in which somebody of that age is; null where it may be one of two. */
function rangeOf({ from, to }: AgeInText): string | null {
  const range = Object.entries(ageRanges).find(([, [least, most]]) => least <= from && to <= most);
  return range?.[0] ?? null;
}

/** The one day that the narrative names, where it was not said when it happened: of several nobody knows which. */
function dayOf(form: Form, narrative: string, { today }: Reading): Offer[] {
  const id = form.meanings['date.happened'];
  const days = daysInText(narrative, today);
  const [only] = days;
  if (id === undefined || only === undefined || days.length > 1) return [];
  const added = (answers: Answers) => {
    const given = answerOf(answers, id);
    if (isDateAnswer(given) && given.precision !== 'unknown') return null;
    const changed = pruneAnswers(form, { ...answers, [id]: { precision: 'exact', date: only.day } });
    const faults = (of: Answers) =>
      problemsOf(form, of, { today }).flatMap(({ errors }) => Object.keys(errors)).length;
    return answerOf(changed, id) === undefined || faults(changed) > faults(answers) ? null : changed;
  };
  return [{ key: `day:${only.day}`, kind: 'day', written: only.day, added }];
}

type Given = Partial<Record<Meaning, string>>;
/** What a required choice is left as: nobody was asked. */
const notAsked = ['not_known', 'unclear'];

/** The answers with one more entry that is whole as the form sees it; null where it would not be, or is one too many. */
function withEntry(
  form: Form,
  answers: Answers,
  item: ListSection['item'],
  given: Given,
  { today }: Reading,
): Answers | null {
  const section = form.sections.find((each) => each.kind === 'list' && each.item === item);
  if (section?.kind !== 'list' || !isVisible(section, answers)) return null;
  if (itemsOf(answers, section.id).length >= section.max) return null;
  const left = section.questions.flatMap((question) => {
    const open = 'options' in question && question.required;
    const option = open && question.options.find(({ value }) => notAsked.includes(value));
    return option ? [[question.id, option.value]] : [];
  });
  const asked = Object.entries(given).flatMap(([meaning, value]) => {
    const id = form.meanings[meaning as Meaning];
    return id === undefined ? [] : [[id, value]];
  });
  const posted = Object.fromEntries([...left, ...asked]) as Record<string, string>;
  const parsed = parseItem(form, section.id, posted, { today, answers });
  if (!parsed.ok || parsed.kind !== 'item') return null;
  return pruneAnswers(form, saveItem(answers, section.id, { ...parsed.item, id: randomUUID() }));
}
