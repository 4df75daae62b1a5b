import { z } from 'zod';
import type { Model } from '#app/platform/db/id.ts';
import { Invalid } from './failures.ts';
import { isId, type Id } from './id.ts';
import { localTimeOf, readTime, writtenTime, type LocalTime } from './local-time.ts';
import { charactersOrLess, textLimits } from './text-limits.ts';
import { blankDate, dateBoxes, isBlankDate, readWrittenDate } from './written-date.ts';

/** The kinds of fields that forms have, each with its own words for what is missing or wrong. */

/** A text that has to be written; `name` begins the sentence about its length: "Task must be …". */
export const text = (words: { missing: string; name: string; limit: number }) =>
  z
    .string()
    .trim()
    .min(1, words.missing)
    .max(words.limit, `${words.name} must be ${charactersOrLess(words.limit)}`);

/** The reason of what somebody does, as it is kept. @throws Invalid */
export function reasonGiven(typed: string): string {
  const read = text({ missing: 'Enter the reason', name: 'Reason', limit: textLimits.linkReason }).safeParse(
    typed,
  );
  if (!read.success) throw new Invalid({ reason: read.error.issues[0]?.message ?? '' });
  return read.data;
}

/** A text that may be left empty: null then. */
export const optionalText = (words: { name: string; limit: number }) =>
  z
    .string()
    .trim()
    .max(words.limit, `${words.name} must be ${charactersOrLess(words.limit)}`)
    .transform((written) => (written === '' ? null : written));

/** One of a list that the page offers. What it names is checked where it is known. */
export const choice = (missing: string) => z.string(missing).min(1, missing);

/** One of the values that the form knows. */
export const oneOf = <const Values extends readonly string[]>(values: Values, missing: string) =>
  z.enum(values, missing);

/** A control that the page shows only at times, or that sends nothing until it is chosen: empty then. */
export const shownAtTimes = () => z.string().default('');

/** A box that is either ticked or not. */
export const tick = () => z.string().optional().transform(Boolean);

/** A text that is never sent back, such as a password. */
export const secret = (missing: string) => z.string().min(1, missing).meta({ withheld: true });

/** The e-mail address of an account, written in any way in which its owner may write it. */
export const emailAddress = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(254, 'Email address must be 254 characters or less')
    .regex(
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
      'Enter an email address in the correct format, like name@example.com',
    );

/**
 * The id of a row that is about to be, made with the page, so that a form sent twice makes one. Nobody types it: one that is
 * none is a part of the form that did not arrive.
 */
export const madeWithPage = <Of extends Model>() =>
  z.custom<Id<Of>>((posted) => typeof posted === 'string' && isId(posted));

/** The version of what the form is about, as its page showed it; -1, which nothing has, for anything but a number. */
export const expectedVersion = () =>
  z
    .string()
    .default('')
    .transform((posted) => (/^\d{1,9}$/.test(posted) ? Number(posted) : -1));

const dayBoxes = { day: z.string(), month: z.string(), year: z.string() };

/** A day as typed in three boxes, for a use case that reads it itself. */
export const boxes = () => z.object(dayBoxes);

/** The boxes filled with a day, "2016-01-18"; empty without one. */
export function dateValues(field: string, day: string | null): Record<string, string> {
  const boxes = day === null ? blankDate : dateBoxes(day);
  return Object.fromEntries(
    (['day', 'month', 'year'] as const).map((part) => [`${field}-${part}`, boxes[part]]),
  );
}

/** The values of the controls of a day and a time for an instant; none for a text of an address that is no instant. */
export function momentValues(name: string, at: Date): Record<string, string> {
  if (Number.isNaN(at.getTime())) return {};
  const { day, minutes } = localTimeOf(at);
  return { ...dateValues(name, day), [`${name}-time`]: writtenTime(minutes) };
}

/** A day in three boxes, as "2016-01-18". */
export const day = (words: { missing: string; wrong: string }) =>
  z.object(dayBoxes).transform((boxes, context) => {
    const read = readWrittenDate(boxes);
    if (read !== null) return read;
    context.addIssue(isBlankDate(boxes) ? words.missing : words.wrong);
    return z.NEVER;
  });

/** The same, null where all three are empty. */
export const optionalDay = (wrong: string) =>
  z.object(dayBoxes).transform((boxes, context) => {
    if (isBlankDate(boxes)) return null;
    const read = readWrittenDate(boxes);
    if (read !== null) return read;
    context.addIssue(wrong);
    return z.NEVER;
  });

const momentBoxes = z.object({ ...dayBoxes, time: z.string() });
type WrittenMoment = z.output<typeof momentBoxes>;

/** A day and a local time of day. `what` happens then, in the middle of a sentence: "the duty begins". */
export const moment = (what: string) =>
  momentBoxes.transform((written, context) => readMoment(written, what, context) ?? z.NEVER);

/** The same, null where all of it is empty. */
export const optionalMoment = (what: string) =>
  momentBoxes.transform((written, context) =>
    isBlankMoment(written) ? null : (readMoment(written, what, context) ?? z.NEVER),
  );

/**
 * The same for a use case that says what is wrong with it together with everything else that is: `problems` by the names of
 * the boxes of `field`, none where all of it is empty.
 */
export const momentToCheck = (field: string, what: string) =>
  momentBoxes.optional().transform((written): { at: LocalTime | null; problems: Record<string, string> } => {
    if (written === undefined || isBlankMoment(written)) return { at: null, problems: {} };
    const { at, faults } = momentOf(written, what);
    const nameOf = (part: string) => (part === '' ? field : `${field}-${part}`);
    return { at, problems: Object.fromEntries(faults.map(([part, message]) => [nameOf(part), message])) };
  });

const isBlankMoment = (written: WrittenMoment): boolean => isBlankDate(written) && written.time.trim() === '';

function readMoment(written: WrittenMoment, what: string, context: z.RefinementCtx): LocalTime | null {
  const { at, faults } = momentOf(written, what);
  for (const [part, message] of faults)
    context.addIssue({ code: 'custom', path: part === '' ? [] : [part], message });
  return at;
}

/** What was written, or what is wrong with its day and with its time. */
function momentOf(
  written: WrittenMoment,
  what: string,
): { at: LocalTime | null; faults: [part: '' | 'time', message: string][] } {
  const day = readWrittenDate(written);
  const minutes = readTime(written.time);
  const faults: [part: '' | 'time', message: string][] = [];
  if (day === null)
    faults.push([
      '',
      isBlankDate(written)
        ? `Enter the day on which ${what}`
        : `The day on which ${what} must be a real date`,
    ]);
  if (minutes === null)
    faults.push([
      'time',
      written.time.trim() === ''
        ? `Enter the time at which ${what}`
        : `The time at which ${what} must be a time of day, like 17:00 or 5pm`,
    ]);
  return { at: day === null || minutes === null ? null : { day, minutes }, faults };
}
