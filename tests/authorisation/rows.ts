import { patternOf, routeIds } from '#app/http/link.ts';
import type { Fields } from '#tests/factories/client.ts';
import { everyone, type Person } from '#tests/factories/people.ts';
import { siteMap } from '#tests/factories/site-map.ts';
import { isThing, type Thing } from '#tests/factories/things.ts';

/** `ok` a page, `in` to sign-in, `go` somewhere else, otherwise the status. */
export type Cell = string;

export type Row = {
  method: 'GET' | 'POST';
  /** The file of the route, and the pattern at which it answers. */
  route: string;
  pattern: string;
  thing: Thing;
  fields: Fields;
  expected: Record<Person, Cell>;
};

/** Reads the table: method, route and thing, a bar, then one cell for each person in the order of its first line. */
export function cells(table: string): Row[] {
  const [head = '', ...lines] = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = words(head.split('|')[1] ?? '');
  if (columns.join() !== everyone.join())
    throw new Error(`The table's columns are not ${everyone.join(' ')}`);
  return lines.map((line) => {
    const [left = '', right = '', posted = ''] = line.split('|');
    const [method, route = '', ...rest] = words(left);
    const thing = rest.join(' ');
    const given = words(right);
    const known = (method === 'GET' || method === 'POST') && routeIds.includes(route) && isThing(thing);
    if (!known || given.length !== columns.length) throw new Error(`Not a row: ${line}`);
    const expected = Object.fromEntries(columns.map((column, index) => [column, given[index]])) as Record<
      Person,
      Cell
    >;
    return {
      method,
      route,
      pattern: patternOf(route),
      thing,
      expected,
      fields: Object.fromEntries(new URLSearchParams(posted.trim())),
    };
  });
}

/** The patterns of the pages with a form that ask for a session. */
export const formsWithSession = (rows: readonly Row[]): string[] =>
  siteMap()
    .filter(({ hasAction, file }) => hasAction && file.endsWith('.tsx'))
    .map(({ pattern }) => pattern)
    .filter((pattern) =>
      rows.some((row) => row.pattern === pattern && row.method === 'POST' && row.expected.nobody === 'in'),
    );

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
