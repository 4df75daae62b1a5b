import type { Supplement } from '#app/domain/submission/supplements.server.ts';
import type { PrintedBlock } from '#app/platform/documents/printed-document.ts';
import { formatDateTime } from '#app/ui/format/date.ts';

/** What stands over and beside each addition, in the words of the reader. */
export type AddedWords = {
  heading: string;
  received: (at: string) => string;
  text: string;
  danger: (code: Supplement['danger']) => { key: string; value: string };
  knownHow: (code: NonNullable<Supplement['knownHow']>) => { key: string; value: string };
};

/** What was added after sending, oldest first, each with its time. Nothing where nothing was. */
export function addedBlocks(supplements: readonly Supplement[], words: AddedWords): PrintedBlock[] {
  if (supplements.length === 0) return [];
  const row = ({ key, value }: { key: string; value: string }) => ({ key, value: [value] });
  return [
    { kind: 'heading', level: 2, text: words.heading },
    ...supplements.flatMap(({ addedAt, text, danger, knownHow }): PrintedBlock[] => [
      { kind: 'heading', level: 3, text: words.received(formatDateTime(addedAt)) },
      {
        kind: 'summary',
        rows: [
          { key: words.text, value: text.split('\n') },
          // A part of the form says neither.
          ...(knownHow === null ? [] : [row(words.knownHow(knownHow)), row(words.danger(danger))]),
        ],
      },
    ]),
  ];
}
