import { createRequestHandler, type RequestHandler, type ServerBuild } from 'react-router';
import type { SiteMap } from './site-map.ts';

/** What an address begins with, such as "reports", or nothing for the home: nothing that stands for something else. */
const plainPart = /^[\w.-]*$/;

/**
 * The router for an address. One tries all its routes in turn, twice for each page, and lists them for it, so each first part
 * of an address has a router of its own with the routes that may answer there; all of them are for what begins like none.
 */
export function routersOf(
  build: ServerBuild,
  { routes }: Pick<SiteMap, 'routes'>,
  mode: string,
): (request: Request) => RequestHandler {
  const firstOf = ({ pattern }: { pattern: string }) => pattern.split('/')[1] ?? '';
  const parts = new Set(routes.map(firstOf).filter((part) => plainPart.test(part)));
  const routerOf = (part: string) => {
    const elsewhere = new Set(
      routes.filter((route) => parts.has(firstOf(route)) && firstOf(route) !== part).map(({ id }) => id),
    );
    const here = Object.entries(build.routes).filter(([id]) => !elsewhere.has(id));
    return createRequestHandler({ ...build, routes: Object.fromEntries(here) }, mode);
  };
  const whole = createRequestHandler(build, mode);
  const routers = new Map([...parts].map((part) => [part, routerOf(part)]));
  return ({ url }) => routers.get(new URL(url).pathname.split('/')[1] ?? '') ?? whole;
}
