import { addPlanEvent } from '#app/domain/plan/plan-events.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { eventFields, EventForm, eventSchema } from './EventForm.tsx';
import type { Route } from './+types/event-new.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export const action = formAction(eventSchema, async (event, args: Route.ActionArgs) => {
  await addPlanEvent(ctxOf(args), event);
  return flash(link('plans/events'), 'plan-event-added');
});

export default function EventNew() {
  return (
    <Page title="Add an event" backHref={link('plans/events')} backText="Events" fieldIds={eventFields}>
      <TwoThirds>
        <PageHeading>Add an event</PageHeading>
        <EventForm event={null} save="Add event" />
      </TwoThirds>
    </Page>
  );
}
