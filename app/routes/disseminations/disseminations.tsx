import { disseminationViews } from '#app/domain/triage/dissemination/dissemination-views.ts';
import { waitingDisseminations } from '#app/domain/triage/dissemination/waiting-disseminations.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CountedViews } from '#app/ui/layout/CountedViews.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { WaitingTable } from './WaitingTable.tsx';
import type { Route } from './+types/disseminations.ts';

export const handle = { access: 'disseminations.follow' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const page = await waitingDisseminations(ctxOf(args), {
    view: searchParams.get('view'),
    cursor: searchParams.get('after'),
  });
  return { page };
}

export default function Disseminations({ loaderData: { page } }: Route.ComponentProps) {
  const { view, counts, lines, next, later, now } = page;
  return (
    <Page title={`Sent and not finished: ${view.label}`} backHref={link('queues/queues')} backText="Queues">
      <PageHeading>Sent and not finished</PageHeading>
      <CountedViews
        label="Views"
        views={disseminationViews.map(({ id, label, urgent }) => ({
          text: label,
          count: counts[id],
          href: link('disseminations/disseminations', {}, { view: id }),
          current: id === view.id,
          urgent,
        }))}
      />
      <h2 className="govuk-heading-m">{view.label}</h2>
      {lines.length === 0 ? (
        <EmptyState title={view.empty} />
      ) : (
        <WaitingTable
          caption={view.label}
          lines={lines}
          now={now}
          answers={view.id === 'answers'}
          hrefOf={(disseminationId: Id<'Dissemination'>) =>
            link('disseminations/dissemination', { disseminationId })
          }
        />
      )}
      <ListPages
        label="Pages of this view"
        start={later ? link('disseminations/disseminations', {}, { view: view.id }) : null}
        next={next ? link('disseminations/disseminations', {}, { view: view.id, after: next }) : null}
      />
    </Page>
  );
}
