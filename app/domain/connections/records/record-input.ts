import { z } from 'zod';
import { boxes, expectedVersion, shownAtTimes } from '../../kernel/fields.ts';
import type { Id } from '../../kernel/id.ts';
import { charactersOrLess } from '../../kernel/text-limits.ts';
import { blankDate, isBlankDate, readWrittenDate } from '../../kernel/written-date.ts';
import { isResultKind, recordLimits, statusesOf, wordsOf, type RecordKind } from './record-kinds.ts';
import { readReference } from './record-reference.ts';

/** The form of a record link, as typed. A kind without a field does not show it. */
export const recordForm = z.object({
  agency: shownAtTimes(),
  people: shownAtTimes(),
  datedOn: boxes().default(blankDate),
  reference: shownAtTimes(),
  status: shownAtTimes(),
  /** The id of the item that it came of; empty for the submission as a whole. */
  item: shownAtTimes(),
  note: shownAtTimes(),
});
export type WrittenRecord = z.output<typeof recordForm>;

export const blankRecord: WrittenRecord = {
  agency: '',
  datedOn: blankDate,
  people: '',
  reference: '',
  status: '',
  item: '',
  note: '',
};

/** The page of a link: it is written anew, or removed. */
export const editForm = z.discriminatedUnion('intent', [
  recordForm.extend({ intent: z.literal('change'), expectedVersion: expectedVersion() }),
  z.object({ intent: z.literal('remove'), expectedVersion: expectedVersion(), reason: z.string() }),
]);

/** A day is "2016-01-18". */
export type RecordFields = {
  reference: string | null;
  status: string | null;
  agency: string | null;
  datedOn: string | null;
  people: number | null;
  itemId: Id<'IntelligenceItem'> | null;
  note: string | null;
};

type Problems = Partial<Record<keyof WrittenRecord, string>>;
/** An item of the submission, by which somebody chooses it. */
export type ItemOf = { id: Id<'IntelligenceItem'>; number: number };

/**
 * The fields of a record link of this kind, or what is wrong with them. `today` is the force's day, "2016-01-18"; `items`
 * are those of the submission.
 */
export function readRecord(
  kind: RecordKind,
  written: WrittenRecord,
  { today, items }: { today: string; items: readonly ItemOf[] },
): { fields: RecordFields; problems: null } | { fields: null; problems: Problems } {
  const problems: Problems = {};
  const fields: RecordFields = {
    reference: null,
    status: null,
    agency: null,
    datedOn: null,
    people: null,
    itemId: null,
    note: null,
  };
  const { told, day, people, reference } = wordsOf(kind);

  if (reference !== null && (written.reference.trim() || !told)) {
    const problem = referenceProblem(reference, written.reference);
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
  }
  if (day && !(day.optional && isBlankDate(written.datedOn))) {
    fields.datedOn = readWrittenDate(written.datedOn);
    const problem = dayProblem(day.label, written.datedOn, today);
    if (problem) problems.datedOn = problem;
  }
  if (people) {
    const typed = written.people.trim();
    const number = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
    if (number >= 1 && number <= recordLimits.people) fields.people = number;
    else
      problems.people = typed
        ? `Number of people must be a whole number from 1 to ${recordLimits.people}`
        : 'Enter how many people';
  }
  if (isResultKind(kind) && written.item !== '') {
    fields.itemId = items.find(({ id }) => id === written.item)?.id ?? null;
    if (fields.itemId === null) problems.item = 'Select the item that it came of';
  }
  fields.note = written.note.trim() || null;
  if (fields.note && fields.note.length > recordLimits.note)
    problems.note = `Note must be ${charactersOrLess(recordLimits.note)}`;
  return Object.keys(problems).length > 0 ? { fields: null, problems } : { fields, problems: null };
}

/** What is wrong with a day that has been: "Date of the visit must be today or in the past". */
export function dayProblem(label: string, written: WrittenRecord['datedOn'], today: string): string | null {
  const read = readWrittenDate(written);
  if (isBlankDate(written)) return `Enter the ${inSentence(label)}`;
  if (read === null) return `${label} must be a real date, like 18 1 2016`;
  return read > today ? `${label} must be today or in the past` : null;
}

function referenceProblem(name: string, written: string): string | null {
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
