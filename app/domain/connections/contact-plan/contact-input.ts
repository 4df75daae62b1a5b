import { z } from 'zod';
import { boxes, shownAtTimes } from '../../kernel/fields.ts';
import { readDueDay, readText, type Read } from '../tasks/task-input.ts';
import { charactersOrLess } from '../../kernel/text-limits.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';

/** The longest texts, in characters. */
export const contactLimits = { text: 500, language: 100, result: 1000 } as const;

export const interpreterNeeds = {
  needed: 'Yes, an interpreter is needed',
  not_needed: 'No',
  not_known: 'Not known yet',
} as const;
export type InterpreterNeed = keyof typeof interpreterNeeds;

export const isInterpreterNeed = (code: string): code is InterpreterNeed =>
  Object.hasOwn(interpreterNeeds, code);

/** When the next contact is, as typed: a day, or why there is none. */
const next = { nextOn: boxes(), endedReason: z.string() };
type WrittenNext = { nextOn: DateBoxes; endedReason: string };

/** The form of a contact plan, as typed. */
export const contactPlanForm = z.object({
  who: z.string(),
  how: z.string(),
  interpreter: shownAtTimes(),
  language: z.string(),
  safeTimes: z.string(),
  never: z.string(),
  ...next,
});
export type WrittenPlan = z.output<typeof contactPlanForm>;

/** The form of a contact that was made or tried, as typed. `contactId` is made with the page, so that a form sent twice is one contact. */
export const contactForm = z.object({ contactId: z.string(), madeOn: boxes(), result: z.string(), ...next });
export type WrittenContact = z.output<typeof contactForm>;

/** `nextOn` is a day, "2016-01-20"; exactly one of the two is null. */
export type NextContact = { nextOn: string; endedReason: null } | { nextOn: null; endedReason: string };

export type PlanFields = NextContact & {
  who: string;
  how: string;
  safeTimes: string;
  never: string;
  interpreter: InterpreterNeed;
  language: string | null;
};

type Problems = Record<string, string>;

/** `today` is the force's day, "2016-01-18". */
export function readPlan(
  written: WrittenPlan,
  today: string,
): { fields: PlanFields; problems: null } | { fields: null; problems: Problems } {
  const limit = contactLimits.text;
  const who = readText(written.who, {
    missing: 'Enter who may contact them',
    name: 'Who may contact them',
    limit,
  });
  const how = readText(written.how, {
    missing: 'Enter how to contact them',
    name: 'How to contact them',
    limit,
  });
  const safeTimes = readText(written.safeTimes, {
    missing: 'Enter when it is safe',
    name: 'When it is safe',
    limit,
  });
  const never = readText(written.never, {
    missing: 'Enter what must not be done, or that nothing is known',
    name: 'What must not be done',
    limit,
  });
  const interpreter = isInterpreterNeed(written.interpreter) ? written.interpreter : null;
  const language = written.language.trim() || null;
  const languageProblem = problemOfLanguage(language, interpreter);
  const next = readNext(written, today);
  const problems: Problems = {
    ...(who.problem ? { who: who.problem } : {}),
    ...(how.problem ? { how: how.problem } : {}),
    ...(interpreter ? {} : { interpreter: 'Select whether an interpreter is needed' }),
    ...(languageProblem ? { language: languageProblem } : {}),
    ...(safeTimes.problem ? { safeTimes: safeTimes.problem } : {}),
    ...(never.problem ? { never: never.problem } : {}),
    ...next.problems,
  };
  if (
    who.value === null ||
    how.value === null ||
    safeTimes.value === null ||
    never.value === null ||
    interpreter === null ||
    next.next === null ||
    languageProblem
  )
    return { fields: null, problems };
  return {
    fields: {
      who: who.value,
      how: how.value,
      safeTimes: safeTimes.value,
      never: never.value,
      interpreter,
      language,
      ...next.next,
    },
    problems: null,
  };
}

/** The day of the next contact, or why there is none: one of the two. */
export function readNext(
  { nextOn, endedReason }: WrittenNext,
  today: string,
): { next: NextContact; problems: null } | { next: null; problems: Problems } {
  const none = endedReason.trim();
  if (!none) {
    const day = isBlankDate(nextOn)
      ? { value: null, problem: 'Enter when the next contact is due, or why there is none' }
      : readDueDay(nextOn, today);
    if (day.value === null) return { next: null, problems: { nextOn: nextProblem(day.problem) } };
    return { next: { nextOn: day.value, endedReason: null }, problems: null };
  }
  if (!isBlankDate(nextOn))
    return {
      next: null,
      problems: { endedReason: 'Enter either a date for the next contact or why there is none, not both' },
    };
  if (none.length > contactLimits.text)
    return {
      next: null,
      problems: { endedReason: `Reason must be ${charactersOrLess(contactLimits.text)}` },
    };
  return { next: { nextOn: null, endedReason: none }, problems: null };
}

const nextProblem = (problem: string): string => problem.replace(/^Due date/, 'Next contact');

/** The day on which a contact was made, today or earlier. */
export function readMadeOn(boxes: DateBoxes, today: string): Read<string> {
  const day = readWrittenDate(boxes);
  if (day === null)
    return { value: null, problem: 'Date of the contact must be a real date, like 18 1 2016' };
  return day > today
    ? { value: null, problem: 'Date of the contact must be today or in the past' }
    : { value: day, problem: null };
}

function problemOfLanguage(language: string | null, interpreter: InterpreterNeed | null): string | null {
  if (interpreter === 'needed' && !language) return 'Enter the language of the interpreter';
  return language && language.length > contactLimits.language
    ? `Language must be ${charactersOrLess(contactLimits.language)}`
    : null;
}
