import { TZDate } from '@date-fns/tz';
import { addYears, format } from 'date-fns';

/**
 * The groups by which policing information is reviewed (management of police information; College of Policing APP). The
 * numbers are published; labels and periods are the common reading, and the force confirms them.
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

export type MopiGroup = (typeof mopiGroups)[number]['group'];

export const mopiNote = 'The review periods are proposals. The force confirms them.';

/** After how many years each group is first reviewed. */
export type ReviewYears = Readonly<Record<MopiGroup, number>>;
export const proposedReviewYears: ReviewYears = { 1: 10, 2: 10, 3: 6, 4: 6 };

/** Reads a posted group; null when it is none. */
export const readMopiGroup = (posted: unknown): MopiGroup | null =>
  mopiGroups.find(({ group }) => String(group) === posted)?.group ?? null;

/** Whether a review on that day, "2026-01-18", would come later than the group allows, reckoned from now. */
export const reviewTooLate = (
  group: MopiGroup,
  day: string,
  now: Date,
  years: ReviewYears = proposedReviewYears,
): boolean => day > proposeReviewDate(group, now, years);

/** The day of the first review as "2026-01-18", counted from the day of acceptance in the United Kingdom. */
export function proposeReviewDate(
  group: MopiGroup,
  acceptedAt: Date,
  years: ReviewYears = proposedReviewYears,
): string {
  return format(addYears(new TZDate(acceptedAt, 'Europe/London'), years[group]), 'yyyy-MM-dd');
}
