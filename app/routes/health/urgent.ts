import { urgentHealth } from '#app/domain/reminders/urgent-health.server.ts';
import { portalContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/urgent.ts';

export const handle = { access: 'anyone', sessionless: true } satisfies RouteHandle;

/**
 * For the force's monitoring: 503 while a submission about danger waits beyond its clock, nobody could be told of one, a
 * second person's approval of what was sent at once is late, or a queue's acknowledgement of a High item; and while the
 * database is away, so that nobody can say. JSON always. Counts, nothing else.
 */
export async function loader({ context }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const health = await urgentHealth(portal.db, portal.clock.now());
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 });
}
