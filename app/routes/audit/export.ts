import { exportTrail } from '#app/domain/audit/export-trail.server.ts';
import { readTrailFilter } from '#app/domain/audit/trail-filter.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { linesDownload } from '#app/http/download/file-download.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/export.ts';

export const handle = { access: 'audit.read', recentProof: true } satisfies RouteHandle;

/** The trail as the page filters it, whole, as JSON lines. */
export async function loader(args: Route.LoaderArgs) {
  const { filter } = readTrailFilter((name) => args.url.searchParams.get(name));
  // The page links here with filters that it has read.
  if (filter === null) throw new NotFound();
  return linesDownload(await exportTrail(ctxOf(args), filter), 'application/jsonl', 'audit-trail.jsonl');
}
