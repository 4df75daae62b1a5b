import { z } from 'zod';
import type { Priority } from '../kernel/statuses.ts';
import type { Span, WorkingCalendar } from './clocks-calendar.ts';

/** How long something may take. `wall` time runs day and night; `working` time only while the force's offices do. */
export const clockTargetSchema = z.strictObject({
  minutes: z.int().positive(),
  basis: z.enum(['wall', 'working']),
});
export type ClockTarget = z.infer<typeof clockTargetSchema>;

/**
 * The clocks of one priority. They start together, at submission: until an officer has opened it, until it is assessed,
 * until the partner has an answer. `acknowledged` starts at a dissemination and runs until the recipient confirms it.
 */
const priorityClocksSchema = z.strictObject({
  first_seen: clockTargetSchema,
  assessed: clockTargetSchema,
  answered: clockTargetSchema,
  acknowledged: clockTargetSchema,
});

/** The clocks of every priority, from the force pack. */
export const clockTargetsSchema = z.strictObject({
  high: priorityClocksSchema,
  medium: priorityClocksSchema,
  low: priorityClocksSchema,
});
export type ClockTargets = z.infer<typeof clockTargetsSchema>;

/** A time in which a clock stood still, because the partner was asked. The pause of an open question has an end too. */
export type Pause = Span;

const minute = 60_000;

function* wallSpans(after: Date): Generator<Span> {
  yield { from: after, to: new Date(8.64e15) };
}

/** The rest of a span when the pauses are taken out. */
function withoutPauses(span: Span, pauses: readonly Pause[]): Span[] {
  let left: Span[] = [span];
  for (const pause of pauses) {
    left = left.flatMap((part) => {
      if (pause.to <= part.from || pause.from >= part.to) return [part];
      const before = { from: part.from, to: pause.from };
      const afterwards = { from: pause.to, to: part.to };
      return [before, afterwards].filter(({ from, to }) => from < to);
    });
  }
  return left;
}

/**
 * When a clock that started at `from` runs out. Pauses may overlap, lie outside and come in any order; one that ends
 * before it begins counts for nothing. Elapsed time is real time: a day on which the clocks change has 23 or 25 hours.
 */
export function dueAt(
  from: Date,
  target: ClockTarget,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Date {
  const counted = pauses.filter((pause) => pause.from < pause.to);
  const spans = target.basis === 'wall' ? wallSpans(from) : calendar.workingSpans(from);
  let left = target.minutes * minute;
  for (const span of spans) {
    for (const part of withoutPauses(span, counted)) {
      const length = part.to.getTime() - part.from.getTime();
      if (left <= length) return new Date(part.from.getTime() + left);
      left -= length;
    }
  }
  throw new RangeError('The clock runs out after the end of time');
}

/** When each clock of a submission runs out. The pauses so far move all of them. */
export function submissionDueDates(
  submittedAt: Date,
  priority: Priority,
  targets: ClockTargets,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): { firstSeen: Date; assessed: Date; answered: Date } {
  const due = (clock: 'first_seen' | 'assessed' | 'answered') =>
    dueAt(submittedAt, targets[priority][clock], calendar, pauses);
  return { firstSeen: due('first_seen'), assessed: due('assessed'), answered: due('answered') };
}
