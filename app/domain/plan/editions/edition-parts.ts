import type { EditionLine } from './edition-lines.ts';

/** An aim, activity, theme or action of an edition with all that is said of it, in the order in which it is read. */
export type EditionPart = { head: EditionLine; below: boolean; rows: EditionRow[] };
export type EditionRow = { name: string; lines: EditionLine[] };

const rowNames = {
  step: 'How',
  responsible: 'Responsible',
  link: 'Strategic links',
  evidence: 'Evidence',
} as const;

const isHead = ({ line }: EditionLine): boolean => ['aim', 'activity', 'theme', 'action'].includes(line);

/** An edition put together: its parts, and the lines of each other kind. */
export function editionParts(lines: readonly EditionLine[]) {
  const there = lines.filter(({ change }) => change !== 'removed');
  const parts: EditionPart[] = [];
  for (const line of there) {
    if (isHead(line)) parts.push({ head: line, below: line.under !== '', rows: [] });
    const name = Object.entries(rowNames).find(([kind]) => kind === line.line)?.[1];
    const part = parts.at(-1);
    if (name === undefined || !part) continue;
    const row = part.rows.find((each) => each.name === name);
    if (row) row.lines.push(line);
    else part.rows.push({ name, lines: [line] });
  }
  const of = (kind: EditionLine['line']) => there.filter(({ line }) => line === kind);
  return {
    headings: of('heading'),
    parts,
    abbreviations: of('abbreviation'),
    strategies: of('strategy'),
    removed: lines.filter(({ change }) => change === 'removed'),
  };
}

/** "evidence of PCC 1.2", for what an edition no longer has. */
export const removedWords = ({ line, item }: EditionLine): string =>
  item === '' ? line : `${line} of ${item}`;
