import { matchRoutes, type RouteObject } from 'react-router';
import { isPermission } from '#app/domain/kernel/permissions.ts';
import { sections } from './navigation.ts';
import type { LayoutHandle, RouteHandle } from './route-handle.ts';

/** The routes of a build, by id, as far as a map of them needs: `module` holds the exports of the route's file. */
export type BuiltRoutes = Record<
  string,
  | {
      id: string;
      parentId?: string | undefined;
      path?: string | undefined;
      index?: boolean | undefined;
      module: object;
    }
  | undefined
>;

export type SiteRoute = { id: string; pattern: string; handle: RouteHandle };

export type SiteMap = {
  routes: SiteRoute[];
  /** What the route of this pattern says of itself; null where there is none. */
  handleOf: (pattern: string) => RouteHandle | null;
  /** The same of the route that answers at an address, with or without a query. */
  handleAt: (address: string) => RouteHandle | null;
};

/**
 * Every route with what it and the layouts around it say.
 * @throws Error where a route does not say who may enter: the portal does not start with it
 */
export function siteMapOf(built: BuiltRoutes): SiteMap {
  const entries = Object.values(built).filter((route) => route !== undefined);
  const around = ({ parentId }: { parentId?: string | undefined }) =>
    parentId === undefined ? undefined : built[parentId];
  const handleOfId = (id: string): LayoutHandle => {
    const route = built[id];
    if (!route) return {};
    const parent = around(route);
    return {
      ...(parent ? handleOfId(parent.id) : {}),
      ...('handle' in route.module ? (route.module.handle as object) : {}),
    };
  };
  const pathOf = (route: { parentId?: string | undefined; path?: string | undefined }): string => {
    const parent = around(route);
    return [parent ? pathOf(parent) : '', route.path ?? ''].filter((part) => part !== '').join('/');
  };
  const routes = entries
    .filter(({ path, index }) => (path !== undefined && path !== '') || index === true)
    .map((route): SiteRoute => {
      const pattern = `/${pathOf(route)}`;
      const handle = handleOfId(route.id);
      if (!isHandle(handle))
        throw new Error(`The route ${pattern} (${route.id}) does not say who may enter.`);
      return { id: route.id, pattern, handle };
    });
  const byPattern = new Map(routes.map(({ pattern, handle }) => [pattern, handle]));
  const flat: RouteObject[] = routes.map(({ pattern }) => ({ id: pattern, path: pattern }));
  const handleOf = (pattern: string) => byPattern.get(pattern) ?? null;
  return {
    routes,
    handleOf,
    handleAt: (address) => {
      const [path = ''] = address.split(/[?#]/);
      return handleOf(matchRoutes(flat, path)?.at(-1)?.route.id ?? '');
    },
  };
}

const isHandle = (handle: LayoutHandle | RouteHandle): handle is RouteHandle =>
  'access' in handle &&
  (handle.access === 'anyone' || handle.access === 'signed_in' || isPermission(handle.access)) &&
  [handle.section ?? []].flat().every((name) => Object.hasOwn(sections, name));

/** The whole map as one table: pattern, file, who may enter, whether they proved lately who they are, what opens before the second factor, marking, section of the menu, end of a session. */
export function siteTable({ routes }: SiteMap): string {
  const head = [
    'pattern',
    'route',
    'access',
    'recent proof',
    'before second factor',
    'marking',
    'section',
    'after the end of a session',
  ];
  const rows = routes.map(({ pattern, id, handle }) => [
    pattern,
    id.replace(/^routes\//, ''),
    handle.access,
    typeof handle.recentProof === 'function' ? 'of some' : handle.recentProof ? 'yes' : '-',
    handle.beforeSecondFactor ?? '-',
    handle.marking ?? '-',
    [handle.section ?? '-'].flat().join(' or '),
    handle.afterSessionEnd ?? '-',
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
