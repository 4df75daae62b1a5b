import { numberSaid, textSaid, type SaidEntry } from './said.ts';

/**
 * A number of people as well as it is known. `words` is how it is stored and read; `most` the largest number that it
 * speaks of, which beds and interpreters are planned by, null where there is none.
 */
export type PeopleEstimate = { words: string; most: number | null };

/** No place of one report holds more. */
const mostPeople = 5000;

const about = /^(?:about|around|roughly|approximately|approx\.?|circa|c\.?|~|maybe|perhaps|some)\s*/;
const atLeast = /^(?:at least|more than|over|from)\s+(\d+)$|^(\d+)\s*(?:\+|or more|and more)$/;
const upTo = /^(?:up to|at most|no more than|not more than|less than|fewer than|under)\s+(\d+)$/;
const between = /^(?:between\s+|from\s+)?(\d+)\s*(?:-|–|—|to|and|or)\s*(\d+)$/;
const notKnown = /^(?:not known|unknown|not sure|unsure|do not know|don['’]t know|no idea|\?+)$/;

const reads = (number: number) => Number.isSafeInteger(number) && number <= mostPeople;

/** Reads "8", "about 8", "8 to 10", "8-10", "at least 20", "up to 12" and "not known"; null for anything else. */
export function readEstimate(written: string): PeopleEstimate | null {
  const said = written
    .toLowerCase()
    .replace(/\s*\b(?:people|persons?|men|women|children)\b\s*$/, '')
    .replace(/(\d),(\d{3})\b/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
  if (notKnown.test(said)) return { words: 'not known', most: null };
  const roughly = about.test(said);
  const rest = said.replace(about, '');
  const prefix = roughly ? 'about ' : '';
  if (/^\d+$/.test(rest)) return estimate(`${prefix}${Number(rest)}`, Number(rest));
  const range = between.exec(rest);
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])].sort((one, other) => one - other);
    return estimate(`${prefix}${low} to ${high}`, high ?? 0);
  }
  const least = atLeast.exec(rest);
  if (least) {
    const number = Number(least[1] ?? least[2]);
    return estimate(`${/^(?:more than|over)/.test(rest) ? 'more than' : 'at least'} ${number}`, number);
  }
  const most = upTo.exec(rest);
  if (!most) return null;
  const number = Number(most[1]);
  return estimate(`${/^(?:less|fewer|under)/.test(rest) ? 'fewer than' : 'up to'} ${number}`, number);
}

const estimate = (words: string, most: number): PeopleEstimate | null =>
  reads(most) ? { words, most } : null;

/** The most people thought to be at a place: a number, or as well as it is known. `place` is an entry of what is said. */
export function peopleAt(place: SaidEntry): number | null {
  const estimate = textSaid(place, 'place.people');
  return (
    numberSaid(place, 'place.people') ?? (estimate === null ? null : readEstimate(estimate)?.most) ?? null
  );
}
