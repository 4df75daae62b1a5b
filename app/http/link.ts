import type { Register } from 'react-router';
import routes from '#app/routes.ts';
import type { SiteEntry } from '#app/routes.ts';

type Files = Register['routeFiles'];
type Pages = Register['pages'];

/** The pattern of every route by its file, without folder and ending: `submissions/submission`. */
type Patterns = {
  [File in keyof Files as Files[File]['id'] extends `routes/${infer Id}` ? Id : never]: Files[File]['page'];
};
type Params<Id extends keyof Patterns> = Pages[Patterns[Id] & keyof Pages]['params'];
type Query = URLSearchParams | Readonly<Record<string, string | number | null | undefined>>;

/**
 * The address of a route, named by its file, so that a pattern stands in routes.ts alone. Parameters are encoded (codes
 * of the plan hold spaces); what is empty in the query is left out. Addresses hold ids and codes, never content.
 */
export function link<Id extends keyof Patterns>(
  id: Id,
  ...[params, query]: object extends Params<Id> ? [params?: Params<Id>, query?: Query] : [Params<Id>, Query?]
): string {
  const given: Readonly<Record<string, string | undefined>> = params ?? {};
  const path = (patterns.get(id) ?? '').replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(given[name] ?? ''),
  );
  const asked = new URLSearchParams(
    [...(query instanceof URLSearchParams ? query : Object.entries(query ?? {}))].flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, `${value}`]],
    ),
  ).toString();
  return `/${path}${asked && `?${asked}`}`;
}

const patterns = new Map(patternsOf(routes));

function patternsOf(entries: readonly SiteEntry[]): [string, string][] {
  return entries.flatMap(({ path, file, children }) => [
    [file.replace(/^routes\/|\.tsx?$/g, ''), path ?? ''] as [string, string],
    ...patternsOf(children ?? []),
  ]);
}
