/** A stretch of the text. */
export type Place = { start: number; end: number };

/**
 * The patterns searched for. Every quantifier has an upper bound, so that the work at each place of a text is bounded
 * and the whole is linear in its length, whatever is posted.
 */
export const patterns = {
  email: /[\w.+'-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/giu,
  phone: /(?<!\d)(?:\+|0|44)[ ().-]{0,2}\d?(?:[ ().-]{0,2}\d){8,13}(?!\d)/gu,
  postcode: /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}(?![a-z\d])/giu,
  clockTime: /(?<![£$€\d.:/-])(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:am|pm|hrs|hours))?(?![.:/]?\d)/giu,
  hourOfDay: /(?<![\d.:])(?:1[0-2]|0?[1-9]) ?(?:am|pm|a\.m|p\.m)(?![a-z\d])/giu,
  militaryTime: /(?<!\d)(?:[01]\d|2[0-3])[0-5]\d ?(?:hrs|hours)(?![a-z\d])/giu,
};

export function* matchesOf(pattern: RegExp, text: string): Generator<Place & { written: string }> {
  for (const match of text.matchAll(pattern))
    yield { start: match.index, end: match.index + match[0].length, written: match[0] };
}

/** The longest quotation looked for, in characters: further apart, two marks are taken for strays. */
const longestQuotation = 400;

const closing: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '”',
  '«': '»',
  '‘': '’',
  "'": "'",
};
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Quotations with their marks. A single mark opens only before a word and closes only after one: else it is an apostrophe. */
export function quotationsOf(text: string): Place[] {
  const found: Place[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const mark = text[start] ?? '';
    const close = closing[mark];
    if (close === undefined) continue;
    const single = mark === "'" || mark === '‘';
    if (single && (isLetter(text[start - 1]) || !isLetter(text[start + 1]))) continue;
    const limit = Math.min(text.length, start + longestQuotation);
    for (let end = start + 2; end < limit; end += 1) {
      if (text[end] !== close || (single && isLetter(text[end + 1]))) continue;
      found.push({ start, end: end + 1 });
      start = end;
      break;
    }
  }
  return found;
}
