/**
 * What somebody can work out from figures: an attack on everything that is published, of its own and knowing nothing of how
 * it was checked. Counts are whole numbers, some known as one number or as a range, and some are known to add up; ranges are
 * narrowed by that until nothing changes.
 */
export type Bounds = { least: number; most: number };
export type Addition = { whole: string; parts: string[] };

/** The ranges of all counts that are named, as narrow as the additions make them. */
export function narrowed(
  known: ReadonlyMap<string, Bounds>,
  additions: readonly Addition[],
): Map<string, Bounds> {
  const ranges = new Map<string, Bounds>();
  const rangeOf = (name: string): Bounds => {
    let range = ranges.get(name);
    if (!range) ranges.set(name, (range = { ...(known.get(name) ?? { least: 0, most: Infinity }) }));
    return range;
  };
  const sets = additions.map(({ whole, parts }) => ({ whole: rangeOf(whole), parts: parts.map(rangeOf) }));
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (range: Bounds, least: number, most: number) => {
      if (least > range.least) [range.least, changed] = [least, true];
      if (most < range.most) [range.most, changed] = [most, true];
    };
    for (const { whole, parts } of sets) {
      const least = parts.reduce((all, part) => all + part.least, 0);
      const most = parts.reduce((all, part) => all + part.most, 0);
      narrow(whole, least, most);
      for (const part of parts) {
        const othersMost = parts.reduce((all, other) => (other === part ? all : all + other.most), 0);
        narrow(part, whole.least - othersMost, whole.most - (least - part.least));
      }
    }
  }
  return ranges;
}

/** Rows by name, as a reader has them; null where nothing is said of one. */
export type ReadTable = Record<string, Bounds | null>;
/** Reports that are in the same row of every table. */
export type AlikeReports = { rows: Record<string, string>; count: number };

/**
 * Of one quarter, what somebody works out who has its total and its tables and knows the reports `own`; `ownRows` are rows
 * of which they know everything. Named are the counts of one to four among what they do not know (`others`), of a row or of
 * two rows at once, for which at most `values` numbers stay possible.
 */
export function recoveredFrom(input: {
  total: number;
  tables: Record<string, ReadTable>;
  own: readonly AlikeReports[];
  ownRows: readonly string[];
  others: readonly AlikeReports[];
  values: number;
}): string[] {
  const { total, tables, own, ownRows, others, values } = input;
  const known = new Map<string, Bounds>([['all', exactly(total - countOf(own))]]);
  const additions: Addition[] = [];
  for (const [table, rows] of Object.entries(tables)) {
    for (const [row, range] of Object.entries(rows)) {
      const name = `${table}=${row}`;
      const mine = countOf(own.filter((each) => each.rows[table] === row));
      additions.push({ whole: 'all', parts: [name, `not ${name}`] });
      if (ownRows.includes(name)) known.set(name, exactly(0));
      else if (range) known.set(name, { least: Math.max(0, range.least - mine), most: range.most - mine });
    }
    additions.push({ whole: 'all', parts: Object.keys(rows).map((row) => `${table}=${row}`) });
  }
  for (const [table, rows] of Object.entries(tables))
    for (const [other, otherRows] of Object.entries(tables))
      if (table < other)
        for (const row of Object.keys(rows))
          for (const otherRow of Object.keys(otherRows))
            additions.push(...fourParts(`${table}=${row}`, `${other}=${otherRow}`));
  return [...narrowed(known, additions)].flatMap(([name, { least, most }]) => {
    if (most < 1 || most - least >= values) return [];
    const conditions = name === 'all' ? [] : name.split(' and ');
    const truth = countOf(others.filter((each) => conditions.every((condition) => fits(each, condition))));
    if (truth < least || truth > most) throw new Error(`${name} is ${truth}, not ${least} to ${most}`);
    return truth >= 1 && truth <= 4 ? [`${name}: ${least} to ${most}`] : [];
  });
}

/** What is in both rows, in either alone and in neither. */
function fourParts(one: string, other: string): Addition[] {
  return [
    { whole: one, parts: [`${one} and ${other}`, `${one} and not ${other}`] },
    { whole: `not ${one}`, parts: [`not ${one} and ${other}`, `not ${one} and not ${other}`] },
    { whole: other, parts: [`${one} and ${other}`, `not ${one} and ${other}`] },
    { whole: `not ${other}`, parts: [`${one} and not ${other}`, `not ${one} and not ${other}`] },
  ];
}

function fits({ rows }: AlikeReports, condition: string): boolean {
  const [, not, table = '', row] = /^(not )?([^=]+)=(.*)$/.exec(condition) ?? [];
  return (rows[table] === row) !== (not !== undefined);
}

const exactly = (count: number): Bounds => ({ least: count, most: count });
const countOf = (reports: readonly AlikeReports[]) => reports.reduce((all, { count }) => all + count, 0);
