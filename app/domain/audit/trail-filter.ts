import type { Id } from '#app/domain/kernel/id.ts';
import { dayAfter, instantOf } from '../kernel/local-time.ts';
import { isId } from '../kernel/id.ts';
import { parseReference } from '../kernel/reference.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../kernel/written-date.ts';
import { isAuditType } from './event-words.ts';
import type { AuditType } from './events.ts';

/** The place of an event in the trail: what comes after it happened earlier. */
export type TrailPlace = { happenedAt: Date; id: bigint };

/** In place of a kind: all of `readingTypes`. */
export const everyReading = 'readings';

/**
 * The filters of the trail; null leaves a field open. `from` and `to` are instants, the last without. Of `reference`
 * everything counts that belongs to the report: its draft, files, items, disseminations and tasks.
 */
export type TrailFilter = {
  /** One kind, or every reading of something of a report. */
  type: AuditType | typeof everyReading | null;
  subjectId: string | null;
  reference: string | null;
  actorId: Id<'Account'> | null;
  from: Date | null;
  to: Date | null;
  before: TrailPlace | null;
};

export type TrailField = 'person' | 'type' | 'reference' | 'from' | 'to' | 'subject';

/** The filters as they were asked for, by the fields of the page. */
export const trailFields = [
  'person',
  'actor',
  'type',
  'reference',
  'subject',
  'from-day',
  'from-month',
  'from-year',
  'to-day',
  'to-month',
  'to-year',
] as const;
export type TrailValues = Record<(typeof trailFields)[number], string>;

/** `filter` is null while something cannot be used: then nothing is read. `person` is a name that is still to be found. */
export type TrailFilterRead = {
  filter: TrailFilter | null;
  person: string | null;
  values: TrailValues;
  errors: { field: TrailField; message: string }[];
};

export const longestPerson = 100;

/** Reads the filters from an address. A broken `before` begins at the newest event. */
export function readTrailFilter(asked: (name: string) => string | null): TrailFilterRead {
  const values = Object.fromEntries(
    trailFields.map((name) => [name, asked(name)?.trim() ?? '']),
  ) as TrailValues;
  const { type, subject, actor, person } = values;
  const errors: TrailFilterRead['errors'] = [];
  const wrong = (field: TrailField, message: string) => {
    errors.push({ field, message });
    return null;
  };
  if (person.length > longestPerson) wrong('person', `The name must be ${longestPerson} characters or fewer`);
  const kind = type === everyReading || isAuditType(type) ? type : null;
  if (type !== '' && kind === null) wrong('type', 'Select a kind of event from the list');
  const reference =
    values.reference === ''
      ? null
      : (parseReference(values.reference) ?? wrong('reference', 'Enter a reference like AB3-CD4EF'));
  const day = (field: 'from' | 'to', what: string): string | null => {
    const boxes = boxesOf(values, field);
    if (isBlankDate(boxes)) return null;
    return readWrittenDate(boxes) ?? wrong(field, `The ${what} day must be a real date, like 18 1 2016`);
  };
  const [from, to] = [day('from', 'first'), day('to', 'last')];
  if (from !== null && to !== null && to < from)
    wrong('to', 'The last day must be the same as or after the first day');
  if (subject !== '' && !isId(subject)) wrong('subject', 'Choose what the events are about from the list');
  const named = person !== '' ? person : null;
  if (errors.length > 0) return { filter: null, person: named, values, errors };
  return {
    filter: {
      type: kind,
      subjectId: subject || null,
      reference,
      // An emptied name is nobody any more; a link to somebody's events brings none.
      actorId: isId<'Account'>(actor) && asked('person')?.trim() !== '' ? actor : null,
      from: from === null ? null : midnight(from),
      to: to === null ? null : midnight(dayAfter(to, 1)),
      before: readPlace(asked('before') ?? ''),
    },
    person: named,
    values,
    errors,
  };
}

const boxesOf = (values: TrailValues, field: 'from' | 'to'): DateBoxes => ({
  day: values[`${field}-day`],
  month: values[`${field}-month`],
  year: values[`${field}-year`],
});

/** The instant a day begins in the force's time; the clocks never go forward over it. */
const midnight = (day: string): Date | null => instantOf({ day, minutes: 0 }, 'earlier');

export const writePlace = ({ happenedAt, id }: TrailPlace): string => `${happenedAt.getTime()}.${id}`;

/** A place as `writePlace` wrote it; null for anything else. */
export function readPlace(written: string): TrailPlace | null {
  const [, at, id] = /^(\d{1,14})\.(\d{1,18})$/.exec(written) ?? [];
  return at === undefined || id === undefined ? null : { happenedAt: new Date(Number(at)), id: BigInt(id) };
}
