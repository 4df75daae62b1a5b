import { redirect } from 'react-router';
import { queuesOf } from '#app/domain/triage/queues-held.server.ts';
import { ctxOf } from '#app/http/context.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/queues.ts';

export async function loader(args: Route.LoaderArgs) {
  const queues = inOrder(await queuesOf(ctxOf(args)));
  const [only, ...others] = queues;
  if (only && others.length === 0) throw redirect(triageAddresses.queue(only.code));
  return { queues };
}

/** One's own queues first, then those that one only looks at. */
function inOrder(queues: Awaited<ReturnType<typeof queuesOf>>) {
  const own = (queue: (typeof queues)[number]) => (queue.hold === 'overseer' ? 1 : 0);
  return [...queues].sort((one, other) => own(one) - own(other));
}

export default function Queues({ loaderData: { queues } }: Route.ComponentProps) {
  return (
    <Page title="Queues">
      <PageHeading>Queues</PageHeading>
      {queues.length === 0 ? (
        <EmptyState title="You have no queue.">
          An administrator gives you the role or the area that you work in.
        </EmptyState>
      ) : (
        <CardTable
          caption="Your queues"
          captionHidden
          columns={[
            { header: 'Queue' },
            { header: 'Urgent', numeric: true },
            { header: 'Unassigned', numeric: true },
            { header: 'Overdue', numeric: true },
            { header: 'To acknowledge', numeric: true },
          ]}
          rows={queues.map(({ code, name, areaName, hold, counts }) => ({
            key: code,
            cells: [
              <span key="name">
                <a className="govuk-link govuk-link--no-visited-state" href={triageAddresses.queue(code)}>
                  {hold === 'lead' ? (areaName ?? name) : name}
                </a>
                {hold === 'holder' ? null : (
                  <>
                    <br />
                    <span className="portal-secondary">
                      {hold === 'lead' ? 'Everything that counts to your area' : 'Clocks, status and holders'}
                    </span>
                  </>
                )}
              </span>,
              counts.urgent,
              counts.unassigned,
              counts.overdue,
              counts['disseminated-to-us'],
            ],
          }))}
        />
      )}
    </Page>
  );
}
