import { addPlanEvent } from '#app/domain/plan/plan-events.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { EventPage, eventSchema } from './EventPage.tsx';
import type { Route } from './+types/event-new.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export const action = formAction(eventSchema, async (event, args: Route.ActionArgs) => {
  await addPlanEvent(ctxOf(args), event);
  return flash(link('plans/events'), 'plan-event-added');
});

export default function EventNew() {
  return <EventPage event={null} />;
}
