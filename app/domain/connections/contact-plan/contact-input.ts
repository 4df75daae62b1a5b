import { z } from 'zod';
import {
  day,
  madeWithPage,
  oneOf,
  optionalDay,
  optionalText,
  shownAtTimes,
  text,
} from '../../kernel/fields.ts';
import { faultOfDueDay } from '../tasks/task-input.ts';

/** The longest texts, in characters. */
export const contactLimits = { text: 500, language: 100, result: 1000 } as const;

export const interpreterNeeds = {
  needed: 'Yes, an interpreter is needed',
  not_needed: 'No',
  not_known: 'Not known yet',
} as const;
export type InterpreterNeed = keyof typeof interpreterNeeds;

const interpreterCodes = Object.keys(interpreterNeeds) as InterpreterNeed[];

export const isInterpreterNeed = (code: string): code is InterpreterNeed =>
  Object.hasOwn(interpreterNeeds, code);

/** A day, "2016-01-20", or why there is none; exactly one of the two is null. */
export type NextContact = { nextOn: string | null; endedReason: string | null };

/** `today` is the force's day, "2016-01-18". */
const next = (today: string) => ({
  nextOn: optionalDay('Next contact must be a real date, like 20 1 2016').superRefine((on, context) => {
    const fault = on === null ? null : faultOfDueDay(on, today);
    if (fault) context.addIssue(fault.replace(/^Due date/, 'Next contact'));
  }),
  endedReason: optionalText({ name: 'Reason', limit: contactLimits.text }),
});

/** Asked whatever else is wrong, so that all of it is said at once. */
const always = () => true;

const noNext = {
  error: 'Enter when the next contact is due, or why there is none',
  path: ['nextOn'],
  when: always,
};
const bothNext = {
  error: 'Enter either a date for the next contact or why there is none, not both',
  path: ['endedReason'],
  when: always,
};
const hasNext = ({ nextOn, endedReason }: NextContact): boolean => nextOn !== null || endedReason !== null;
const hasOneNext = ({ nextOn, endedReason }: NextContact): boolean => nextOn === null || endedReason === null;

const words = (missing: string, name: string) => text({ missing, name, limit: contactLimits.text });

/** The form of a contact plan. `today` is the force's day, "2016-01-18". */
export const contactPlanForm = (today: string) =>
  z
    .object({
      who: words('Enter who may contact them', 'Who may contact them'),
      how: words('Enter how to contact them', 'How to contact them'),
      interpreter: shownAtTimes().pipe(oneOf(interpreterCodes, 'Select whether an interpreter is needed')),
      language: optionalText({ name: 'Language', limit: contactLimits.language }),
      safeTimes: words('Enter when it is safe', 'When it is safe'),
      never: words('Enter what must not be done, or that nothing is known', 'What must not be done'),
      ...next(today),
    })
    .refine(({ interpreter, language }) => interpreter !== 'needed' || language !== null, {
      error: 'Enter the language of the interpreter',
      path: ['language'],
      when: always,
    })
    .refine(hasNext, noNext)
    .refine(hasOneNext, bothNext);
export type PlanFields = z.output<ReturnType<typeof contactPlanForm>>;

const notMade = 'Date of the contact must be a real date, like 18 1 2016';

/** The form of a contact that was made or tried, today or earlier. */
export const contactForm = (today: string) =>
  z
    .object({
      contactId: madeWithPage<'ContactMade'>(),
      madeOn: day({ missing: notMade, wrong: notMade }).refine(
        (made) => made <= today,
        'Date of the contact must be today or in the past',
      ),
      result: text({ missing: 'Enter what came of it', name: 'Result', limit: contactLimits.result }),
      ...next(today),
    })
    .refine(hasNext, noNext)
    .refine(hasOneNext, bothNext);
export type ContactFields = z.output<ReturnType<typeof contactForm>>;
