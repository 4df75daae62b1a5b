import type { RouterContextProvider } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { odsOf } from '#app/platform/documents/ods.ts';
import { unprinted, type PrintedBlock } from '#app/platform/documents/printed-document.ts';
import type { Workbook, WorkbookTable } from '#app/platform/documents/workbook.ts';
import { portalContext } from '../server/context.ts';
import { csvText } from './csv.ts';
import { wholeDownload } from './file-download.ts';
import { pdfDownload, type Printed } from './pdf-download.ts';
import { fileKinds, type FileKind } from '#app/domain/kernel/file-kinds.ts';

/** As what it is asked for, the lines of values where nothing is said. @throws NotFound for what no file is made as */
export function readFileKind(asked: URLSearchParams): FileKind {
  const kind = fileKinds.find((each) => each === (asked.get('as') ?? 'csv'));
  if (!kind) throw new NotFound();
  return kind;
}

/** A workbook as a file to be saved. `fileName` is without its ending, and without content. */
export function workbookDownload(
  args: { context: Readonly<RouterContextProvider> },
  workbook: Workbook,
  { as, fileName }: { as: FileKind; fileName: string },
): Response | Promise<Response> {
  if (as === 'pdf') return pdfDownload(args, printedWorkbook(workbook), fileName);
  const { clock, force } = args.context.get(portalContext);
  return as === 'csv'
    ? wholeDownload(
        new TextEncoder().encode(csvText(valuesOf(workbook))),
        'text/csv; charset=utf-8',
        `${fileName}.csv`,
      )
    : wholeDownload(
        odsOf(workbook, { creator: force.force.portalName, at: clock.now() }),
        'application/vnd.oasis.opendocument.spreadsheet',
        `${fileName}.ods`,
      );
}

/** One value to a line, with the table, row and column that it stands in: a programme reads it without knowing the table. */
const valuesOf = ({ title, marking, about, tables }: Workbook): string[][] => [
  ['marking', 'table', 'row', 'column', 'value'],
  ...about.map(({ key, value }) => [marking, title, key, '', value]),
  ...tables.flatMap((table) => [
    [marking, table.title, 'What is counted', '', table.about],
    ...table.rows.flatMap(([name = '', ...cells]) =>
      cells.map((value, index) => [
        marking,
        table.title,
        String(name),
        table.columns[index + 1] ?? '',
        String(value),
      ]),
    ),
  ]),
];

/** So many columns beside the first stand on the breadth of a page. */
const mostBeside = 13;

/** A workbook on paper, on the long side of the page. A table that is too wide goes on below, its rows named again. */
const printedWorkbook = ({ title, marking, about, tables }: Workbook): Printed => ({
  title,
  marking,
  landscape: true,
  foot: title,
  pageOf: 'Page %{page} of %{pages}',
  unprinted: `Characters that could not be printed here: %{count}. A ${unprinted} stands in place of each.`,
  blocks: [
    { kind: 'heading', level: 1, text: title },
    { kind: 'summary', rows: about.map(({ key, value }) => ({ key, value: [value] })) },
    ...tables.flatMap((table): PrintedBlock[] => [
      { kind: 'heading', level: 2, text: table.title },
      { kind: 'paragraph', text: table.about },
      ...(table.rows.length === 0 ? [{ kind: 'paragraph' as const, text: 'None.' }] : tableBlocks(table)),
    ]),
  ],
});

function tableBlocks({ title, columns, rows }: WorkbookTable): PrintedBlock[] {
  const starts = Array.from(
    { length: Math.max(1, Math.ceil((columns.length - 1) / mostBeside)) },
    (_, part) => 1 + part * mostBeside,
  );
  return starts.map((start) => {
    const piece = <Cell>(cells: readonly Cell[]) => [
      ...cells.slice(0, 1),
      ...cells.slice(start, start + mostBeside),
    ];
    const heads = piece(columns);
    const beside = heads.length - 1;
    const first = beside === 0 ? 1 : Math.max(0.2, 0.6 - 0.05 * beside);
    return {
      kind: 'table',
      caption: start === 1 ? title : `${title}, continued`,
      columns: heads,
      widths: [first, ...Array.from({ length: beside }, () => (1 - first) / beside)],
      rows: rows.map((cells) => piece(cells).map(String)),
      ...(rows.every((cells) => cells.slice(1).every((cell) => typeof cell === 'number'))
        ? { numbersFrom: 1 }
        : {}),
    };
  });
}
