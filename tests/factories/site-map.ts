import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '#app/routes.ts';

export type SiteRoute = {
  /** As the log writes it: "/reports/:submissionId". */
  pattern: string;
  file: string;
  /** Whether it shows a page; what does not is a download, a feed or a redirect. */
  hasPage: boolean;
  /** Whether forms can be posted to it. */
  hasAction: boolean;
  /** Names that it reads from the query. */
  queries: string[];
};

/** Every route of app/routes.ts, in its order. */
export function siteMap(): SiteRoute[] {
  return walk(routes, '').map(({ pattern, file }) => {
    const source = readFileSync(`app/${file}`, 'utf8');
    return {
      pattern,
      file,
      hasPage: /export default\b|export \{[^}]*\bdefault\b/.test(source),
      hasAction: /export (async function|function|const) action\b|export \{[^}]*\baction\b/.test(source),
      queries: [
        ...new Set(
          [...source.matchAll(/searchParams\.get(?:All)?\('([^']+)'\)/g)].map(([, name = '']) => name),
        ),
      ],
    };
  });
}

/** An address of this pattern that names nothing. */
export const addressWithin = (pattern: string): string =>
  pattern.replace(/:(\w+)/g, (_, name: string) =>
    name.endsWith('Id') && name !== 'pageId' && name !== 'sectionId' ? randomUUID() : 'none',
  );

/** Addresses of the scripts that the router would send to browsers, as the built server names them. */
export function clientScripts(): string[] {
  const server = readFileSync('build/server/index.js', 'utf8');
  return [...new Set(server.match(/(?<=")\/assets\/[^"]+\.js(?=")/g))];
}

/** A layout has no address of its own; what stands in it has. */
function walk(entries: RouteConfigEntry[], prefix: string): { pattern: string; file: string }[] {
  return entries.flatMap((entry) => {
    const path = entry.path === undefined ? prefix : `${prefix}/${entry.path}`;
    const own =
      entry.index || entry.path !== undefined
        ? [{ pattern: path === '' ? '/' : path, file: entry.file }]
        : [];
    return [...(entry.children && !entry.index ? [] : own), ...walk(entry.children ?? [], path)];
  });
}
