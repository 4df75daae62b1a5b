import { planEvents } from '#app/domain/plan/plan-events.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/events.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) => planEvents(ctxOf(args));

export default function PlanEvents({ loaderData: { events, mayWrite } }: Route.ComponentProps) {
  return (
    <Page
      title="Events on the charts"
      breadcrumbs={[
        { text: 'Plan', href: link('plan/plan') },
        { text: 'Plans by year', href: link('plans/plans') },
        { text: 'Events' },
      ]}
    >
      <PageHeading>Events on the charts</PageHeading>
      <p className="govuk-body">
        Days on which something happened that may change reporting, such as a campaign or an event with
        partners. The charts of reporting mark them.
      </p>
      {mayWrite ? <ButtonLink href={link('plans/event-new')}>Add an event</ButtonLink> : null}
      {events.length === 0 ? (
        <EmptyState title="No event yet">The MDS lead adds them.</EmptyState>
      ) : (
        <CardTable
          caption="Events, the newest first"
          captionHidden
          columns={[
            { header: 'Event' },
            { header: 'Date', nowrap: true },
            { header: 'Plan' },
            ...(mayWrite ? [{ header: 'Change' }] : []),
          ]}
          rows={events.map(({ id, title, happenedOn, plan, closed }) => ({
            key: id,
            cells: [
              title,
              <DateTime key="date" at={happenedOn} dateOnly short />,
              plan,
              ...(mayWrite
                ? [
                    closed ? (
                      'The plan is closed'
                    ) : (
                      <a key="change" className="govuk-link" href={link('plans/event', { eventId: id })}>
                        Change<span className="govuk-visually-hidden"> {title}</span>
                      </a>
                    ),
                  ]
                : []),
            ],
          }))}
        />
      )}
    </Page>
  );
}
