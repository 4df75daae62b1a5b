import { charactersOrLess } from '../../kernel/text-limits.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';
import { dangers, type Danger } from './supplement.ts';

/** What a partner happens to see again of a report that they sent: asked on three short pages, in this order. */
export const sightingSteps = ['when', 'where', 'what'] as const;
export type SightingStep = (typeof sightingSteps)[number];

export const sightingDays = ['today', 'yesterday', 'other'] as const;
export const sightingPlaces = ['same', 'another'] as const;

/** The longest answers, in characters. */
export const sightingLimits = { time: 50, place: 500, what: 4000 } as const;

/** So many in a month, and FIB decides whether to ask the partner to stop looking. */
export const sightingsOfConcern = 3;

/** As it is typed, all three pages together. */
export type WrittenSighting = {
  day: string;
  seenOn: DateBoxes;
  time: string;
  where: string;
  place: string;
  danger: string;
  what: string;
};

type Sighting = { seenOn: string; time: string; place: string | null; danger: Danger; what: string };

/** `step`: the first page on which something is wrong. */
type SightingRead =
  { ok: true; sighting: Sighting } | { ok: false; step: SightingStep; errors: Record<string, string> };

/** Reads the pages up to `last`; what comes after it is not asked yet. `today` is the day of the force, "2016-01-18". */
export function readSighting(written: WrittenSighting, today: string, last: SightingStep): SightingRead {
  const seenOn = dayOf(written, today);
  const checks: Record<SightingStep, Record<string, string>> = {
    when: whenErrors(written, seenOn, today),
    where: whereErrors(written),
    what: whatErrors(written),
  };
  for (const step of sightingSteps.slice(0, sightingSteps.indexOf(last) + 1))
    if (Object.keys(checks[step]).length > 0) return { ok: false, step, errors: checks[step] };
  const sighting = {
    seenOn: seenOn ?? today,
    time: written.time.trim(),
    place: written.where === 'another' ? written.place.trim() : null,
    danger: dangers.find((danger) => danger === written.danger) ?? 'no',
    what: written.what.replace(/\r\n?/g, '\n').trim(),
  };
  return { ok: true, sighting };
}

const samePlace = 'the same place as in the report';

/** As officers read it, and as it is searched and matched. */
export function sightingInWords({ seenOn, time, place, what }: Sighting): string {
  const [year, month, day] = seenOn.split('-').map(Number);
  const at = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year ?? 0, (month ?? 1) - 1, day),
  );
  return [
    `Seen again: ${at}${time === '' ? '' : `, ${time}`}`,
    `Where: ${place ?? samePlace}`,
    '',
    what,
  ].join('\n');
}

/** The words of `sightingInWords` taken apart, so that its sender reads them in their own language; null of any other text. */
export function sightingFromWords(text: string): { at: string; place: string | null; what: string } | null {
  const [, at, place, what] = /^Seen again: (.+)\nWhere: (.+)\n\n([^]+)$/.exec(text) ?? [];
  if (at === undefined || place === undefined || what === undefined) return null;
  return { at, place: place === samePlace ? null : place, what };
}

function dayOf({ day, seenOn }: WrittenSighting, today: string): string | null {
  if (day === 'today') return today;
  if (day === 'other') return readWrittenDate(seenOn);
  if (day !== 'yesterday') return null;
  return new Date(Date.parse(`${today}T00:00:00Z`) - 24 * 60 * 60_000).toISOString().slice(0, 10);
}

function whenErrors(
  { day, seenOn, time }: WrittenSighting,
  read: string | null,
  today: string,
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!sightingDays.some((known) => known === day)) errors['day'] = 'Select when you saw it';
  else if (read === null)
    errors['seenOn'] = isBlankDate(seenOn)
      ? 'Enter the day on which you saw it'
      : 'The day on which you saw it must be a real date';
  else if (read > today) errors['seenOn'] = 'The day on which you saw it must be today or in the past';
  if (time.trim().length > sightingLimits.time)
    errors['time'] = `Time must be ${charactersOrLess(sightingLimits.time)}`;
  return errors;
}

function whereErrors({ where, place }: WrittenSighting): Record<string, string> {
  if (!sightingPlaces.some((known) => known === where)) return { where: 'Select where you saw it' };
  if (where === 'another' && place.trim() === '') return { place: 'Enter where you saw it' };
  if (place.trim().length > sightingLimits.place)
    return { place: `Where you saw it must be ${charactersOrLess(sightingLimits.place)}` };
  return {};
}

function whatErrors({ danger, what }: WrittenSighting): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!dangers.some((known) => known === danger)) errors['danger'] = 'Select whether anyone is in danger';
  if (what.trim() === '') errors['what'] = 'Enter what you saw';
  else if (what.length > sightingLimits.what)
    errors['what'] = `What you saw must be ${charactersOrLess(sightingLimits.what)}`;
  return errors;
}
