import { matchesOf, patterns } from '#app/domain/kernel/text-patterns.ts';
import {
  normalisedEmail,
  normalisedPhone,
  normalisedPostcode,
  normalisedRegistration,
  normalisedWebsite,
} from '../../kernel/normalise.ts';

/** What stands in a text, as it was written and as it is matched. */
export type Mention = { written: string; normalised: string };

export type Mentions = {
  vehicles: Mention[];
  phones: Mention[];
  postcodes: Mention[];
  emails: Mention[];
  websites: Mention[];
};

/**
 * British marks, with `?` for what is not known: since 2001 ("BX12 ABC", however it is written), and in capitals the forms
 * before it ("K123 ABC", "ABC 123M"). The name of a road ("M25 AND") is none.
 */
const marks = [
  /(?<![a-z\d?])(?=[a-z\d]*\d)[a-z?]{2}[\d?]{2} ?[a-z?]{3}(?![a-z\d?])/giu,
  /(?<![A-Za-z\d?])(?![ABM]\d{1,3} )[A-Z]\d{1,3} ?[A-Z]{3}(?![A-Za-z\d?])/gu,
  /(?<![A-Za-z\d?])[A-Z]{3} ?\d{1,3}[A-Z](?![A-Za-z\d?])/gu,
];

/** With "http" or "www." in front: a full stop without a space after it is no address. */
const website =
  /(?<![\w@.])(?:https?:\/\/|www\.)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}(?:\/[\w./?=&%#~+-]{0,200})?/giu;

/** The last two letters of a postcode are never some: "M25 9am" is a road and a time. "M6 3rd" is a road and a day. */
const isInward = (letters: string): boolean =>
  !/[cikmov]/i.test(letters) && !/^(?:st|nd|rd|th)$/.test(letters);

/** As many of each as one text may give. */
const most = 20;

/**
 * What a text of a partner gives to match: only what its own form shows, registration marks, telephone numbers, whole
 * postcodes, email and web addresses. Names and addresses stay words, as a sentence does not say whose they are (decision
 * 0036).
 */
export function mentionsIn(text: string): Mentions {
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
    emails: distinct(written(patterns.email, text), normalisedEmail),
    websites: distinct(
      written(website, text).map((each) => each.replace(/[.?]+$/, '')),
      normalisedWebsite,
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

/** The mentions that pass; and how many do not. A registration mark names nobody who told. */
export function withoutTelling(
  mentions: Mentions,
  tells: (written: string) => boolean,
): { open: Mentions; left: number } {
  const closed = (some: Mention[]) => some.filter(({ written: each }) => !tells(each));
  const open = {
    vehicles: mentions.vehicles,
    phones: closed(mentions.phones),
    postcodes: closed(mentions.postcodes),
    emails: closed(mentions.emails),
    websites: closed(mentions.websites),
  };
  const count = (some: Mentions) => Object.values(some).reduce((sum, { length }) => sum + length, 0);
  return { open, left: count(mentions) - count(open) };
}
