import { readiness } from '#app/domain/admin/readiness.server.ts';
import { portalContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/ready.ts';

export const handle = { access: 'anyone', sessionless: true } satisfies RouteHandle;

/** Whether this instance can do its work: 503 names what it lacks, without details. */
export async function loader({ context }: Route.LoaderArgs) {
  const lacking = await readiness(context.get(portalContext).db);
  return Response.json(
    { status: lacking.length === 0 ? 'ok' : 'lacking', lacking },
    { status: lacking.length === 0 ? 200 : 503 },
  );
}
