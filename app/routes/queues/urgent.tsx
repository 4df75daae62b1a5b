import { urgentList } from '#app/domain/desks/urgent-list.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { DueTime } from '#app/ui/layout/DueTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SentAtOnceTable } from '#app/ui/triage/ApprovalTables.tsx';
import { LiveNews } from '#app/ui/triage/LiveNews.tsx';
import { sharedColumns, SubmissionTable } from './SubmissionTable.tsx';
import type { Route } from './+types/urgent.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { list: await urgentList(ctxOf(args)) };
}

export default function Urgent({ loaderData: { list } }: Route.ComponentProps) {
  const { lines, unread, approvals, unacknowledged, now, onDuty } = list;
  const { reference, due, area, queue } = sharedColumns('urgent', now);
  return (
    <Page title="Urgent submissions" backHref={link('queues/queues')} backText="Queues">
      <PageHeading>Urgent submissions that nobody here holds</PageHeading>
      {onDuty ? (
        <p className="govuk-body">
          You are on the duty list: these are the High submissions of every queue that nobody has claimed, or
          whose holder is away, suspended or has not opened it.
        </p>
      ) : null}
      <LiveNews now={now} againHref={link('queues/urgent')} />
      {lines.length === 0 ? (
        <EmptyState title="Somebody who is here holds every High submission." />
      ) : (
        <SubmissionTable
          caption="High submissions that nobody here holds"
          captionHidden
          now={now}
          lines={lines}
          columns={[
            reference,
            {
              header: 'Nobody has it since',
              nowrap: true,
              of: ({ waitingSince }) => <DateTime at={waitingSince} short />,
            },
            { header: 'Owner', of: ownerWords },
            due,
            { header: 'Told so far', of: (line) => <StepsTaken {...line} /> },
            area,
            queue,
          ]}
        />
      )}
      <UnreadDanger unread={unread} now={now} />
      <Unacknowledged unacknowledged={unacknowledged} now={now} />
      <Approvals approvals={approvals} now={now} />
    </Page>
  );
}

/** Nobody, or who holds it without being here: it can be taken over from them. */
function ownerWords({
  owner,
  awayUntil,
  unopened,
}: Route.ComponentProps['loaderData']['list']['lines'][number]): string {
  if (owner === null) return 'Nobody';
  if (unopened) return `${owner}, who has not opened it`;
  return awayUntil ? `${owner}, away until ${formatDateTime(awayUntil)}` : `${owner}, suspended`;
}

type Line = Route.ComponentProps['loaderData']['list']['lines'][number];

/** Whom the portal has told since nobody has it, the last first, and when it tells the next. */
function StepsTaken({ stepsTaken, next }: Pick<Line, 'stepsTaken' | 'next'>) {
  return (
    <>
      {stepsTaken.map(({ to, at }) => (
        <div key={at.toISOString() + to.join('-')}>
          {to.join(', ')}, <DateTime at={at} short />
        </div>
      ))}
      <div className="portal-secondary">
        Next at <DateTime at={next} short />
      </div>
    </>
  );
}

type UnreadProps = Pick<Route.ComponentProps['loaderData']['list'], 'unread' | 'now'>;

function UnreadDanger({ unread, now }: UnreadProps) {
  if (unread.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Claimed, with danger added that nobody has marked as read</h2>
      <CardTable
        caption="Claimed, with danger added that nobody has marked as read"
        captionHidden
        columns={[
          { header: 'Reference', nowrap: true },
          { header: 'Read by', nowrap: true },
          { header: 'Owner' },
          { header: 'Area' },
          { header: 'Queue' },
        ]}
        rows={unread.map((line) => ({
          key: line.id,
          overdue: line.readBy < now,
          cells: [
            <a
              key="reference"
              className="govuk-link govuk-link--no-visited-state"
              href={link('submissions/submission', { submissionId: line.id }, { from: 'urgent' })}
            >
              {line.reference}
            </a>,
            <DueTime key="due" due={line.readBy} now={now} />,
            line.owner ?? 'Nobody',
            line.area ?? 'Not known',
            line.queue,
          ],
        }))}
      />
    </>
  );
}

type UnacknowledgedProps = Pick<Route.ComponentProps['loaderData']['list'], 'unacknowledged' | 'now'>;

function Unacknowledged({ unacknowledged, now }: UnacknowledgedProps) {
  if (unacknowledged.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">High items that a queue has not acknowledged in time</h2>
      <CardTable
        caption="High items that a queue has not acknowledged in time"
        captionHidden
        columns={[
          { header: 'Item', nowrap: true },
          { header: 'Acknowledge by', nowrap: true },
          { header: 'Sent', nowrap: true },
          { header: 'Queue' },
        ]}
        rows={unacknowledged.map((line) => ({
          key: line.id,
          overdue: true,
          cells: [
            <a
              key="item"
              className="govuk-link govuk-link--no-visited-state"
              href={link('disseminations/dissemination', { disseminationId: line.id })}
            >
              {line.reference}, item {line.itemNumber}
            </a>,
            <DueTime key="due" due={line.acknowledgeBy} now={now} />,
            <DateTime key="sent" at={line.sentAt} short />,
            line.queue,
          ],
        }))}
      />
    </>
  );
}

type ApprovalsProps = Pick<Route.ComponentProps['loaderData']['list'], 'approvals' | 'now'>;

function Approvals({ approvals, now }: ApprovalsProps) {
  if (approvals.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Sent at once, still to be approved</h2>
      <SentAtOnceTable
        lines={approvals}
        now={now}
        hrefOf={({ itemId, version }) => `${link('items/approve', { itemId })}?version=${version}`}
      />
    </>
  );
}
