/** Where the next page of a list of tasks begins: the day by which the last one shown is due or the instant it ended, and its id. */
export type TaskCursor = { at: Date; id: string };

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const written = new RegExp(`^(\\d{13})-(${id})$`);

export const encodeTaskCursor = ({ at, id: last }: TaskCursor): string =>
  `${String(at.getTime()).padStart(13, '0')}-${last}`;

/** Null for anything else than a cursor: the list then begins at its top. */
export function decodeTaskCursor(text: string | null): TaskCursor | null {
  const [, at, last] = written.exec(text ?? '') ?? [];
  return at === undefined || last === undefined ? null : { at: new Date(Number(at)), id: last };
}
