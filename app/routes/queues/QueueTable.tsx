import type { Id } from '#app/domain/kernel/id.ts';
import type { SubmissionLine } from '#app/domain/triage/queues/queue-lines.server.ts';
import type { ListedLine } from '#app/domain/triage/queues/queue-list.server.ts';
import { writePick } from '#app/domain/triage/queues/bulk.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable, type CardTableColumn } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { useFrame } from '#app/ui/layout/frame-context.ts';
import { keys } from '#app/ui/keyboard/keys.ts';
import { PickBox } from '#app/ui/layout/PickBox.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';
import { ChildTag } from '#app/ui/triage/ChildTag.tsx';
import { ClockCell } from '#app/ui/triage/ClockCell.tsx';
import { StateTag } from '#app/ui/triage/StateTag.tsx';

export type QueueTableProps = {
  caption: string;
  lines: readonly ListedLine[];
  now: Date;
  hrefOf: (submissionId: Id<'Submission'>) => string;
  /** The links that order the rows; left out where the order is the view's own. */
  sortBy?: (column: 'priority' | 'received' | 'due') => CardTableColumn['sort'];
  /** What came after this moment is marked as new. */
  newSince?: Date | null;
  /** The name of the boxes that choose rows; left out where nothing is done with several. */
  pick?: string;
};

/** In the order of `CardTable`. */
const rowKeys = [keys.next, keys.previous, keys.open, keys.select].map(({ key }) => key).join('');

const isOverdue = (line: SubmissionLine, now: Date): boolean => line.dueAt !== null && line.dueAt < now;

const reference = (line: ListedLine, hrefOf: QueueTableProps['hrefOf']) => (
  <>
    <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(line.id)} data-row-link="">
      {line.reference}
    </a>
    {line.restricted ? (
      <>
        <br />
        <Tag colour="purple">Restricted</Tag>
      </>
    ) : null}
    {line.concernsChild ? (
      <>
        <br />
        <ChildTag />
      </>
    ) : null}
    {line.newInformation === 'none' ? null : (
      <>
        <br />
        <Tag colour={line.newInformation === 'danger' ? 'red' : 'yellow'}>
          {line.newInformation === 'danger' ? 'Somebody in danger' : 'New information'}
        </Tag>
      </>
    )}
    {line.news ? (
      <>
        <br />
        <Tag colour="blue">New match</Tag>
      </>
    ) : null}
    {line.withdrawalRequested ? (
      <>
        <br />
        <Tag colour="orange">Asks to withdraw</Tag>
      </>
    ) : null}
  </>
);

const owner = (line: SubmissionLine) =>
  line.owner ?? (
    <span className={line.priority === 'high' ? 'portal-overdue' : 'portal-secondary'}>Nobody</span>
  );

const status = (line: SubmissionLine) =>
  line.status ? (
    <StateTag key="status" status={line.status} held={line.owner !== null} />
  ) : (
    <span className="portal-secondary">Not shown</span>
  );

/** The work list of those who hold a queue. */
export function QueueTable({ caption, lines, now, hrefOf, sortBy, newSince, pick }: QueueTableProps) {
  const sorted = (column: 'priority' | 'received' | 'due') => {
    const sort = sortBy?.(column);
    return sort ? { sort } : {};
  };
  return (
    <CardTable
      caption={caption}
      captionHidden
      rowKeys={useFrame().keys ? rowKeys : undefined}
      columns={[
        { header: 'Reference', nowrap: true },
        { header: 'Priority', ...sorted('priority') },
        { header: 'About' },
        { header: 'Area' },
        { header: 'Received', nowrap: true, ...sorted('received') },
        { header: 'Due', nowrap: true, ...sorted('due') },
        { header: 'Owner' },
        { header: 'Status' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        overdue: isOverdue(line, now),
        cells: [
          pick ? (
            <PickBox
              key="reference"
              name={pick}
              value={writePick({ submissionId: line.id, expectedVersion: line.version })}
              id={`${pick}-${line.id}`}
              label={`Select ${line.reference}`}
            >
              {reference(line, hrefOf)}
            </PickBox>
          ) : (
            reference(line, hrefOf)
          ),
          <PriorityTag key="priority" priority={line.priority} />,
          <About key="about" line={line} />,
          line.area ?? <span className="portal-secondary">Not known</span>,
          <Received key="received" line={line} newSince={newSince} />,
          <ClockCell key="due" dueAt={line.dueAt} now={now} waitsFor={line.waitsFor} status={line.status} />,
          owner(line),
          status(line),
        ],
      }))}
    />
  );
}

function Received({ line, newSince }: { line: ListedLine; newSince: Date | null | undefined }) {
  if (!line.receivedAt) return null;
  return (
    <>
      <DateTime at={line.receivedAt} short />
      {newSince && line.arrivedAt > newSince ? (
        <>
          <br />
          <Tag colour="blue">Just in</Tag>
        </>
      ) : null}
    </>
  );
}

function About({ line }: { line: SubmissionLine }) {
  const types = line.exploitationTypes ?? [];
  return (
    <>
      {types.length > 0 ? types.join(', ') : <span className="portal-secondary">Type not given</span>}
      {line.organisation ? (
        <>
          <br />
          <span className="portal-secondary">{line.organisation}</span>
        </>
      ) : null}
    </>
  );
}

/**
 * What those see who only know that a submission exists: its clock, queue and holder, and its state where they may know it;
 * nothing of what it says.
 */
export function WatchTable({ caption, lines, now, hrefOf }: QueueTableProps) {
  return (
    <CardTable
      caption={caption}
      captionHidden
      columns={[
        { header: 'Reference', nowrap: true },
        { header: 'Priority' },
        { header: 'Area' },
        { header: 'Due', nowrap: true },
        { header: 'Queue' },
        { header: 'Owner' },
        { header: 'Status' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        overdue: isOverdue(line, now),
        cells: [
          reference(line, hrefOf),
          <PriorityTag key="priority" priority={line.priority} />,
          line.area ?? <span className="portal-secondary">Not known</span>,
          <ClockCell key="due" dueAt={line.dueAt} now={now} waitsFor={line.waitsFor} status={line.status} />,
          line.queue,
          owner(line),
          status(line),
        ],
      }))}
    />
  );
}
