import { instantOf, localTimeOf, writtenTime, type LocalTime } from '../kernel/local-time.ts';
import { monthNames } from '../kernel/months.ts';
import { charactersOrLess, textLimits } from '../kernel/text-limits.ts';
import type { FieldErrors } from './action-input.ts';

/** What was done about the danger of a High submission, when and by whom; whoever did it need not have an account. */
export type DangerAct = { done: string; doneBy: string; doneAt: Date };

/** The same as a page posts it. */
export type WrittenDangerAct = {
  aboutDanger: string;
  dangerBy: string;
  dangerAt: LocalTime | null;
  /** What is wrong with a time that cannot be read, by box. */
  dangerAtProblems?: FieldErrors;
};

/**
 * The act, or what is wrong with it, by field. It lies between the report and now: what was done before police knew of it
 * counts from when somebody made sure of it.
 */
export function readDangerAct(
  { aboutDanger, dangerBy, dangerAt, dangerAtProblems = {} }: WrittenDangerAct,
  { submittedAt, now }: { submittedAt: Date; now: Date },
): { act: DangerAct; problems: null } | { act: null; problems: FieldErrors } {
  const [done, doneBy] = [aboutDanger.trim(), dangerBy.trim()];
  const { at: doneAt, problem } =
    Object.keys(dangerAtProblems).length > 0
      ? { at: null, problem: dangerAtProblems }
      : readAct(dangerAt, submittedAt, now);
  const problems: FieldErrors = {
    ...(done ? {} : { aboutDanger: 'Enter what was done about the danger' }),
    ...(done.length > textLimits.conditions
      ? { aboutDanger: `What was done must be ${charactersOrLess(textLimits.conditions)}` }
      : {}),
    ...(doneBy ? {} : { dangerBy: 'Enter who did it' }),
    ...(doneBy.length > textLimits.recipient
      ? { dangerBy: `Who did it must be ${charactersOrLess(textLimits.recipient)}` }
      : {}),
    ...problem,
  };
  if (doneAt === null || Object.keys(problems).length > 0) return { act: null, problems };
  return { act: { done, doneBy, doneAt }, problems: null };
}

function readAct(
  written: LocalTime | null,
  submittedAt: Date,
  now: Date,
): { at: Date | null; problem: FieldErrors } {
  if (written === null) return { at: null, problem: { dangerAt: 'Enter when it was done' } };
  // Where the clocks go back a time comes twice: the later one is meant, unless that is still to come.
  const readings = [instantOf(written, 'later'), instantOf(written, 'earlier')];
  const at = readings.find((reading) => reading !== null && reading <= now) ?? readings[0] ?? null;
  if (at === null)
    return { at, problem: { 'dangerAt-time': 'The clocks go forward over this time, so it never comes' } };
  if (at > now) return { at, problem: { dangerAt: 'When it was done must be in the past' } };
  // People write minutes, and the report has seconds.
  if (at.getTime() < Math.floor(submittedAt.getTime() / 60_000) * 60_000)
    return {
      at,
      problem: {
        dangerAt:
          'When it was done cannot be before the report was sent. If it was done before, enter when you made sure of it',
      },
    };
  return { at, problem: {} };
}

/** The reason of a request with what was done about the danger, as the history keeps them and the second person reads them. */
export const aboutDangerToo = (reason: string, act: DangerAct | null): string =>
  [reason.trim(), act && `About the danger: ${act.done}\nDone by ${act.doneBy}, ${momentWords(act.doneAt)}`]
    .filter(Boolean)
    .join('\n\n');

/** "18 January 2016 at 10:05" */
function momentWords(at: Date): string {
  const { day, minutes } = localTimeOf(at);
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${monthNames[Number(month) - 1] ?? month} ${year} at ${writtenTime(minutes)}`;
}
