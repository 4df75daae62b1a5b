import { approvalsOverdue } from '#app/domain/reminders/approvals-overdue.server.ts';
import { urgentOverdue } from '#app/domain/reminders/urgent-overdue.server.ts';
import { countHighUnacknowledged } from '#app/domain/triage/queues/high-unacknowledged.server.ts';
import { portalContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/urgent.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/**
 * For the force's monitoring: 503 while a submission about danger waits beyond its clock, a second person's approval of
 * what was sent at once, or a queue's acknowledgement of a High item. Counts, nothing else.
 */
export async function loader({ context }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const overdue = await urgentOverdue(portal.db, portal.clock.now());
  const approvals = await approvalsOverdue(portal.db, portal.clock.now());
  const acknowledgements = await countHighUnacknowledged(portal.db, portal.clock.now());
  const well = overdue + approvals + acknowledgements === 0;
  return Response.json(
    { status: well ? 'ok' : 'overdue', overdue, approvals, acknowledgements },
    { status: well ? 200 : 503 },
  );
}
