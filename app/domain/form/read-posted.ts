import { entriesOf } from './entries.ts';
import { answerOf, choices, holds, isDateAnswer, isSealed, sealedMarker, type Answers } from './answers.ts';
import { answerSchema, tidyText, type Checking } from './answer-schema.ts';
import type { Question } from './definition.ts';
import { readEstimate } from './people-estimate.ts';
import { asksPrecision, dateFieldNames, dateValues, readDate } from './read-date.ts';
import { leavesThatMustHold, revealedUnder } from './reveals.ts';
import { formWords } from './words.ts';
import { readPostcode } from '#app/domain/kernel/postcode-reading.ts';

/** The fields of a form as posted: one string, or several under the same name. */
export type Posted = Record<string, string | string[]>;

export type QuestionsRead = { answers: Answers; errors: Record<string, string> };

/** A box of a question with several answers, counted from 0: "personOtherAliases", "personOtherAliases-2". */
export function boxName(question: Question, index: number): string {
  return index === 0 ? question.id : `${question.id}-${index + 1}`;
}

export function questionFieldNames(question: Question): string[] {
  if (question.kind === 'date') return dateFieldNames(question);
  if (question.kind !== 'texts' && question.kind !== 'selects') return [question.id];
  return Array.from({ length: question.max }, (_, index) => boxName(question, index));
}

/** The field that an error about the whole answer is shown at: the one an error summary can link to. */
export function errorField(question: Question): string {
  if (question.kind !== 'date' || asksPrecision(question)) return question.id;
  return dateFieldNames(question)[0] ?? question.id;
}

