import { textSaid, type Said } from '../../form/said.ts';
import { firstStatus, type RecordKind } from './record-kinds.ts';
import { readReference, referenceKey } from './record-reference.ts';

/** The answers of a partner that may name a record elsewhere, by the meaning of the question. */
export const givenQuestions = [
  'record.crimeNumber',
  'record.policeLog',
  'record.emergencyLog',
  'record.referralReference',
  'record.safeguarding',
] as const;
export type GivenQuestion = (typeof givenQuestions)[number];

/** A record that the partner named. `ready`: it reads as a whole link, which an officer may confirm as it is. */
export type GivenRecord = {
  question: GivenQuestion;
  kind: RecordKind;
  text: string;
  ready: { reference: string; status: string | null } | null;
};

/**
 * The references that the partner gave and nobody has recorded yet. One that an officer recorded, changed or removed is
 * answered and does not come back. A referral says in free words to whom and when, so an officer writes its link.
 */
export function givenRecords(
  report: Said,
  recorded: readonly { kind: string; reference: string | null; givenByPartner: boolean }[],
): GivenRecord[] {
  const found = givenQuestions.flatMap((question) => givenBy(report, question));
  return found.filter((given, index) => {
    const known = recorded.some((link) => kindsOf(given).includes(link.kind) && answersTo(link, given));
    const before = found.slice(0, index).some((other) => sameRecord(other, given));
    return !known && !before;
  });
}

function givenBy(report: Said, question: GivenQuestion): GivenRecord[] {
  const text = textSaid(report, question)?.trim();
  if (!text) return [];
  const kind = kindOf(report, question);
  const reference = readReference(text);
  const unclear =
    question === 'record.referralReference' &&
    !statedKinds.includes(textSaid(report, 'record.referral') ?? '');
  const plain = kind === 'safeguarding' || reference === null || unclear;
  return [{ question, kind, text, ready: plain ? null : { reference, status: firstStatus(kind) } }];
}

/** The answers that say to which of the two a reference belongs. */
const statedKinds: readonly string[] = ['nrm', 'duty_to_notify'];

/** Where the partner did not say which of the two it is, an officer may have recorded it as either. */
const kindsOf = ({ question, kind }: GivenRecord): readonly string[] =>
  question === 'record.referralReference' ? statedKinds : [kind];

function kindOf(report: Said, question: GivenQuestion): RecordKind {
  switch (question) {
    case 'record.crimeNumber':
      return 'crime';
    case 'record.policeLog':
    case 'record.emergencyLog':
      return 'incident_log';
    case 'record.safeguarding':
      return 'safeguarding';
    case 'record.referralReference':
      return textSaid(report, 'record.referral') === 'duty_to_notify' ? 'duty_to_notify' : 'nrm';
  }
}

function answersTo(
  link: { reference: string | null; givenByPartner: boolean },
  { kind, text }: GivenRecord,
): boolean {
  if (kind === 'safeguarding') return true;
  return link.reference !== null && referenceKey(link.reference) === referenceKey(text);
}

const sameRecord = (one: GivenRecord, other: GivenRecord): boolean =>
  one.kind === other.kind && referenceKey(one.text) === referenceKey(other.text);
