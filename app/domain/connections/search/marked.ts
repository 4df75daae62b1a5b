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