function postedList(posted: Posted, name: string): string[] {
  const value = Object.hasOwn(posted, name) ? posted[name] : undefined;
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

function postedText(posted: Posted, name: string): string {
  return tidyText(postedList(posted, name)[0] ?? '');
}

/** Puts what people type into the form that is stored: capitals and spaces of postcodes and registrations. */
function inFormat(question: Question, written: string): string {
  if ((question.kind !== 'text' && question.kind !== 'texts') || written === '') return written;
  if (question.format === 'vrm') return tidyText(written.toUpperCase().replace(/[\s\-.]+/g, '')) || written;
  if (question.format === 'postcode') {
    const readings = readPostcode(written);
    return readings.length === 1 && readings[0] ? readings[0].postcode : written.toUpperCase();
  }
  if (question.format === 'estimate') return readEstimate(written)?.words ?? written;
  return question.format === 'email' ? written.replace(/\s+/g, '') : written;
}

type Read = { value: unknown } | { field: string; message: string };

function readOne(question: Question, posted: Posted, checking: Checking): Read {
  switch (question.kind) {
    case 'checkboxes': {
      const chosen = postedList(posted, question.id)
        .map(tidyText)
        .filter((each) => each !== '');
      return { value: chosen.length === 0 ? undefined : [...new Set(chosen)] };
    }
    case 'texts':
    case 'selects': {
      const boxes = questionFieldNames(question).flatMap((name) =>
        postedList(posted, name).map((each) => ({
          name,
          value: inFormat(question, tidyText(each).replace(/\n/g, ' ')),
        })),
      );
      const given = boxes.filter(({ value }) => value !== '');
      const wrong = given.find(({ value }) => faultOfAnswer(question, [value], checking) !== null);
      if (wrong !== undefined) {
        const message = faultOfAnswer(question, [wrong.value], checking) ?? '';
        return { field: wrong.name, message };
      }
      return { value: given.length === 0 ? undefined : [...new Set(given.map(({ value }) => value))] };
    }
    case 'date': {
      const read = readDate(question, (name) => postedText(posted, name), checking.today);
      if ('value' in read) return read;
      const { t = formWords } = checking;
      const { field, word, part = 'day' } = read.fault;
      const name = t.asked(question.name);
      if (word === 'option') return { field, message: t.error.option };
      return { field, message: t.error[word]({ name, part: t.date.parts[part].toLowerCase() }) };
    }
    case 'number': {
      const written = postedText(posted, question.id).replace(/,/g, '');
      if (written === '') return { value: undefined };
      return { value: /^-?\d{1,9}$/.test(written) ? Number(written) : written };
    }
    default: {
      const written = inFormat(question, postedText(posted, question.id));
      return { value: written === '' ? undefined : written };
    }
  }
}

/** A site has to be chosen where the organisation has one. */
export function isNeeded(question: Question, { sites = [] }: Checking): boolean {
  return question.required && (question.kind !== 'site' || sites.length > 0);
}

/**
 * An entry or a site is asked for where there is one to name. Otherwise the question is not on the page, and an error of it
 * would lead nowhere.
 */
function hasChoices(question: Question, { answers = {}, sites }: Checking): boolean {
  if (question.kind === 'entry') return entriesOf(answers, question.from).length > 0;
  return question.kind !== 'site' || sites?.length !== 0;
}

/** The message of the first fault of a stored answer, or null. */
export function faultOfAnswer(question: Question, value: unknown, checking: Checking): string | null {
  const checked = answerSchema(question, checking).safeParse(value);
  if (checked.success) return null;
  return checked.error.issues[0]?.message ?? (checking.t ?? formWords).asked(question.missing);
}

/**
 * Reads the questions in their order. A question whose condition does not hold is passed over; what somebody typed for it
 * in a box that they could see is refused, as it would be gone without a word. A sealed answer that is posted blank stays
 * as it is. Never throws, whatever is posted.
 */
export function readQuestions(
  questions: Question[],
  posted: Posted,
  earlier: Answers,
  checking: Checking,
): QuestionsRead {
  const answers: Answers = {};
  const errors: Record<string, string> = {};
  const known = { ...earlier };
  for (const question of questions) known[question.id] = undefined;
  for (const question of questions) {
    if (!holds(question.showWhen, known)) {
      if (wasTypedInSight(question, questions, posted, known))
        errors[errorField(question)] = notAsked(question, checking);
      continue;
    }
    if (!hasChoices(question, checking)) continue;
    const read = readOne(question, posted, checking);
    if ('message' in read) {
      errors[read.field] = read.message;
      continue;
    }
    if (read.value === undefined) {
      const kept = question.dataClass === 'source_identity' && isSealed(answerOf(earlier, question.id));
      if (kept) answers[question.id] = sealedMarker;
      else if (isNeeded(question, checking)) {
        errors[errorField(question)] = (checking.t ?? formWords).asked(question.missing);
      }
      continue;
    }
    const fault = faultOfAnswer(question, read.value, checking);
    if (fault !== null) errors[errorField(question)] = fault;
    else answers[question.id] = read.value;
    known[question.id] = read.value;
  }
  return { answers, errors };
}

/**
 * Whether something was typed for a question that is not asked, where its box was open: a box under an option that is not
 * chosen is out of sight, and so is one that another page decides. Where an answer that decides it is still missing, that
 * is the error to mend first.
 */
function wasTypedInSight(question: Question, together: Question[], posted: Posted, known: Answers): boolean {
  const canBeCleared = ['text', 'textarea', 'texts', 'checkboxes'];
  if (!canBeCleared.includes(question.kind)) return false;
  const place = revealedUnder(question, together);
  if (place !== null && !holds({ question: place.questionId, in: [place.value] }, known)) return false;
  const decides = leavesThatMustHold(question.showWhen).map(({ question: id }) => id);
  const decidedHere = together.filter(({ id }) => decides.includes(id));
  if (decidedHere.length < decides.length || decidedHere.length === 0) return false;
  if (decidedHere.some(({ id }) => answerOf(known, id) === undefined)) return false;
  return questionFieldNames(question).some((name) => postedText(posted, name) !== '');
}

function notAsked(question: Question, { t = formWords }: Checking): string {
  const sealed = question.dataClass === 'source_identity';
  const say = sealed ? t.error.notAskedSealed : t.error.notAsked;
  return say({ name: t.asked(question.name) });
}

/** What was posted in these questions' fields, to show again beside the errors. */
export function postedValues(questions: Question[], posted: Posted): Posted {
  const values: Posted = {};
  for (const name of questions.flatMap(questionFieldNames)) {
    const given = postedList(posted, name);
    if (given.length > 0) values[name] = given.length === 1 ? (given[0] ?? '') : given;
  }
  return values;
}

/** What the fields hold for answers given before. A sealed answer fills nothing in. */
export function answeredValues(questions: Question[], answers: Answers): Posted {
  const values: Posted = {};
  for (const question of questions) {
    const value = answerOf(answers, question.id);
    if (question.kind === 'date') {
      if (isDateAnswer(value)) Object.assign(values, dateValues(question, value));
    } else if (question.kind === 'texts' || question.kind === 'selects') {
      for (const [index, each] of choices(answers, question.id).entries())
        values[boxName(question, index)] = each;
    } else if (typeof value === 'string') values[question.id] = value;
    else if (typeof value === 'number') values[question.id] = String(value);
    else if (Array.isArray(value)) values[question.id] = value.filter((each) => typeof each === 'string');
  }
  return values;
}
