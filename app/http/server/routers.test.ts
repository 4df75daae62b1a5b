import { RouterContextProvider } from 'react-router';
import { expect, it } from 'vitest';
import { routersOf } from './routers.ts';
import { siteMapOf } from './site-map.ts';

const paths = { home: undefined, list: 'reports', report: 'reports/:submissionId', help: 'help', other: '*' };
const routes = Object.fromEntries(
  Object.entries(paths).map(([id, path]) => [
    id,
    {
      id,
      parentId: 'root',
      path,
      index: path === undefined,
      module: { default: undefined, handle: { access: 'anyone' }, loader: () => new Response(id) },
    },
  ]),
);
const built = { root: { id: 'root', path: '', module: { default: undefined } }, ...routes };
const build = {
  entry: { module: { default: () => new Response('a page') } },
  routes: built,
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: { v8_middleware: true },
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: 'initial', manifestPath: '/' },
} as unknown as Parameters<typeof routersOf>[0];

const routers = routersOf(build, siteMapOf(built), 'production');

it.each([
  ['/', 'home'],
  ['/reports', 'list'],
  ['/reports/one', 'report'],
  ['/help', 'help'],
  // What begins like no part still reaches what all routes together would.
  ['/Reports/one', 'report'],
  ['/%72eports/one', 'report'],
  ['/reports/one/two', 'other'],
  ['/help/one', 'other'],
  ['/elsewhere', 'other'],
  ['//reports', 'other'],
])('at %s the route %s answers', async (address, route) => {
  const request = new Request(`http://portal.example${address}`);
  const answer = await routers(request)(request, new RouterContextProvider());
  expect(await answer.text()).toBe(route);
});
