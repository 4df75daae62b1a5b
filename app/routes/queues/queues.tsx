import { redirect } from 'react-router';
import { may } from '#app/domain/kernel/permissions.ts';
import { queuesOf } from '#app/domain/submission/queues-held.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { LiveNews } from '#app/ui/triage/LiveNews.tsx';
import type { Route } from './+types/queues.ts';

export const handle = { access: 'queues.read', marking: null } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const now = ctx.clock.now();
  const queues = await queuesOf(ctx);
  const [only, ...others] = queues;
  if (only && others.length === 0) throw redirect(link('queues/queue', { queueCode: only.code }));
  return { queues, now: may(ctx.actor, 'triage.work') ? now : null };
}

type Line = Route.ComponentProps['loaderData']['queues'][number];

export default function Queues({ loaderData: { queues, now } }: Route.ComponentProps) {
  const own = queues.filter(({ hold }) => hold !== 'overseer');
  const others = queues.filter(({ hold }) => hold === 'overseer');
  return (
    <Page title="Queues">
      <PageHeading>Queues</PageHeading>
      {now ? <LiveNews now={now} againHref={link('queues/queues')} /> : null}
      {queues.length === 0 ? (
        <EmptyState title="You have no queue.">
          An administrator gives you the role or the area that you work in.
        </EmptyState>
      ) : null}
      {own.length > 0 ? <QueueList caption="Your queues" queues={own} /> : null}
      {others.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Other queues</h2>
          <p className="govuk-body">
            You see their clocks, status and holders, and can assign and move reports.
          </p>
          <QueueList caption="Other queues" queues={others} />
        </>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={link('products/products')}>
          Products for meetings, and the written procedure
        </a>
      </p>
    </Page>
  );
}

function QueueList({ caption, queues }: { caption: string; queues: readonly Line[] }) {
  return (
    <CardTable
      caption={caption}
      captionHidden
      columns={[
        { header: 'Queue' },
        { header: 'High', numeric: true },
        { header: 'Unassigned', numeric: true },
        { header: 'Overdue', numeric: true },
        { header: 'To acknowledge', numeric: true },
      ]}
      rows={queues.map(({ code, name, areaName, hold, counts }) => ({
        key: code,
        cells: [
          <span key="name">
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={link('queues/queue', { queueCode: code })}
            >
              {hold === 'lead' ? (areaName ?? name) : name}
            </a>
            {hold === 'lead' ? (
              <>
                <br />
                <span className="portal-secondary">Everything that counts to your area</span>
              </>
            ) : null}
          </span>,
          counts.urgent,
          counts.unassigned,
          counts.overdue,
          counts['disseminated-to-us'],
        ],
      }))}
    />
  );
}
