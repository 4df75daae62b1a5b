import { mostAtOnce, writePick } from '#app/domain/triage/queues/bulk.ts';
import { heldByAway } from '#app/domain/triage/queues/held-by-away.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { sharedColumns, SubmissionTable } from './SubmissionTable.tsx';
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
  const { reference, priority, due, area, queue } = sharedColumns('away', now);
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
      <SubmissionTable
        caption={`What ${holder} holds`}
        captionHidden
        now={now}
        lines={lines}
        columns={[
          reference,
          priority,
          due,
          area,
          queue,
          {
            header: 'Action',
            visuallyHidden: true,
            of: (line) => (
              <a
                className="govuk-link govuk-link--no-visited-state"
                href={link('submissions/action', { submissionId: line.id, action }, { from: 'away' })}
              >
                {action === 'assign' ? 'Hand over' : 'Take over'}
                <span className="govuk-visually-hidden"> {line.reference}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  );
}
