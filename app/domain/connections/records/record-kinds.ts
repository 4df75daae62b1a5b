import { means } from '../../kernel/recipients.ts';

type KindWords = {
  /** In the middle of a sentence: "Add a crime number". */
  a: string;
  label: string;
  /** What its reference is called at the field and in errors; null for a kind that has none. */
  reference: string | null;
  example?: string;
  /** Codes of the states that the record may be in; none for a kind without one. */
  statuses?: Readonly<Record<string, string>>;
  /** What is asked about those. */
  statusAsked?: string;
  /** The day that it has, and whether it may do without. */
  day?: { label: string; optional?: true };
  /** How many people it is about, of a kind that has a number. */
  people?: string;
  /** Of a kind that is with somebody else: what is asked about them. Its reference is then optional. */
  told?: { agency: string; agencyHint: string; noAgency: string };
};

/** Records kept elsewhere that a submission may belong to, and what else came of it. */
export const recordKinds = {
  visit: { a: 'a visit', label: 'Visit', reference: null, day: { label: 'Date of the visit' } },
  warrant: { a: 'a warrant', label: 'Warrant', reference: null, day: { label: 'Date of the warrant' } },
  arrests: {
    a: 'arrests',
    label: 'Arrests',
    reference: null,
    day: { label: 'Date of the arrests' },
    people: 'How many people were arrested?',
  },
  safeguarded: {
    a: 'people safeguarded',
    label: 'People safeguarded',
    reference: null,
    day: { label: 'Date on which they were safeguarded' },
    people: 'How many people were safeguarded?',
  },
  disruption: {
    a: 'a disruption',
    label: 'Disruption',
    reference: null,
    day: { label: 'Date of the disruption' },
  },
  crime: {
    a: 'a crime number',
    label: 'Crime number',
    reference: 'Crime number',
    example: 'For example, 20BE/12345X/16',
    day: { label: 'Date on which the crime was recorded', optional: true },
  },
  incident_log: {
    a: 'an incident log number',
    label: 'Incident log number',
    reference: 'Log number',
    example: 'For example, 1234 of 18/01/16',
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
    day: { label: 'Date of the referral', optional: true },
  },
  duty_to_notify: {
    a: 'a duty to notify report',
    label: 'Duty to notify report',
    reference: 'Duty to notify reference',
    example: 'The reference under which it was sent',
    statuses: { sent: 'Sent', acknowledged: 'Receipt confirmed', replaced: 'Replaced by an NRM referral' },
    day: { label: 'Date of the report', optional: true },
  },
  safeguarding: {
    a: 'a safeguarding referral',
    label: 'Safeguarding referral',
    reference: 'Reference of the referral',
    example: 'If the agency gave one',
    day: { label: 'Date of the referral' },
    told: {
      agency: 'Agency',
      agencyHint: 'For example, children’s services of a council. Not the name of a person',
      noAgency: 'Enter the agency that has the referral',
    },
  },
  passed_on: {
    a: 'a note of who was told elsewhere',
    label: 'Passed on',
    reference: 'Their reference',
    example: 'If they gave one',
    statuses: means,
    statusAsked: 'How were they told?',
    day: { label: 'Date on which they were told' },
    told: {
      agency: 'Force or agency that was told',
      agencyHint: 'With the role or post there. Not the name of a person',
      noAgency: 'Enter which force or agency was told',
    },
  },
} as const satisfies Record<string, KindWords>;
export type RecordKind = keyof typeof recordKinds;

export const recordKindCodes = Object.keys(recordKinds) as RecordKind[];

export const isRecordKind = (code: string): code is RecordKind => Object.hasOwn(recordKinds, code);

export const wordsOf = (kind: RecordKind): KindWords => recordKinds[kind];

export const statusesOf = (kind: RecordKind): Readonly<Record<string, string>> =>
  wordsOf(kind).statuses ?? {};

/** How a referral stands that was only just made or named. */
export function firstStatus(kind: RecordKind): string | null {
  if (kind === 'nrm') return 'referred';
  return kind === 'duty_to_notify' ? 'sent' : null;
}

/** What comes of a report, in the order in which it is asked for; the rest is where it is kept or who has it. */
export const resultKinds = [
  'visit',
  'warrant',
  'arrests',
  'safeguarded',
  'nrm',
  'duty_to_notify',
  'crime',
  'disruption',
] as const satisfies readonly RecordKind[];
export type ResultKind = (typeof resultKinds)[number];

export const isResultKind = (kind: string): kind is ResultKind => resultKinds.some((each) => each === kind);

/** The plan asks for a crime report for every referral: whether one has none. */
export const lacksCrime = (kinds: readonly string[]): boolean =>
  kinds.some((kind) => kind === 'nrm' || kind === 'duty_to_notify') && !kinds.includes('crime');

/** The longest texts of a record link, in characters, and the most people. */
export const recordLimits = { reference: 50, agency: 100, note: 500, reason: 500, people: 999 } as const;

/** Links that one submission may have, those removed included: more belong in a system of their own. */
export const mostRecords = 50;
