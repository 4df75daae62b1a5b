import { href, type Register } from 'react-router';
import routes from '#app/routes.ts';
import type { SiteEntry } from '#app/routes.ts';

type Files = Register['routeFiles'];
type Pages = Register['pages'];

/** The pattern of every route by its file, without folder and ending: `submissions/submission`. */
type Patterns = {
  [File in keyof Files as Files[File]['id'] extends `routes/${infer Id}` ? Id : never]: Files[File]['page'];
};
export type RouteId = keyof Patterns;
type Params<Id extends RouteId> = Pages[Patterns[Id] & keyof Pages]['params'];
type Query = URLSearchParams | Readonly<Record<string, string | number | null | undefined>>;

export type LinkArgs<Id extends RouteId> =
  object extends Params<Id> ? [params?: Params<Id>, query?: Query] : [Params<Id>, Query?];

/**
 * The address of a route, named by its file, so that a pattern stands in routes.ts alone. Parameters are encoded (codes
 * of the plan hold spaces); what is empty in the query is left out. Addresses hold ids and codes, never content.
 * @throws Error without a parameter of the pattern
 */
export function link<Id extends RouteId>(id: Id, ...[params, query]: LinkArgs<Id>): string {
  const given = Object.entries<string | undefined>(params ?? {}).map(([name, value]) => [
    name,
    value === undefined ? value : encodeURIComponent(value),
  ]);
  const path = hrefOf(patternOf(id), Object.fromEntries(given) as Record<string, string | undefined>);
  const asked = new URLSearchParams(
    [...(query instanceof URLSearchParams ? query : Object.entries(query ?? {}))].flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, `${value}`]],
    ),
  ).toString();
  return `${path}${asked && `?${asked}`}`;
}

/** The router's `href` takes its parameters from the type of the pattern; here `link` has held them to it. */
const hrefOf = href as (pattern: string, params: Record<string, string | undefined>) => string;

/** The pattern of a route, such as "/submissions/:submissionId". */
export const patternOf = (id: string): string => patterns.get(id) ?? '/';

const patterns = new Map(patternsOf(routes));

/** Every route and layout, by its file. */
export const routeIds: readonly string[] = [...patterns.keys()];

function patternsOf(entries: readonly SiteEntry[]): [string, string][] {
  return entries.flatMap(({ path, file, children }) => [
    [file.replace(/^routes\/|\.tsx?$/g, ''), `/${path ?? ''}`] as [string, string],
    ...patternsOf(children ?? []),
  ]);
}
