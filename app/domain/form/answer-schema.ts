import { z } from 'zod';
import { sealedMarker, type Answers, type DateAnswer } from './answers.ts';
import { entriesOf } from './entries.ts';
import { exclusiveValues, type Question, type QuestionOf } from './question.ts';
import { readEstimate } from './people-estimate.ts';
import { latestDay, mostAboutWords } from './read-date.ts';
import { formWords, questionWords, type FormWords } from './words.ts';
import { readPostcode } from '#app/domain/kernel/postcode-reading.ts';

/** A place at which a partner organisation takes reports. `notAccredited` is said beside it where it is to be chosen. */
export type Site = { id: string; name: string; notAccredited?: boolean };

/** What checking an answer needs besides the definition. */
export type Checking = {
  /** Today in the force's time zone, `YYYY-MM-DD`. Without it no date is refused for being in the future. */
  today?: string | undefined;
  /** The report's answers: what an answer of the kind "entry" may name. */
  answers?: Answers | undefined;
  /** Sites of the reporter's organisation. Left out, any id is taken for one: it was checked when it was chosen. */
  sites?: readonly Site[] | undefined;
  /** The id of an entry that the opening page begins. */
  newEntryId?: string | undefined;
  t?: FormWords | undefined;
};

/** Characters that PostgreSQL refuses in JSON (NUL, half of a surrogate pair), and other control characters. */
const unstorable = /[\p{Cc}\p{Cs}]/gu;

/** Text as it is stored: composed, one kind of line break, nothing unstorable, no space around it. */
export function tidyText(written: string): string {
  return written
    .replace(/\r\n?/g, '\n')
    .replace(unstorable, (found) => (found === '\n' ? found : found === '\t' ? ' ' : ''))
    .normalize('NFC')
    .trim();
}

/** The words of the errors, and the name of the question that they are about. */
type Say = { t: FormWords; name: string };

const isRegistration = (value: string) => /^[A-Z0-9?]+$/.test(value);
const isAddress = (value: string) => z.email().safeParse(value).success;

function textSchema(question: QuestionOf<'text' | 'textarea' | 'texts'>, { t, name }: Say) {
  const max = question.maxLength;
  const text = z
    .string()
    .min(1)
    .max(max, { error: t.error.tooLong({ name, max: max.toLocaleString('en-GB') }) })
    .refine((value) => tidyText(value) === value);
  const format = question.kind === 'textarea' ? undefined : question.format;
  if (format === 'postcode') {
    return text.refine((value) => readPostcode(value).length > 0, { error: t.error.postcode });
  }
  if (format === 'vrm') return text.refine(isRegistration, { error: t.error.vrm });
  if (format === 'estimate')
    return text.refine((value) => readEstimate(value) !== null, { error: t.error.estimate({ name }) });
  if (format === 'email') return text.refine(isAddress, { error: t.error.email });
  return text;
}

const day = z.iso.date();
const ownWords = z
  .string()
  .min(1)
  .max(mostAboutWords)
  .refine((value) => tidyText(value) === value);
const dateSchema: z.ZodType<DateAnswer> = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('exact'), date: day }),
  z.strictObject({ precision: z.literal('month'), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.strictObject({ precision: z.literal('year'), year: z.string().regex(/^\d{4}$/) }),
  z.strictObject({ precision: z.literal('about'), words: ownWords }),
  z.strictObject({ precision: z.literal('range'), from: day, to: day }),
  z.strictObject({ precision: z.literal('ongoing'), since: ownWords.exactOptional() }),
  z.strictObject({ precision: z.literal('unknown') }),
]);

function dateAnswerSchema(question: QuestionOf<'date'>, { t, name }: Say, today: string | undefined) {
  return dateSchema
    .refine((answer) => question.precisions.includes(answer.precision), { error: t.error.option })
    .refine((answer) => answer.precision !== 'ongoing' || !answer.since || question.since === true, {
      error: t.error.option,
    })
    .refine((answer) => answer.precision !== 'range' || answer.from <= answer.to, {
      error: t.error.order({ name }),
    })
    .refine(
      (answer) => {
        const latest = question.latest === 'today' ? latestDay(answer) : null;
        return today === undefined || latest === null || latest <= today.slice(0, latest.length);
      },
      { error: t.error.future({ name }) },
    );
}

