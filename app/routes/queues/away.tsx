import { mostAtOnce, writePick } from '#app/domain/triage/queues/bulk.ts';
import { heldByAway } from '#app/domain/triage/queues/held-by-away.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DueTime } from '#app/ui/layout/DueTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';
import { ReferenceCell } from './ReferenceCell.tsx';
import type { Route } from './+types/away.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { list: await heldByAway(ctxOf(args)) };
}

type List = Route.ComponentProps['loaderData']['list'];

export default function HeldByAway({ loaderData: { list } }: Route.ComponentProps) {
  const holders = [...new Set(list.lines.map(({ owner }) => owner ?? ''))];
  return (
    <Page title="Held by somebody who is away" backHref={link('queues/queues')} backText="Queues">
      <PageHeading>Held by somebody who is away</PageHeading>
      <p className="govuk-body">
        What is claimed by somebody who is recorded as away, or whose account is suspended. It stays theirs
        until somebody else has it.
      </p>
      {list.lines.length === 0 ? (
        <EmptyState title="Nobody who holds anything is away." />
      ) : (
        holders.map((holder) => (
          <Holder
            key={holder}
            holder={holder}
            list={{ ...list, lines: list.lines.filter(({ owner }) => owner === holder) }}
          />
        ))
      )}
    </Page>
  );
}

/** What one of them holds. A supervisor gives all of it that is FIB's to an officer in one go. */
function Holder({ holder, list: { lines, now, action } }: { holder: string; list: List }) {
  const [first] = lines;
  const ofFib = action === 'assign' ? lines.filter(({ queueCode }) => queueCode === 'fib') : [];
  const together = ofFib.slice(0, mostAtOnce);
  return (
    <>
      <h2 className="govuk-heading-m">
        {holder}, {first?.awayUntil ? `away until ${formatDateTime(first.awayUntil)}` : 'suspended'}
      </h2>
      {together.length > 1 ? (
        <form method="get" action={link('queues/bulk', { queueCode: 'fib' })}>
          <input type="hidden" name="do" value="assign" />
          {together.map((line) => (
            <input
              key={line.id}
              type="hidden"
              name="pick"
              value={writePick({ submissionId: line.id, expectedVersion: line.version })}
            />
          ))}
          <Button variant="secondary">
            {ofFib.length > together.length ? 'Hand over the first' : 'Hand over all'} {together.length}
            <span className="govuk-visually-hidden"> of {holder}</span>
          </Button>
        </form>
      ) : null}
      <CardTable
        caption={`What ${holder} holds`}
        captionHidden
        columns={[
          { header: 'Reference', nowrap: true },
          { header: 'Priority', nowrap: true },
          { header: 'Due', nowrap: true },
          { header: 'Area' },
          { header: 'Queue' },
          { header: 'Action', visuallyHidden: true },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          overdue: line.dueAt !== null && line.dueAt < now,
          cells: [
            <ReferenceCell
              key="reference"
              href={link('submissions/submission', { submissionId: line.id }, { from: 'away' })}
              reference={line.reference}
              restricted={line.restricted}
              concernsChild={line.concernsChild}
              added={line.newInformation}
            />,
            <PriorityTag key="priority" priority={line.priority} />,
            line.dueAt ? <DueTime key="due" due={line.dueAt} now={now} /> : 'No clock runs',
            line.area ?? 'Not known',
            line.queue,
            <a
              key="action"
              className="govuk-link govuk-link--no-visited-state"
              href={link('submissions/action', { submissionId: line.id, action }, { from: 'away' })}
            >
              {action === 'assign' ? 'Hand over' : 'Take over'}
              <span className="govuk-visually-hidden"> {line.reference}</span>
            </a>,
          ],
        }))}
      />
    </>
  );
}
