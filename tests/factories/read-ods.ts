import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';

export type ReadSheet = {
  name: string;
  /** Every row that it has, heads too: numbers where a cell is one. */
  rows: (string | number)[][];
  /** What stands in the rows that it names as heads. */
  heads: string[];
};
export type ReadOds = {
  /** The names of the parts, in the order of the file. */
  parts: string[];
  /** Every part as text. */
  text: (part: string) => string;
  sheets: ReadSheet[];
};

/** Reads a spreadsheet as a programme does that knows nothing of how it was made. */
export function readOds(content: Uint8Array): ReadOds {
  const files = unzipSync(content);
  const text = (part: string) => strFromU8(files[part] ?? new Uint8Array());
  const $ = load(text('content.xml'), { xml: true });
  const cellsOf = (row: Parameters<typeof $>[0]) =>
    $(row)
      .find('table\\:table-cell')
      .toArray()
      .map((cell) => {
        const words = $(cell)
          .find('text\\:p')
          .toArray()
          .map((line) => $(line).text())
          .join('\n');
        return $(cell).attr('office:value-type') === 'float' ? Number($(cell).attr('office:value')) : words;
      });
  return {
    parts: Object.keys(files),
    text,
    sheets: $('table\\:table')
      .toArray()
      .map((sheet) => ({
        name: $(sheet).attr('table:name') ?? '',
        rows: $(sheet)
          .find('table\\:table-row')
          .toArray()
          .map((row) => cellsOf(row)),
        heads: $(sheet)
          .find('table\\:table-header-rows')
          .toArray()
          .flatMap((row) => cellsOf(row).map(String)),
      })),
  };
}
