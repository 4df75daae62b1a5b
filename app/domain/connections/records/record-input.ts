import { z } from 'zod';
import { boxes, shownAtTimes } from '../../kernel/fields.ts';
import { charactersOrLess } from '../../kernel/text-limits.ts';
import { blankDate, isBlankDate, readWrittenDate } from '../../kernel/written-date.ts';
import { recordLimits, statusesOf, wordsOf, type RecordKind } from './record-kinds.ts';
import { readReference } from './record-reference.ts';

/** The form of a record link, as typed. A kind without a field does not show it. */
export const recordForm = z.object({
  agency: shownAtTimes(),
  datedOn: boxes().default(blankDate),
  reference: z.string(),
  status: shownAtTimes(),
  note: z.string(),
});
export type WrittenRecord = z.output<typeof recordForm>;

/** A day is "2016-01-18". */
export type RecordFields = {
  reference: string | null;
  status: string | null;
  agency: string | null;
  datedOn: string | null;
  note: string | null;
};

type Problems = Partial<Record<keyof WrittenRecord, string>>;

/** The fields of a record link of this kind, or what is wrong with them. `today` is the force's day, "2016-01-18". */
export function readRecord(
  kind: RecordKind,
  written: WrittenRecord,
  today: string,
): { fields: RecordFields; problems: null } | { fields: null; problems: Problems } {
  const problems: Problems = {};
  const fields: RecordFields = { reference: null, status: null, agency: null, datedOn: null, note: null };
  const { told } = wordsOf(kind);

  if (written.reference.trim() || !told) {
    const problem = referenceProblem(kind, written.reference);
    if (problem) problems.reference = problem;
    else fields.reference = readReference(written.reference);
  }
  if (Object.keys(statusesOf(kind)).length > 0) {
    if (Object.hasOwn(statusesOf(kind), written.status)) fields.status = written.status;
    else problems.status = told ? 'Select how they were told' : 'Select how it stands';
  }
  if (told) {
    fields.agency = written.agency.trim();
    if (!fields.agency) problems.agency = told.noAgency;
    else if (fields.agency.length > recordLimits.agency)
      problems.agency = `${told.agency} must be ${charactersOrLess(recordLimits.agency)}`;
    fields.datedOn = readWrittenDate(written.datedOn);
    if (isBlankDate(written.datedOn)) problems.datedOn = `Enter the ${inSentence(told.day)}`;
    else if (fields.datedOn === null) problems.datedOn = `${told.day} must be a real date, like 18 1 2016`;
    else if (fields.datedOn > today) problems.datedOn = `${told.day} must be today or in the past`;
  }
  fields.note = written.note.trim() || null;
  if (fields.note && fields.note.length > recordLimits.note)
    problems.note = `Note must be ${charactersOrLess(recordLimits.note)}`;
  return Object.keys(problems).length > 0 ? { fields: null, problems } : { fields, problems: null };
}

function referenceProblem(kind: RecordKind, written: string): string | null {
  const name = wordsOf(kind).reference;
  if (!written.trim()) return `Enter the ${inSentence(name)}`;
  if (written.trim().length > recordLimits.reference)
    return `${name} must be ${charactersOrLess(recordLimits.reference)}`;
  return readReference(written) === null
    ? `${name} must have a number in it, and only letters, numbers, spaces and / - . : # ( )`
    : null;
}

/** "Log number" within a sentence; an abbreviation keeps its capitals. */
const inSentence = (name: string): string =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
