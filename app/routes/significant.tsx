import { significantItems } from '#app/domain/triage/items/significant-items.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { DisseminationTable } from '#app/ui/triage/DisseminationTable.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Route } from './+types/significant.ts';

export const handle = { access: 'significant.read', section: 'significant' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await significantItems(ctxOf(args), { cursor: args.url.searchParams.get('after') });
  return { page };
}

export default function Significant({ loaderData: { page } }: Route.ComponentProps) {
  const { lines, next, later, now } = page;
  return (
    <Page title="Significant items">
      <PageHeading>Significant items</PageHeading>
      <p className="govuk-body">
        What FIB has sent to the MDS lead because it matters, sanitised and with conditions. What waits to be
        acknowledged comes first.
      </p>
      {lines.length === 0 ? (
        <EmptyState title="Nothing has been sent to the MDS lead." />
      ) : (
        <DisseminationTable
          caption="Significant items"
          lines={lines}
          now={now}
          hrefOf={(disseminationId: Id<'Dissemination'>) =>
            link('disseminations/dissemination', { disseminationId })
          }
        />
      )}
      <ListPages
        start={later ? link('significant') : null}
        next={next ? link('significant', {}, { after: next }) : null}
      />
    </Page>
  );
}
