import { matchesOf, patterns } from '#app/domain/kernel/text-patterns.ts';
import { normalisedPhone, normalisedPostcode, normalisedRegistration } from '../../kernel/normalise.ts';

/** A registration mark, a telephone number or a postcode as it was written, and as it is matched. */
export type Mention = { written: string; normalised: string };

/**
 * British marks, with `?` for what is not known: since 2001 ("BX12 ABC", however it is written), and in capitals the forms
 * before it ("K123 ABC", "ABC 123M"). The name of a road ("M25 AND") is none.
 */
const marks = [
  /(?<![a-z\d?])(?=[a-z\d]*\d)[a-z?]{2}[\d?]{2} ?[a-z?]{3}(?![a-z\d?])/giu,
  /(?<![A-Za-z\d?])(?![ABM]\d{1,3} )[A-Z]\d{1,3} ?[A-Z]{3}(?![A-Za-z\d?])/gu,
  /(?<![A-Za-z\d?])[A-Z]{3} ?\d{1,3}[A-Z](?![A-Za-z\d?])/gu,
];

/** The last two letters of a postcode are never some: "M25 9am" is a road and a time. "M6 3rd" is a road and a day. */
const isInward = (letters: string): boolean =>
  !/[cikmov]/i.test(letters) && !/^(?:st|nd|rd|th)$/.test(letters);

/** As many of each as one text may give. */
const most = 20;

/**
 * What a text that a partner added gives to match: only what its own form shows, registration marks, telephone numbers and
 * whole postcodes. Names and addresses stay words, as a sentence does not say whose they are (decision 0036).
 */
export function readAddition(text: string): { vehicles: Mention[]; phones: Mention[]; postcodes: Mention[] } {
  return {
    vehicles: distinct(
      marks.flatMap((pattern) => written(pattern, text)),
      normalisedRegistration,
    ),
    phones: distinct(written(patterns.phone, text), normalisedPhone),
    postcodes: distinct(
      written(patterns.postcode, text).filter((each) => isInward(each.slice(-2))),
      normalisedPostcode,
    ),
  };
}

const written = (pattern: RegExp, text: string): string[] =>
  [...matchesOf(pattern, text)].map((match) => match.written.trim());

function distinct(found: readonly string[], normalise: (written: string) => string | null): Mention[] {
  const mentions = new Map<string, Mention>();
  for (const each of found) {
    const normalised = normalise(each);
    if (normalised !== null && !mentions.has(normalised))
      mentions.set(normalised, { written: each, normalised });
  }
  return [...mentions.values()].slice(0, most);
}
