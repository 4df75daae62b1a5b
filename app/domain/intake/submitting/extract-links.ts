import { namedEntry, type Entry } from '#app/domain/form/entries.ts';
import { answerSaid, entriesSaid, textSaid, type Said } from '#app/domain/form/said.ts';

type LinkEnd = 'person' | 'place' | 'vehicle' | 'organisation' | 'contact';

export type LinkRow = {
  position: number;
  from_kind: LinkEnd;
  from_position: number;
  /** Code of the form: "drives", "lives_at" and so on. */
  kind: string;
  to_kind: LinkEnd;
  to_position: number;
  note: string | null;
};

const ends: readonly string[] = ['person', 'place', 'vehicle', 'organisation', 'contact'] satisfies LinkEnd[];
const isEnd = (item: string): item is LinkEnd => ends.includes(item);

/** The position of the row that an entry became; undefined for one that became none. */
type EntryPositions = (entry: Entry) => number | undefined;

/**
 * Links between rows of the submission. A link to something that became no row is left out, as it stays in the answers.
 */
export function linkRows(report: Said, positionOf: EntryPositions): LinkRow[] {
  const endOf = (key: unknown): { kind: LinkEnd; position: number } | null => {
    const entry = namedEntry(report, key);
    if (entry === null || !isEnd(entry.sectionId)) return null;
    const kind = entry.sectionId;
    const position = positionOf(entry);
    return position === undefined ? null : { kind, position };
  };
  return entriesSaid(report, 'link')
    .flatMap((item) => {
      const from = endOf(answerSaid(item, 'link.from'));
      const to = endOf(answerSaid(item, 'link.to'));
      const kind = textSaid(item, 'link.kind');
      if (from === null || to === null || kind === null) return [];
      return [
        {
          from_kind: from.kind,
          from_position: from.position,
          kind,
          to_kind: to.kind,
          to_position: to.position,
          note: textSaid(item, 'link.note'),
        },
      ];
    })
    .map((link, index) => ({ position: index + 1, ...link }));
}
