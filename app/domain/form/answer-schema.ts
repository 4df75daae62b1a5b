import { z } from 'zod';
import { sealedMarker, type Answers, type DateAnswer } from './answers.ts';
import { entriesOf } from './entries.ts';
import { exclusiveValues, type Question, type QuestionOf } from './question.ts';
import { readEstimate } from './people-estimate.ts';
import { latestDay, mostAboutWords } from './read-date.ts';
import { asWritten, formWord, questionWord, questionWords, type FormWord, type Translate } from './words.ts';
import { readPostcode } from '#app/domain/kernel/postcode-reading.ts';

/** A place at which a partner organisation takes reports. */
export type Site = { id: string; name: string };

/** What checking an answer needs besides the definition. */
export type Checking = {
  /** Today in the force's time zone, `YYYY-MM-DD`. Without it no date is refused for being in the future. */
  today?: string | undefined;
  /** The report's answers: what an answer of the kind "entry" may name. */
  answers?: Answers | undefined;
  /** Sites of the reporter's organisation. Left out, any id is taken for one: it was checked when it was chosen. */
  sites?: readonly Site[] | undefined;
  t?: Translate | undefined;
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

type Say = (word: FormWord, values?: Record<string, string | number>) => string;

const isRegistration = (value: string) => /^[A-Z0-9?]+$/.test(value);
const isAddress = (value: string) => z.email().safeParse(value).success;

function textSchema(question: QuestionOf<'text' | 'textarea' | 'texts'>, say: Say) {
  const max = question.maxLength;
  const text = z
    .string()
    .min(1)
    .max(max, { error: say('form.error.tooLong', { max: max.toLocaleString('en-GB') }) })
    .refine((value) => tidyText(value) === value);
  const format = question.kind === 'textarea' ? undefined : question.format;
  if (format === 'postcode') {
    return text.refine((value) => readPostcode(value).length > 0, { error: say('form.error.postcode') });
  }
  if (format === 'vrm') return text.refine(isRegistration, { error: say('form.error.vrm') });
  if (format === 'estimate')
    return text.refine((value) => readEstimate(value) !== null, { error: say('form.error.estimate') });
  if (format === 'email') return text.refine(isAddress, { error: say('form.error.email') });
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

function dateAnswerSchema(question: QuestionOf<'date'>, say: Say, today: string | undefined) {
  return dateSchema
    .refine((answer) => question.precisions.includes(answer.precision), { error: say('form.error.option') })
    .refine((answer) => answer.precision !== 'ongoing' || !answer.since || question.since === true, {
      error: say('form.error.option'),
    })
    .refine((answer) => answer.precision !== 'range' || answer.from <= answer.to, {
      error: say('form.error.order'),
    })
    .refine(
      (answer) => {
        const latest = question.latest === 'today' ? latestDay(answer) : null;
        return today === undefined || latest === null || latest <= today.slice(0, latest.length);
      },
      { error: say('form.error.future') },
    );
}

function choiceSchema(question: QuestionOf<'radios' | 'select' | 'selects'>, say: Say) {
  return z.enum(
    question.options.map((option) => option.value),
    { error: say('form.error.option') },
  );
}

const eachOnce = (given: string[]) => new Set(given).size === given.length;

function choicesSchema(question: QuestionOf<'checkboxes'>, say: Say, onlyLabels: string) {
  const values = question.options.map((option) => option.value);
  const alone = exclusiveValues(question);
  return z
    .array(z.enum(values, { error: say('form.error.option') }))
    .min(1)
    .refine(eachOnce, { error: say('form.error.option') })
    .refine((chosen) => chosen.length === 1 || !chosen.some((value) => alone.includes(value)), {
      error: say('form.error.exclusive', { only: onlyLabels }),
    });
}

function severalSchema(question: QuestionOf<'texts' | 'selects'>, say: Say) {
  const one = question.kind === 'texts' ? textSchema(question, say) : choiceSchema(question, say);
  return z
    .array(one)
    .min(1)
    .max(question.max, { error: say('form.error.tooManyAnswers', { max: question.max }) })
    .refine(eachOnce, { error: say('form.error.option') });
}

const isId = (value: string) => z.uuid().safeParse(value).success;

/** One of what the report or the organisation offers: the definition can't know it. */
function offeredSchema(question: QuestionOf<'entry' | 'site'>, { answers = {}, sites }: Checking, say: Say) {
  const isOffered = (value: string) =>
    question.kind === 'entry'
      ? entriesOf(answers, question.from).some((entry) => entry.key === value)
      : (sites?.some((site) => site.id === value) ?? isId(value));
  return z.string().refine(isOffered, { error: say('form.error.option') });
}

/** The schema of one answer as stored, derived from its question. Its first issue is the sentence for the field. */
export function answerSchema(version: number, question: Question, checking: Checking = {}): z.ZodType {
  const { t = asWritten, today } = checking;
  const name = questionWord(version, question, 'name', t);
  const say: Say = (word, values) => formWord(t, word, { name, ...values });
  switch (question.kind) {
    case 'text':
    case 'textarea': {
      const text = textSchema(question, say);
      if (question.dataClass !== 'source_identity') return text;
      return z.union([text, z.strictObject({ sealed: z.literal(sealedMarker.sealed) })], {
        error: say('form.error.tooLong', { max: question.maxLength.toLocaleString('en-GB') }),
      });
    }
    case 'radios':
    case 'select':
      return choiceSchema(question, say);
    case 'checkboxes': {
      const alone = exclusiveValues(question);
      const { options } = questionWords(version, question, t);
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
      return dateAnswerSchema(question, say, today);
    case 'number': {
      const range = {
        error: say('form.error.range', { min: question.min, max: question.max.toLocaleString('en-GB') }),
      };
      return z
        .int({ error: say('form.error.number') })
        .min(question.min, range)
        .max(question.max, range);
    }
  }
}
