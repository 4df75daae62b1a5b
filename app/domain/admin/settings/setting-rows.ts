import { isDeepStrictEqual } from 'node:util';
import type { DutyPosition, PackSettings } from '../../force/pack-settings.ts';
import type { SettingPart } from '../../force/setting-parts.ts';
import type { OutsideKind } from '../../kernel/recipients.ts';
import type { Priority } from '../../kernel/statuses.ts';

/** What a form says of one row of a part; of clocks, one priority. Minutes as the pack counts them. */
export type SettingRow =
  | { part: 'signposts'; name: string; phone: string; text: string; url: string | null }
  | { part: 'recipients'; kind: OutsideKind; name: string; post: string }
  | { part: 'escalation'; afterMinutes: number; positions: DutyPosition[]; tellMdsLead: boolean }
  | {
      part: 'clocks';
      first_seen: number;
      assessed: number;
      answered: number;
      acknowledged: number;
      /** Which of them run only while the force's offices do: read here, and changed with the pack. */
      working?: string[];
    };

type Clock = keyof PackSettings['clocks'][Priority];
type Content<Part extends SettingPart = SettingPart> = PackSettings[Part];

/** What a new row of a list is called until it has a code. */
export const newRow = 'new';
/** In place of a code: the whole part, as the pack has it. */
export const allOfPack = 'pack';

/** The rows of a part by their codes, as forms and pages name them. */
export function rowsOf(part: SettingPart, content: Content): { code: string; row: SettingRow }[] {
  switch (part) {
    case 'signposts':
      return (content as Content<'signposts'>).map(({ code, ...row }) => ({ code, row: { part, ...row } }));
    case 'recipients':
      return (content as Content<'recipients'>).map(({ code, ...row }) => ({ code, row: { part, ...row } }));
    case 'escalation':
      return (content as Content<'escalation'>).map(({ code, ...row }) => ({ code, row: { part, ...row } }));
    case 'clocks':
      return Object.entries(content as Content<'clocks'>).map(([code, clocks]) => ({
        code,
        row: {
          part,
          first_seen: clocks.first_seen.minutes,
          assessed: clocks.assessed.minutes,
          answered: clocks.answered.minutes,
          acknowledged: clocks.acknowledged.minutes,
          working: Object.entries(clocks).flatMap(([clock, { basis }]) =>
            basis === 'working' ? [clock] : [],
          ),
        },
      }));
  }
}

export type ChangedRow = { code: string; was: SettingRow | null; is: SettingRow | null };

/** The rows that are other, new or gone. */
export function changedRows(
  before: ReturnType<typeof rowsOf>,
  after: ReturnType<typeof rowsOf>,
): ChangedRow[] {
  const codes = new Set([...before, ...after].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const [was, is] = [before, after].map((all) => all.find((each) => each.code === code)?.row);
    return isDeepStrictEqual(was, is) ? [] : [{ code, was: was ?? null, is: is ?? null }];
  });
}

/** The whole part with one row in place of what had its code, or without it where `row` is null. A new one gets a code. */
export function withRow(part: SettingPart, content: Content, code: string, row: SettingRow | null): Content {
  if (part === 'clocks') {
    const clocks = content as Content<'clocks'>;
    if (row?.part !== 'clocks') return clocks;
    const priority = code as Priority;
    const targets = Object.entries(clocks[priority]).map(([name, target]) => [
      name,
      { ...target, minutes: row[name as Clock] },
    ]);
    return { ...clocks, [priority]: Object.fromEntries(targets) as Content<'clocks'>[Priority] };
  }
  const rows = content as readonly { code: string }[];
  if (row === null) return rows.filter((each) => each.code !== code) as Content;
  const written = { code: code === newRow ? newCode(row, rows) : code, ...fieldsOf(row) };
  const all = rows.some((each) => each.code === code)
    ? rows.map((each) => (each.code === code ? written : each))
    : [...rows, written];
  return (part === 'escalation' ? inOrderOfTime(all as Content<'escalation'>) : all) as Content;
}

/** What a row says, without what tells the kinds of rows apart. */
export const fieldsOf = (row: SettingRow): Record<string, SettingField> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'part'));
export type SettingField = string | number | boolean | string[] | null;

const inOrderOfTime = (steps: Content<'escalation'>) =>
  steps.toSorted((one, other) => one.afterMinutes - other.afterMinutes);

/** A code made of the name, or of the time of a step, and a number where another has it. */
function newCode(row: SettingRow, taken: readonly { code: string }[]): string {
  const said = row.part === 'escalation' ? `after ${row.afterMinutes}` : 'name' in row ? row.name : '';
  const code =
    said
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'other';
  const has = (wanted: string) =>
    [newRow, allOfPack].includes(wanted) || taken.some((each) => each.code === wanted);
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? code : `${code}-${number}`;
    if (!has(wanted)) return wanted;
  }
}
