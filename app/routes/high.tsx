import { openHigh } from '#app/domain/triage/queues/open-high.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ClockCell } from '#app/ui/triage/ClockCell.tsx';
import type { Route } from './+types/high.ts';

export const handle = { access: 'high.oversee', section: 'high' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openHigh(ctxOf(args), { cursor: args.url.searchParams.get('after') });
  return { page };
}

export default function High({ loaderData: { page } }: Route.ComponentProps) {
  const { lines, now, next, later } = page;
  return (
    <Page title="High submissions">
      <PageHeading>High submissions and who holds them</PageHeading>
      <p className="govuk-body">
        Every open submission with priority High. What it says is not shown, and of a restricted one neither
        is its area.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={link('high-ended')}>
          High submissions that have ended
        </a>
      </p>
      {lines.length === 0 ? (
        <EmptyState title="No High submission is open." />
      ) : (
        <CardTable
          caption="Open High submissions"
          captionHidden
          columns={[
            { header: 'Reference', nowrap: true },
            { header: 'Area' },
            { header: 'Due', nowrap: true },
            { header: 'Held by' },
          ]}
          rows={lines.map((line) => ({
            key: line.id,
            overdue: line.dueAt !== null && line.dueAt < now,
            cells: [
              line.restricted ? (
                <span key="reference">
                  {line.reference} <Tag colour="purple">Restricted</Tag>
                </span>
              ) : (
                <a
                  key="reference"
                  className="govuk-link govuk-link--no-visited-state"
                  href={link('submissions/submission', { submissionId: line.id }, { from: 'high' })}
                >
                  {line.reference}
                </a>
              ),
              line.area ?? (
                <span className="portal-secondary">{line.restricted ? 'Not shown' : 'Not known'}</span>
              ),
              <ClockCell key="due" dueAt={line.dueAt} now={now} waitsFor={line.waitsFor} status={null} />,
              line.holder ?? <strong>Nobody</strong>,
            ],
          }))}
        />
      )}
      <ListPages start={later ? link('high') : null} next={next ? link('high', {}, { after: next }) : null} />
    </Page>
  );
}