function choiceSchema(question: QuestionOf<'radios' | 'select' | 'selects'>, { t }: Say) {
  return z.enum(
    question.options.map((option) => option.value),
    { error: t.error.option },
  );
}

const eachOnce = (given: string[]) => new Set(given).size === given.length;

function choicesSchema(question: QuestionOf<'checkboxes'>, { t }: Say, onlyLabels: string) {
  const values = question.options.map((option) => option.value);
  const alone = exclusiveValues(question);
  return z
    .array(z.enum(values, { error: t.error.option }))
    .min(1)
    .refine(eachOnce, { error: t.error.option })
    .refine((chosen) => chosen.length === 1 || !chosen.some((value) => alone.includes(value)), {
      error: t.error.exclusive({ only: onlyLabels }),
    });
}

function severalSchema(question: QuestionOf<'texts' | 'selects'>, say: Say) {
  const { t } = say;
  const one = question.kind === 'texts' ? textSchema(question, say) : choiceSchema(question, say);
  return z
    .array(one)
    .min(1)
    .max(question.max, { error: t.error.tooManyAnswers({ max: question.max }) })
    .refine(eachOnce, { error: t.error.option });
}

const isId = (value: string) => z.uuid().safeParse(value).success;

/** One of what the report or the organisation offers: the definition can't know it. */
function offeredSchema(
  question: QuestionOf<'entry' | 'site'>,
  { answers = {}, sites }: Checking,
  { t }: Say,
) {
  const isOffered = (value: string) =>
    question.kind === 'entry'
      ? entriesOf(answers, question.from).some((entry) => entry.key === value)
      : (sites?.some((site) => site.id === value) ?? isId(value));
  return z.string().refine(isOffered, { error: t.error.option });
}

type Made = { t: FormWords; today: string | undefined; schema: z.ZodType };

/** The schema last made of each question: a form is held while the process runs, and making one costs more than checking with it. */
const made = new WeakMap<Question, Made>();

/** The schema of one answer as stored, derived from its question. Its first issue is the sentence for the field. */
export function answerSchema(question: Question, checking: Checking = {}): z.ZodType {
  const { t = formWords } = checking;
  // What a report or an organisation offers is another each time, and only a date asks which day it is.
  if (question.kind === 'entry' || question.kind === 'site') return schemaOf(question, checking, t);
  const today = question.kind === 'date' ? checking.today : undefined;
  const known = made.get(question);
  if (known?.t === t && known.today === today) return known.schema;
  const schema = schemaOf(question, checking, t);
  made.set(question, { t, today, schema });
  return schema;
}

function schemaOf(question: Question, checking: Checking, t: FormWords): z.ZodType {
  const name = t.asked(question.name);
  const say: Say = { t, name };
  switch (question.kind) {
    case 'text':
    case 'textarea': {
      const text = textSchema(question, say);
      if (question.dataClass !== 'source_identity') return text;
      return z.union([text, z.strictObject({ sealed: z.literal(sealedMarker.sealed) })], {
        error: t.error.tooLong({ name, max: question.maxLength.toLocaleString('en-GB') }),
      });
    }
    case 'radios':
    case 'select':
      return choiceSchema(question, say);
    case 'checkboxes': {
      const alone = exclusiveValues(question);
      const { options } = questionWords(question, t);
      const only = options.filter((option) => alone.includes(option.value));
      return choicesSchema(question, say, only.map((option) => option.label).join('" or "'));
    }
    case 'texts':
    case 'selects':
      return severalSchema(question, say);
    case 'entry':
    case 'site':
      return offeredSchema(question, checking, say);
    case 'date':
      return dateAnswerSchema(question, say, checking.today);
    case 'number': {
      const range = {
        error: t.error.range({ name, min: question.min, max: question.max.toLocaleString('en-GB') }),
      };
      return z
        .int({ error: t.error.number({ name }) })
        .min(question.min, range)
        .max(question.max, range);
    }
  }
}
