import { data, redirect } from 'react-router';
import { queuePage } from '#app/domain/triage/queue.server.ts';
import { takeNext } from '#app/domain/triage/take-next.server.ts';
import { ctxOf } from '#app/http/context.ts';
import { submissionMarking } from '#app/http/marking.ts';
import { readForm } from '#app/http/read-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Pagination } from '#app/ui/govuk/Pagination.tsx';
import { CountedViews } from '#app/ui/layout/CountedViews.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { DisseminationTable } from '#app/ui/triage/DisseminationTable.tsx';
import { QueueTable, WatchTable } from '#app/ui/triage/QueueTable.tsx';
import type { Route } from './+types/queue.ts';

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const page = await queuePage(ctxOf(args), {
    queueCode: args.params.queueCode,
    view: searchParams.get('view'),
    cursor: searchParams.get('after'),
  });
  return { page, marking: submissionMarking(args) };
}

/** Takes the next submission of the queue and opens it. */
export async function action(args: Route.ActionArgs) {
  await readForm(args.request, []);
  const taken = await takeNext(ctxOf(args), { queueCode: args.params.queueCode });
  if (taken) throw redirect(`${triageAddresses.submission(taken.submissionId)}?done=claim`);
  return data({ nothingWaits: true });
}

export default function Queue({ loaderData: { page, marking }, actionData }: Route.ComponentProps) {
  const { queue, views, view, counts } = page;
  const holds = queue.hold === 'holder';
  return (
    <Page
      title={`Queue: ${view.label}`}
      marking={marking}
      wide
      success={actionData?.nothingWaits ? 'Everything in this queue is claimed' : undefined}
    >
      <div className="portal-queue__head">
        <PageHeading>{queue.name}</PageHeading>
        {holds ? (
          <form method="post" action={triageAddresses.queue(queue.code)} className="portal-queue__take">
            <Button preventDoubleClick disabled={counts.unassigned === 0}>
              Take next
            </Button>
          </form>
        ) : null}
      </div>
      {holds ? (
        <p className="govuk-body">
          <a className="govuk-link" href={triageAddresses.urgent}>
            All urgent submissions you may claim
          </a>
        </p>
      ) : (
        <p className="govuk-body">
          Figures, clocks and holders of your area. What the reports say is not shown here.
        </p>
      )}
      <CountedViews
        label="Views"
        views={views.map(({ id, label, count }) => ({
          text: label,
          count,
          href: triageAddresses.queue(queue.code, id),
          current: id === view.id,
          urgent: id === 'urgent' || id === 'overdue',
        }))}
      />
      <h2 className="govuk-heading-m">{view.label}</h2>
      <Lines page={page} />
      <Pages page={page} />
    </Page>
  );
}

type PageProps = { page: Route.ComponentProps['loaderData']['page'] };

function Lines({ page }: PageProps) {
  const { view, lines, disseminations, now, queue } = page;
  if (lines.length === 0 && disseminations.length === 0) return <EmptyState title={view.empty} />;
  if (view.id === 'disseminated-to-us')
    return <DisseminationTable lines={disseminations} now={now} hrefOf={triageAddresses.dissemination} />;
  const Table = queue.hold === 'lead' || view.id === 'watching' ? WatchTable : QueueTable;
  return <Table caption={view.label} lines={lines} now={now} hrefOf={triageAddresses.submission} />;
}

function Pages({ page: { queue, view, next, later } }: PageProps) {
  if (!next && !later) return null;
  return (
    <Pagination
      label="Pages of this view"
      previous={
        later ? { href: triageAddresses.queue(queue.code, view.id), text: 'Back to the start' } : undefined
      }
      next={next ? { href: triageAddresses.queue(queue.code, view.id, next), text: 'More' } : undefined}
    />
  );
}
