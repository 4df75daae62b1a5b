import {
  shiftHandover,
  type HandoverLine,
  type OwnDay,
} from '#app/domain/triage/queues/shift-handover.server.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { sharedColumns, SubmissionTable } from './SubmissionTable.tsx';
import type { Route } from './+types/handover.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { handover: await shiftHandover(ctxOf(args)) };
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const dayInWords = ({ taken, graded, sent, ended }: OwnDay): string =>
  `Your day: ${taken} taken, ${counted(graded, 'item graded', 'items graded')}, ${sent} sent, ${ended} ended.`;

/** What is handed over, on one page to read out or print. A line stands once: where it is most pressing. */
export default function Handover({ loaderData: { handover } }: Route.ComponentProps) {
  const { lines, now, until, more, day } = handover;
  const isHigh = ({ priority }: HandoverLine) => priority === 'high';
  const isSoon = (line: HandoverLine) => !isHigh(line) && line.soon;
  const parts = [
    { title: 'High', of: lines.filter(isHigh) },
    { title: 'Due in the next shift', of: lines.filter(isSoon) },
    { title: 'Held, and not due yet', of: lines.filter((line) => !isHigh(line) && !line.soon) },
  ];
  return (
    <Page title="Handover of a shift" backHref={link('queues/mine')} backText="What you have claimed">
      <PageHeading>Handover of a shift</PageHeading>
      <p className="govuk-body">
        Open reports that you may read, as they stand on <DateTime at={now} />. The next shift ends on{' '}
        <DateTime at={until} />. {dayInWords(day)}
      </p>
      {more ? <p className="govuk-body">There are more than 200: these are the most pressing.</p> : null}
      {lines.length === 0 ? <EmptyState title="There is nothing to hand over." /> : null}
      {parts.map(({ title, of }) =>
        of.length > 0 ? <Part key={title} title={title} lines={of} now={now} /> : null,
      )}
    </Page>
  );
}

function Part({ title, lines, now }: { title: string; lines: readonly HandoverLine[]; now: Date }) {
  const { reference, priority, due, area, queue } = sharedColumns('handover', now);
  return (
    <SubmissionTable
      caption={`${title} (${lines.length})`}
      dense
      now={now}
      lines={lines}
      columns={[
        reference,
        priority,
        due,
        { header: 'Holder', className: 'portal-dense__holder', of: ({ owner }) => owner ?? 'Nobody' },
        {
          header: 'Status',
          className: 'portal-dense__mark',
          of: ({ status, owner }) => (status ? statusWords(status, { held: owner !== null }) : ''),
        },
        area,
        queue,
      ]}
    />
  );
}
