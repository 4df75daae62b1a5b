import { publishedQuarters } from '#app/domain/figures/published-quarters.server.ts';
import { addMonths } from '#app/domain/kernel/months.ts';
import { periodName } from '#app/domain/figures/period.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Table } from '#app/ui/govuk/Table.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/published.ts';

export const handle = { access: 'figures.read-published' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const quarters = await publishedQuarters(ctxOf(args));
  return { quarters };
}

export default function PublishedFigures({ loaderData: { quarters } }: Route.ComponentProps) {
  return (
    <Page title="Published figures">
      <TwoThirds>
        <PageHeading>Published figures</PageHeading>
        {quarters.length === 0 ? (
          <EmptyState title="No quarter is over yet">
            The first figure appears when the first quarter with submissions has ended.
          </EmptyState>
        ) : (
          <Table
            caption="Submissions received by the whole force"
            captionClassName="govuk-table__caption--m"
            firstCellIsHeader
            head={[{ content: 'Quarter' }, { content: 'Submissions', numeric: true }]}
            rows={quarters.map(({ firstMonth, count }) => [
              { content: periodName({ first: firstMonth, last: addMonths(firstMonth, 2) }) },
              { content: count ?? 'Fewer than 5', numeric: true },
            ])}
          />
        )}
        <p className="govuk-body">
          A quarter is shown once it is over, and its figure does not change after that. A figure below 5 is
          not shown, and reports that are restricted to the Force Intelligence Bureau are not counted.
        </p>
        <h2 className="govuk-heading-m">Why only totals</h2>
        <p className="govuk-body">
          There are no figures by area, plan item, channel, type or month for now. They overlapped: whoever
          took one from another could work out how many reports stood behind a small group, and so point to a
          person. They come back when they are published in a way that this cannot be done with.
        </p>
      </TwoThirds>
    </Page>
  );
}
