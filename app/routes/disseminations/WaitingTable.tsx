import type { Id } from '#app/domain/kernel/id.ts';
import type { WaitingLine } from '#app/domain/triage/dissemination/waiting-disseminations.server.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { DueTime } from '#app/ui/layout/DueTime.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';

export type WaitingTableProps = {
  caption: string;
  lines: readonly WaitingLine[];
  now: Date;
  /** The list of what recipients wrote: since when that waits, instead of the time to acknowledge. */
  answers?: boolean;
  hrefOf: (disseminationId: Id<'Dissemination'>) => string;
};

/** What was sent and is not finished: who has it, since when, and until when they should have said so. */
export function WaitingTable({ caption, lines, now, hrefOf, answers = false }: WaitingTableProps) {
  return (
    <CardTable
      caption={caption}
      captionHidden
      columns={[
        { header: 'Item', nowrap: true },
        { header: 'Sent to' },
        { header: 'Priority' },
        { header: 'Sent', nowrap: true },
        { header: answers ? 'Waiting since' : 'Acknowledge by', nowrap: true },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        overdue: !answers && (line.recalledAt !== null || line.acknowledgeBy < now),
        cells: [
          <span key="item">
            <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(line.id)}>
              {line.reference}, item {line.itemNumber}
            </a>{' '}
            {line.restricted ? <Tag colour="purple">Restricted</Tag> : null}
          </span>,
          line.recipient,
          <PriorityTag key="priority" priority={line.priority} />,
          <span key="sent">
            <DateTime at={line.sentAt} short />
            <br />
            <span className="portal-secondary">{line.sentBy}</span>
          </span>,
          answers && line.unreadSince ? (
            <span key="unread">
              <DateTime at={line.unreadSince} short />
              <br />
              {line.asks ? <Tag colour="yellow">Question</Tag> : null}
            </span>
          ) : line.recalledAt ? (
            <span key="recalled">
              <Tag colour="red">Recalled</Tag>
              <br />
              <span className="portal-secondary">
                <DateTime at={line.recalledAt} short />
              </span>
            </span>
          ) : (
            <DueTime key="due" due={line.acknowledgeBy} now={now} />
          ),
        ],
      }))}
    />
  );
}
