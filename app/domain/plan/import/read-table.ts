import { parse } from 'csv-parse/sync';

/** A row of a table with its number in the spreadsheet, counted from 1. */
export type TableRow = { line: number; cells: string[] };

/**
 * Reads values with commas or semicolons between them as spreadsheets write them. The mark with which the portal keeps a
 * spreadsheet from calculating a cell is taken away again. Null where a quotation mark is wrong or never closed.
 */
export function readTable(text: string): TableRow[] | null {
  const whole = text.replaceAll(/\r\n?/g, '\n');
  const head = whole.split('\n', 1)[0] ?? '';
  const delimiter = head.includes(';') && !head.includes(',') ? ';' : ',';
  try {
    const rows = parse(whole, {
      bom: true,
      delimiter,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    return rows
      .map((cells, index) => ({
        line: index + 1,
        cells: cells.map((cell) => cell.trim().replace(/^'(?=[=@+\t\r-])/, '')),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    return null;
  }
}
