import { changePlanEvent, openPlanEvent } from '#app/domain/plan/plan-events.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { EventPage, eventSchema } from './EventPage.tsx';
import type { Route } from './+types/event.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { event: await openPlanEvent(ctxOf(args), { eventId: idsOf(args).eventId }) };
}

export const action = formAction(eventSchema, async (event, args: Route.ActionArgs) => {
  await changePlanEvent(ctxOf(args), idsOf(args).eventId, event);
  return flash(link('plans/events'), 'plan-event-changed');
});

export default function EventOfPlan({ loaderData: { event } }: Route.ComponentProps) {
  return <EventPage event={event} />;
}
