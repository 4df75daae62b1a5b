import { readiness, freeSpaceIn } from '#app/domain/admin/readiness.server.ts';
import { keepsOnDisk } from '#app/platform/env.ts';
import { portalContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/ready.ts';

export const handle = { access: 'anyone', sessionless: true } satisfies RouteHandle;

/** Whether this instance takes reports: 503 names what it lacks, without details, and says when it is about to go. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, ending, config } = context.get(portalContext);
  if (ending.signal.aborted) return Response.json({ status: 'stopping', lacking: [] }, { status: 503 });
  const lacking = await readiness(db, keepsOnDisk(config) ? freeSpaceIn(config.dataDirectory) : null);
  return Response.json(
    { status: lacking.length === 0 ? 'ok' : 'lacking', lacking },
    { status: lacking.length === 0 ? 200 : 503 },
  );
}
