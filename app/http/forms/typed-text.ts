/**
 * What nobody types on purpose and what changes how text around it is read: NUL; the marks that turn the direction of
 * what follows (U+202A–202E, U+2066–2069), with which a name can be made to read as another; and characters without width
 * that only divide words (U+200B, U+2060, U+FEFF). Joiners and marks of direction of a single letter stay: scripts need them.
 */
const unwanted = /[\0\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** Text as a form takes it: without those, and with one kind of line break. */
export function typedText(posted: string): string {
  return posted.replace(unwanted, '').replace(/\r\n?/g, '\n');
}
