import { openApprovals } from '#app/domain/triage/approvals/open-approvals.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ReadyTable, RequestTable, SentAtOnceTable } from '#app/ui/triage/ApprovalTables.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Route } from './+types/approvals.ts';

export const handle = { access: 'approvals.decide' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { approvals: await openApprovals(ctxOf(args)) };
}

const hrefOf = ({ itemId, version }: { itemId: Id<'IntelligenceItem'>; version: number }): string =>
  `${link('items/approve', { itemId })}?version=${version}`;

export default function Approvals({ loaderData: { approvals } }: Route.ComponentProps) {
  const { sent, ready, requests, now } = approvals;
  return (
    <Page title="To approve" backHref={link('queues/queues')} backText="Queues">
      <PageHeading>To approve</PageHeading>
      <p className="govuk-body">
        <a className="govuk-link" href={link('high-ended')}>
          High submissions that have ended
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={link('sources/requests')}>
          Sealed sources: who asked to open one
        </a>
      </p>
      {sent.length + ready.length + requests.length === 0 ? (
        <EmptyState title="Nothing waits for a second person." />
      ) : null}
      {sent.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Sent at once, still to be approved</h2>
          <SentAtOnceTable lines={sent} now={now} hrefOf={hrefOf} />
        </>
      ) : null}
      {ready.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">To be approved before it goes out</h2>
          <ReadyTable lines={ready} hrefOf={hrefOf} />
        </>
      ) : null}
      {requests.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Requests to decide</h2>
          <RequestTable
            lines={requests}
            hrefOf={(submissionId: Id<'Submission'>) => link('submissions/submission', { submissionId })}
          />
        </>
      ) : null}
    </Page>
  );
}
