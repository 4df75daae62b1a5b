/** Text, or parts of it of which some stand out. What a look says is said in words too. */
export type PrintedText = string | readonly (string | { text: string; look: 'bold' | 'red' })[];

/** What a printed document consists of, in reading order. A line feed in a text starts a new line. */
export type PrintedBlock<Text = string> =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: Text }
  | { kind: 'bullets'; items: readonly string[] }
  /** On paper: boxes to tick, and lines to write on. */
  | { kind: 'ticks'; items: readonly string[] }
  | { kind: 'lines'; count: number }
  /** Names with their values; a value of several lines has several strings. */
  | { kind: 'summary'; rows: readonly { key: string; value: readonly Text[] }[] }
  /** `widths` are shares of the page's width, one for each column. */
  | {
      kind: 'table';
      caption: string;
      columns: readonly string[];
      widths: readonly number[];
      rows: readonly (readonly string[])[];
      /** The columns from this one on are numbers and stand to the right; none where it is absent. */
      numbersFrom?: number;
    };

export type PrintedDocument = {
  /** The title in the file's properties, where any programme shows it: it never holds content. */
  title: string;
  /** Who made it, in the file's properties: the name of the service. */
  creator: string;
  /** Protective marking at the head and foot of every page; null for none. */
  marking: string | null;
  /** Lies on its long side, for tables of many columns. */
  landscape?: boolean;
  /** Beside the page number at the foot of every page, such as a reference. */
  foot: string;
  /** The words of a page number, with %{page} and %{pages} in them. */
  pageOf: string;
  /** What it says where no font of the portal prints some characters, with %{count} in it for how many. */
  unprinted: string;
  /** What its date of creation says. The same document at the same time is the same bytes. */
  at: Date;
  blocks: readonly PrintedBlock<PrintedText>[];
};

/** Stands in print where no font has a letter. */
export const unprinted = '\ufffd';
