/** A cell that counts is a number, any other is text, whatever it begins with. */
export type WorkbookCell = string | number;

/** One table; each has a sheet of its own. The first cell of a row says what the row is. */
export type WorkbookTable = {
  /** Of the sheet: at most 31 characters, none of []*?:/\ and no two alike. */
  name: string;
  title: string;
  /** What is counted, and how rows stand to each other. */
  about: string;
  columns: readonly string[];
  rows: readonly (readonly WorkbookCell[])[];
};

/** Tables to take away: of this are made the spreadsheet, the lines of values and the print. */
export type Workbook = {
  title: string;
  /** The protective marking, on every sheet and page. */
  marking: string;
  /** Period, day, definition: the first sheet, before the list of the tables. */
  about: readonly { key: string; value: string }[];
  tables: readonly WorkbookTable[];
};
