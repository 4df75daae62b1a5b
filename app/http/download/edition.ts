import { aboutEdition } from '#app/domain/plan/editions/about-edition.ts';
import type { EditionLine } from '#app/domain/plan/editions/edition-lines.ts';
import { editionParts, removedWords } from '#app/domain/plan/editions/edition-parts.ts';
import type { Edition } from '#app/domain/plan/editions/editions.server.ts';
import { unprinted, type PrintedBlock, type PrintedText } from '#app/platform/documents/printed-document.ts';
import { formatDate } from '#app/ui/format/date.ts';
import type { Printed } from './pdf-download.ts';

type EditionBlock = PrintedBlock<PrintedText>;

/** An edition of a plan as its page has it, for the public. */
export function printedEdition({ number, publishedAt, title, lines }: Edition): Printed {
  const { headings, parts, strategies, abbreviations, removed } = editionParts(lines);
  const section = (text: string, blocks: EditionBlock[]): EditionBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...blocks];
  return {
    title: 'Delivery plan',
    marking: null,
    foot: `Edition ${number}, ${formatDate(publishedAt)}`,
    pageOf: 'Page %{page} of %{pages}',
    unprinted: `Characters that could not be printed here: %{count}. A ${unprinted} stands in place of each.`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: `Edition ${number}, published on ${formatDate(publishedAt)}.` },
      ...aboutEdition(lines, number).map((text): EditionBlock => ({ kind: 'paragraph', text })),
      ...keyed(headings),
      ...parts.flatMap(({ head, below, rows }): EditionBlock[] => [
        { kind: 'heading', level: below ? 3 : 2, text: head.item },
        ...(head.line === 'theme' ? [] : [{ kind: 'paragraph' as const, text: wordsOf(head) }]),
        ...summary([
          ...(head.line === 'aim' && head.more !== ''
            ? [{ key: 'What the force will do', value: [head.more] }]
            : []),
          ...rows.map(({ name, lines: said }) => ({
            key: name,
            value: [
              ...(name === 'How' && head.more !== '' ? [head.more] : []),
              ...said.map((line) => (said.length > 1 ? ['• ', ...wordsOf(line)] : wordsOf(line))),
            ],
          })),
        ]),
      ]),
      ...section('Strategic links', keyed(strategies)),
      ...section('Abbreviations', keyed(abbreviations)),
      ...section(
        'No longer here',
        removed.length > 0 ? [{ kind: 'bullets', items: removed.map(removedWords) }] : [],
      ),
    ],
  };
}

type Rows = Extract<EditionBlock, { kind: 'summary' }>['rows'];
const summary = (rows: Rows): EditionBlock[] => (rows.length > 0 ? [{ kind: 'summary', rows }] : []);
const keyed = (lines: readonly EditionLine[]): EditionBlock[] =>
  summary(lines.map((line) => ({ key: line.number, value: [wordsOf(line)] })));

const changes = { new: 'New. ', changed: 'Changed. ', removed: '', '': '' };

/** As on the page, but for what leans: the portal prints with no such letters. */
function wordsOf({ text, mark, date, change }: EditionLine): Exclude<PrintedText, string> {
  const [update, style] = mark.split(' ');
  const look = style === 'bold' || style === 'red' ? style : null;
  return [
    { text: `${changes[change]}${update ? 'Update. ' : ''}`, look: 'bold' },
    look ? { text, look } : text,
    date === '' ? '' : ` (${date})`,
  ];
}
