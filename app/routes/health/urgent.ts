import { urgentOverdue } from '#app/domain/notifications/urgent-overdue.server.ts';
import { portalContext } from '#app/http/context.ts';
import type { Route } from './+types/urgent.ts';

/** For the force's monitoring: 503 while a High submission waits beyond its clock. A count, nothing else. */
export async function loader({ context }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const overdue = await urgentOverdue(portal.db, portal.clock.now());
  return Response.json(
    { status: overdue === 0 ? 'ok' : 'overdue', overdue },
    { status: overdue === 0 ? 200 : 503 },
  );
}
