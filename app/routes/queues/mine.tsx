import { heldList } from '#app/domain/triage/queues/held-list.server.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { LiveNews } from '#app/ui/triage/LiveNews.tsx';
import { sharedColumns, SubmissionTable } from './SubmissionTable.tsx';
import type { Route } from './+types/mine.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { list: await heldList(ctxOf(args)) };
}

export default function Mine({ loaderData: { list } }: Route.ComponentProps) {
  const { lines, now } = list;
  const { reference, priority, due, area, queue } = sharedColumns('mine', now);
  return (
    <Page title="Submissions that you have claimed" backHref={link('queues/queues')} backText="Queues">
      <PageHeading>Submissions that you have claimed</PageHeading>
      <p className="govuk-body">
        In every queue. You can always hand over or release what you hold, also after your duty has ended.{' '}
        <a className="govuk-link" href={link('queues/handover')}>
          Handover of a shift
        </a>
        {', '}
        <a className="govuk-link" href={link('products/products')}>
          products for meetings
        </a>
      </p>
      <LiveNews now={now} againHref={link('queues/mine')} />
      {lines.length === 0 ? (
        <EmptyState title="You hold nothing." />
      ) : (
        <SubmissionTable
          caption="Submissions that you have claimed"
          captionHidden
          dense
          now={now}
          lines={lines}
          columns={[
            reference,
            priority,
            due,
            {
              header: 'Status',
              className: 'portal-dense__mark',
              of: ({ status }) => (status ? statusWords(status, { held: true }) : ''),
            },
            area,
            queue,
          ]}
        />
      )}
    </Page>
  );
}
