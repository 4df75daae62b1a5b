import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { forceDay } from '../../kernel/postcode-rules.ts';

/** From which day on an agreement holds, and the last day on which it does; null where none was agreed. */
export type Term = { from: Date | null; until: Date | null };

/** So many days before an agreement ends its people and those of the force are told, once each; 0: it has ended. */
export const noticeDays = [60, 30, 7, 0] as const;

/** How an agreement stands on a day: it holds for `daysLeft` days more where an end was agreed, 0 on its last. */
export type TermState =
  | { state: 'open' }
  | { state: 'to_come' }
  | { state: 'holds' | 'ends_soon'; daysLeft: number }
  | { state: 'ended' };

/** As a day of the force, like all dates of an agreement. */
export const dayOfDate = (date: Date): string => date.toISOString().slice(0, 10);

export function termState({ from, until }: Term, now: Date): TermState {
  const today = forceDay(now);
  if (until !== null && dayOfDate(until) < today) return { state: 'ended' };
  if (from !== null && dayOfDate(from) > today) return { state: 'to_come' };
  if (until === null) return { state: 'open' };
  const daysLeft = differenceInCalendarDays(new Date(dayOfDate(until)), new Date(today));
  return { state: daysLeft <= noticeDays[0] ? 'ends_soon' : 'holds', daysLeft };
}
