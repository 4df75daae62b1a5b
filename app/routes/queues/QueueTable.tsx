import type { Id } from '#app/domain/kernel/id.ts';
import type { SubmissionLine } from '#app/domain/triage/queues/queue-lines.server.ts';
import { mostMatches, type ListedLine } from '#app/domain/triage/queues/listed-line.ts';
import { writePick } from '#app/domain/triage/queues/bulk.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable, type CardTableColumn } from '#app/ui/layout/CardTable.tsx';
import { formatShortDate, formatTime } from '#app/ui/format/date.ts';
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

const reference = (line: SubmissionLine, hrefOf: QueueTableProps['hrefOf']) => (
  <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(line.id)} data-row-link="">
    {line.reference}
  </a>
);

/** What stands out about a submission besides its priority and clock. */
function Marks({ line, justIn = false }: { line: ListedLine; justIn?: boolean }) {
  return (
    <>
      {line.newInformation === 'danger' ? <Tag colour="red">Somebody in danger</Tag> : null}
      {line.newInformation === 'some' ? <Tag colour="yellow">New information</Tag> : null}
      {line.news ? <Tag colour="blue">New match</Tag> : null}
      {line.withdrawalRequested ? <Tag colour="orange">Asks to withdraw</Tag> : null}
      {line.restricted ? <Tag colour="purple">Restricted</Tag> : null}
      {line.concernsChild ? <ChildTag /> : null}
      {justIn ? <Tag colour="blue">Just in</Tag> : null}
    </>
  );
}

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

/**
 * The work list of those who hold a queue: one row of two lines for each, so that a screen shows ten and each can be judged
 * where it stands.
 */
export function QueueTable({ caption, lines, now, hrefOf, sortBy, newSince, pick }: QueueTableProps) {
  const sorted = (column: 'priority' | 'received' | 'due') => {
    const sort = sortBy?.(column);
    return sort ? { sort } : {};
  };
  return (
    <CardTable
      dense
      caption={caption}
      captionHidden
      rowKeys={useFrame().keys ? rowKeys : undefined}
      columns={[
        { header: 'Reference', nowrap: true, className: 'portal-dense__reference' },
        { header: 'Priority', className: 'portal-dense__priority', ...sorted('priority') },
        { header: 'Clock', className: 'portal-dense__clock', ...sorted('due') },
        { header: 'Received', className: 'portal-dense__received', ...sorted('received') },
        { header: 'Place', className: 'portal-dense__place' },
        { header: 'What it says', className: 'portal-dense__words' },
        { header: 'Mark, number', className: 'portal-dense__mark' },
        { header: 'Matches', numeric: true, className: 'portal-dense__matches' },
        { header: 'Holder', className: 'portal-dense__holder' },
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
          <ClockCell key="due" dueAt={line.dueAt} now={now} waitsFor={line.waitsFor} status={line.status} />,
          line.receivedAt ? <Received key="received" at={line.receivedAt} /> : null,
          <Place key="place" line={line} />,
          <Words key="words" line={line} justIn={newSince ? line.arrivedAt > newSince : false} />,
          line.mark === null ? null : (
            <span key="mark" className="portal-dense__first">
              {line.mark}
            </span>
          ),
          line.matches > 0 ? (line.matches >= mostMatches ? `${mostMatches}+` : line.matches) : null,
          <span key="holder">
            <span className="portal-dense__first">{owner(line)}</span>
            <span className="portal-dense__second">{status(line)}</span>
          </span>,
        ],
      }))}
    />
  );
}

/** Day and time under each other. */
const Received = ({ at }: { at: Date }) => (
  <time dateTime={at.toISOString()}>
    {formatShortDate(at)}
    <br />
    {formatTime(at)}
  </time>
);

function Place({ line }: { line: ListedLine }) {
  const area = line.area ?? 'Area not known';
  if (!line.place) return <span className="portal-secondary">{area}</span>;
  return (
    <>
      <span className="portal-dense__first">{line.place}</span>
      <span className="portal-dense__second portal-secondary">{area}</span>
    </>
  );
}

/** The beginning of the story, after what stands out; where there is room also the kind and who sent it. */
function Words({ line, justIn }: { line: ListedLine; justIn: boolean }) {
  const types = line.exploitationTypes ?? [];
  const from = [types.length > 0 ? types.join(', ') : 'Type not given', line.organisation].filter(Boolean);
  return (
    <>
      <span className="portal-dense__story">
        <Marks line={line} justIn={justIn} /> {line.words}
      </span>
      <span className="portal-dense__from portal-secondary">{from.join(' · ')}</span>
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
          <span key="reference" className="portal-marks">
            {reference(line, hrefOf)} <Marks line={line} />
          </span>,
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
