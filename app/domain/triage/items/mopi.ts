import { TZDate } from '@date-fns/tz';
import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { monthsOfGroup, type Retention, type ReviewGroup } from '../../force/retention.ts';

/**
 * The groups by which policing information is reviewed (Police Information and Records Management Code of Practice 2023;
 * the force still calls them MoPI groups). The numbers are published, the labels the common reading; the periods are the
 * pack's.
 */
export const mopiGroups = [
  {
    group: 1,
    label: 'Public protection and the most serious offences',
    definition: 'For example people who exploit others in modern slavery, or who are managed as dangerous.',
  },
  {
    group: 2,
    label: 'Other sexual, violent or serious offences',
    definition: 'Reviewed once the person has not come to notice for the period.',
  },
  {
    group: 3,
    label: 'All other offences',
    definition: 'Offences that are in neither of the groups above.',
  },
  {
    group: 4,
    label: 'Victims, witnesses and everything else',
    definition: 'Also information that is tied to no known offender.',
  },
] as const;

export type MopiGroup = ReviewGroup;

export const mopiNote = 'The review periods are proposals. The force confirms them.';

/** Reads a posted group; null when it is none. */
export const readMopiGroup = (posted: unknown): MopiGroup | null =>
  mopiGroups.find(({ group }) => String(group) === posted)?.group ?? null;

/** Whether a review on that day, "2026-01-18", would come later than the force allows for the group, reckoned from now. */
export const reviewTooLate = (retention: Retention, group: MopiGroup, day: string, now: Date): boolean =>
  day > proposeReviewDate(retention, group, now);

/** The day of the first review as "2026-01-18", counted from the day of acceptance in the United Kingdom. */
export const proposeReviewDate = (retention: Retention, group: MopiGroup, acceptedAt: Date): string =>
  format(addMonths(new TZDate(acceptedAt, 'Europe/London'), monthsOfGroup(retention, group)), 'yyyy-MM-dd');
