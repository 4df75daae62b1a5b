/** Lines of comma-separated values, with a byte order mark, for spreadsheets. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  `\ufeff${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;

/** What a spreadsheet would calculate is made text. A telephone number that begins with + is left as it is. */
function cell(text: string): string {
  const calculates = /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d\s().-]*$/.test(text));
  return `"${(calculates ? `'${text}` : text).replaceAll('"', '""')}"`;
}
