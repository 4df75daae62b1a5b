import { means } from '../../kernel/recipients.ts';

type KindWords = {
  /** In the middle of a sentence: "Add a crime number". */
  a: string;
  label: string;
  /** What its reference is called at the field and in errors. */
  reference: string;
  example: string;
  /** Codes of the states that the record may be in; none for a kind without one. */
  statuses: Readonly<Record<string, string>>;
  /** What is asked about those. */
  statusAsked?: string;
  /** Of a kind that is with somebody since a day: what is asked about both. Its reference is then optional. */
  told?: { agency: string; agencyHint: string; noAgency: string; day: string };
};

/** Records kept elsewhere that a submission may belong to. */
export const recordKinds = {
  crime: {
    a: 'a crime number',
    label: 'Crime number',
    reference: 'Crime number',
    example: 'For example, 20BE/12345X/16',
    statuses: {},
  },
  incident_log: {
    a: 'an incident log number',
    label: 'Incident log number',
    reference: 'Log number',
    example: 'For example, 1234 of 18/01/16',
    statuses: {},
  },
  nrm: {
    a: 'an NRM reference',
    label: 'NRM referral',
    reference: 'NRM reference',
    example: 'The reference that the competent authority gave',
    statuses: {
      referred: 'Referred, no decision yet',
      reasonable_yes: 'Reasonable grounds: positive',
      reasonable_no: 'Reasonable grounds: negative',
      conclusive_yes: 'Conclusive grounds: positive',
      conclusive_no: 'Conclusive grounds: negative',
      withdrawn: 'Withdrawn',
    },
  },
  duty_to_notify: {
    a: 'a duty to notify report',
    label: 'Duty to notify report',
    reference: 'Duty to notify reference',
    example: 'The reference under which it was sent',
    statuses: { sent: 'Sent', acknowledged: 'Receipt confirmed', replaced: 'Replaced by an NRM referral' },
  },
  safeguarding: {
    a: 'a safeguarding referral',
    label: 'Safeguarding referral',
    reference: 'Reference of the referral',
    example: 'If the agency gave one',
    statuses: {},
    told: {
      agency: 'Agency',
      agencyHint: 'For example, children’s services of a council. Not the name of a person',
      noAgency: 'Enter the agency that has the referral',
      day: 'Date of the referral',
    },
  },
  passed_on: {
    a: 'a note of who was told elsewhere',
    label: 'Passed on',
    reference: 'Their reference',
    example: 'If they gave one',
    statuses: means,
    statusAsked: 'How were they told?',
    told: {
      agency: 'Force or agency that was told',
      agencyHint: 'With the role or post there. Not the name of a person',
      noAgency: 'Enter which force or agency was told',
      day: 'Date on which they were told',
    },
  },
} as const satisfies Record<string, KindWords>;
export type RecordKind = keyof typeof recordKinds;

export const recordKindCodes = Object.keys(recordKinds) as RecordKind[];

export const isRecordKind = (code: string): code is RecordKind => Object.hasOwn(recordKinds, code);

export const wordsOf = (kind: RecordKind): KindWords => recordKinds[kind];

export const statusesOf = (kind: RecordKind): Readonly<Record<string, string>> => recordKinds[kind].statuses;

/** The longest texts of a record link, in characters. */
export const recordLimits = { reference: 50, agency: 100, note: 500, reason: 500 } as const;

/** Links that one submission may have, those removed included: more belong in a system of their own. */
export const mostRecords = 50;
