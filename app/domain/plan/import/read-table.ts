/** A row of a table with the line of the spreadsheet on which it stands, counted from 1. */
export type TableRow = { line: number; cells: string[] };

/**
 * Reads comma- or semicolon-separated values (RFC 4180) as spreadsheets write them. The mark with which the portal keeps a
 * spreadsheet from calculating a cell is taken away again. Null where a quotation mark is never closed.
 */
export function readTable(text: string): TableRow[] | null {
  const whole = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const head = whole.split('\n', 1)[0] ?? '';
  const separator = head.includes(';') && !head.includes(',') ? ';' : ',';
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    cells.push(cell.trim().replace(/^'(?=[=@+\t\r-])/, ''));
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ line: rows.length + 1, cells });
    cells = [];
  };
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole.charAt(at);
    if (quoted && sign === '"' && whole.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === separator) endCell();
    else if (!quoted && sign === '\n') endRow();
    else cell += sign;
  }
  if (quoted) return null;
  if (cell !== '' || cells.length > 0) endRow();
  return rows.filter((row) => row.cells.some((each) => each !== ''));
}
