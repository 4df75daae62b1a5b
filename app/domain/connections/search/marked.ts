/** Two characters of private use, which stand for nothing in any text: what is between them was looked for. */
export const MARK_START = '\uE000';
export const MARK_END = '\uE001';

/** Stands for `<`, since the database takes what follows one for a tag and leaves it out. */
export const LESS_THAN = '\uE002';

export type Piece = { text: string; found: boolean };

/** A headline of the database as pieces, so that a page marks what was found and never takes a text for HTML. */
export function piecesOf(headline: string): Piece[] {
  const pieces: Piece[] = [];
  let found = false;
  for (const part of headline.split(/([\uE000\uE001])/)) {
    if (part === MARK_START) found = true;
    else if (part === MARK_END) found = false;
    else if (part !== '') pieces.push({ text: part.replaceAll(LESS_THAN, '<'), found });
  }
  return pieces;
}

/** A quote has two sentences at most, and of a longer sentence these many words. */
const mostWords = 24;
/** Of a longer sentence, as many before the first word that was looked for. */
const wordsBefore = 8;

/** Of a whole text in which words are marked: the first sentence that has one, and the next that has one or follows it. */
export function quoteOf(marked: string): string {
  const sentences = marked.trim().split(/(?<=[.!?]["”’)]?)\s+|\s*\n\s*/);
  const isFound = (sentence: string) => sentence.includes(MARK_START);
  const first = Math.max(sentences.findIndex(isFound), 0);
  const later = sentences.findIndex((sentence, place) => place > first && isFound(sentence));
  const second = later > 0 ? later : first + 1;
  return [sentences[first], sentences[second]]
    .flatMap((sentence) => (sentence ? [shortenedAround(sentence)] : []))
    .join(second === first + 1 ? ' ' : ' … ');
}

function shortenedAround(sentence: string): string {
  const words = sentence.split(/\s+/);
  if (words.length <= mostWords) return sentence;
  const found = words.findIndex((word) => word.includes(MARK_START));
  const start = Math.min(Math.max(found - wordsBefore, 0), words.length - mostWords);
  const end = start + mostWords;
  return `${start > 0 ? '… ' : ''}${words.slice(start, end).join(' ')}${end < words.length ? ' …' : ''}`;
}
