import { answerOf, itemsOf, textAnswer } from '#app/domain/form/answers.ts';
import { namedEntry } from '#app/domain/form/entries.ts';
import type { OpenAnswers } from '#app/domain/form/source-identity.ts';

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

const ends: Readonly<Record<string, LinkEnd>> = {
  people: 'person',
  places: 'place',
  vehicles: 'vehicle',
  organisations: 'organisation',
  contacts: 'contact',
};

/**
 * Links between rows of the submission. `contactPositions` says which row a contact became; a link to something that
 * became no row is left out, as it stays in the answers.
 */
export function linkRows(answers: OpenAnswers, contactPositions: ReadonlyMap<string, number>): LinkRow[] {
  const endOf = (key: unknown): { kind: LinkEnd; position: number } | null => {
    const entry = namedEntry(answers, key);
    const kind = entry && Object.hasOwn(ends, entry.sectionId) ? ends[entry.sectionId] : undefined;
    if (entry === null || kind === undefined) return null;
    const position = kind === 'contact' ? contactPositions.get(entry.key) : entry.position;
    return position === undefined ? null : { kind, position };
  };
  return itemsOf(answers, 'links')
    .flatMap((item) => {
      const from = endOf(answerOf(item, 'linkFrom'));
      const to = endOf(answerOf(item, 'linkTo'));
      const kind = textAnswer(item, 'linkKind');
      if (from === null || to === null || kind === null) return [];
      return [
        {
          from_kind: from.kind,
          from_position: from.position,
          kind,
          to_kind: to.kind,
          to_position: to.position,
          note: textAnswer(item, 'linkNote'),
        },
      ];
    })
    .map((link, index) => ({ position: index + 1, ...link }));
}
