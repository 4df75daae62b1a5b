import { localTimeOf, writtenTime } from '#app/domain/kernel/local-time.ts';
import { dateValues } from './date-fields.ts';

/** What the controls of a day and a time hold for an instant. Nothing for what an address wrote as one and is none. */
export function momentValues(name: string, at: Date): Record<string, string> {
  if (Number.isNaN(at.getTime())) return {};
  const { day, minutes } = localTimeOf(at);
  return { ...dateValues(name, day), [`${name}-time`]: writtenTime(minutes) };
}
