import type { Status } from './statuses.ts';

/**
 * The outcomes of which a partner may be told: that their report served, never how. `label` names the outcome to the
 * officer; `template` is the text the officer starts from, in words that fit every report. Partner pages have
 * their own words (`t.outcome`).
 */
export const outcomes = {
  used: {
    label: 'Used',
    template:
      'Thank you. The information you sent has been assessed and used. We cannot tell you more about how.',
  },
  crime_recorded: {
    label: 'Crime recorded',
    template:
      'Thank you. The information you sent has been assessed and a crime has been recorded. We cannot tell you more about it here.',
  },
  safeguarding_action: {
    label: 'Safeguarding action',
    template:
      'Thank you. The information you sent has been assessed and passed to those who safeguard people. If you have made a referral yourself, carry on with it.',
  },
  passed_on: {
    label: 'Passed to another force or agency',
    template:
      'Thank you. The information you sent has been assessed and passed to another force or agency, which is better placed to act on it.',
  },
  more_needed: {
    label: 'Not enough to act on',
    template:
      'Thank you. The information you sent has been assessed. On its own it is not enough for us to act on. Please do not try to find out more: if you come to know something else in your ordinary work, send a new report.',
  },
  no_further_use: {
    label: 'No further use',
    template:
      'Thank you. The information you sent has been assessed and we will not be using it further. Please keep reporting what concerns you.',
  },
  duplicate: {
    label: 'Duplicate',
    template: 'Thank you. The information you sent has been assessed. It was already known to us.',
  },
} as const satisfies Record<string, { label: string; template: string }>;

/** Of a duplicate whose original the same person sent: they know both, and nobody else's is ever named. */
export const ownDuplicate = (reference: string): string =>
  `Thank you. The information you sent has been assessed. You had told us about it in your report ${reference}.`;

export type Outcome = keyof typeof outcomes;

export const outcomeCodes = Object.keys(outcomes) as Outcome[];

export const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'string' && Object.hasOwn(outcomes, value);

/** How a report may end of which no intelligence item was made: nothing that rests on its content having been used. */
export const outcomesWithoutItem = ['no_further_use', 'duplicate', 'passed_on'] as const satisfies Outcome[];

export const isOutcomeWithoutItem = (value: unknown): value is (typeof outcomesWithoutItem)[number] =>
  outcomesWithoutItem.some((outcome) => outcome === value);

/** The statuses that a partner sees. */
export const partnerStatuses = ['received', 'being_reviewed', 'more_needed', 'closed', 'withdrawn'] as const;
export type PartnerStatus = (typeof partnerStatuses)[number];

/** Accepted, disseminated and rejected look like any other review or end: what police decided is theirs to tell. */
const shownAs: Readonly<Record<Status, PartnerStatus>> = {
  submitted: 'received',
  in_assessment: 'being_reviewed',
  clarification: 'more_needed',
  accepted: 'being_reviewed',
  disseminated: 'being_reviewed',
  closed: 'closed',
  rejected: 'closed',
  withdrawn: 'withdrawn',
};

/** What nobody has claimed, or whoever had it put down, is reviewed by nobody. */
export function partnerStatus(status: Status, { held }: { held: boolean }): PartnerStatus {
  const seen = shownAs[status];
  return seen === 'being_reviewed' && !held ? 'received' : seen;
}

/** The words to the sender about the end. A rejected report has none of the outcomes: they were told why in a message. */
export type PartnerOutcome = Outcome | 'rejected';

export const partnerOutcome = (status: Status, outcome: Outcome | null): PartnerOutcome | null =>
  status === 'rejected' ? 'rejected' : outcome;
