import type { RouteConfigEntry } from '@react-router/dev/routes';
import { siteMapOf, siteTable, type BuiltRoutes } from '#app/http/server/site-map.ts';
import routes from './routes.ts';

/** `npm run routes`: the whole map of the site as one table, from the source, without a build. */
const built: BuiltRoutes = {};
for (const entry of routes) await add(entry, undefined);
process.stdout.write(`${siteTable(siteMapOf(built))}\n`);
// What a page imports may hold the process open.
process.exit(0);

async function add({ file, path, index, children = [] }: RouteConfigEntry, parentId: string | undefined) {
  const id = file.replace(/\.tsx?$/, '');
  built[id] = { id, parentId, path, index, module: (await import(`./${file}`)) as object };
  for (const child of children) await add(child, id);
}
