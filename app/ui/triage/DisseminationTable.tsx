import type { DisseminationLine } from '#app/domain/triage/dissemination/queue-disseminations.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { DueTime } from '#app/ui/layout/DueTime.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';

export type DisseminationTableProps = {
  caption: string;
  /** `area`: where each line says to which area it counts. */
  lines: readonly (Omit<DisseminationLine, 'words'> &
    Partial<Pick<DisseminationLine, 'words'>> & { area?: string | null })[];
  now: Date;
  hrefOf: (disseminationId: Id<'Dissemination'>) => string;
};

/** What was sent to a queue or to the MDS lead, with what still has to be acknowledged. */
export function DisseminationTable({ caption, lines, now, hrefOf }: DisseminationTableProps) {
  // The list for the MDS lead says nothing of what the items say.
  const says = lines.some(({ words }) => words !== undefined);
  return (
    <CardTable
      caption={caption}
      captionHidden
      dense
      columns={[
        { header: 'Item', nowrap: true, className: 'portal-dense__item' },
        { header: 'Priority', className: 'portal-dense__priority' },
        { header: 'Acknowledged', className: 'portal-dense__clock' },
        { header: 'Grade', className: 'portal-dense__mark' },
        ...(says ? [{ header: 'What it says', className: 'portal-dense__words' }] : []),
        { header: 'Sent', className: 'portal-dense__received' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        overdue: line.acknowledgedAt === null && line.recalledAt === null && line.acknowledgeBy < now,
        cells: [
          <span key="item">
            <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(line.id)}>
              {line.reference}, item {line.itemNumber}
            </a>
            {line.area ? (
              <>
                <br />
                <span className="portal-secondary">{line.area}</span>
              </>
            ) : null}
          </span>,
          <PriorityTag key="priority" priority={line.priority} />,
          line.recalledAt ? (
            <Tag key="recalled" colour="red">
              Recalled
            </Tag>
          ) : line.acknowledgedAt ? (
            <span key="acknowledged">
              {line.acknowledgedBy}
              <br />
              <span className="portal-secondary">
                <DateTime at={line.acknowledgedAt} short />
              </span>
            </span>
          ) : (
            <DueTime key="due" due={line.acknowledgeBy} now={now} />
          ),
          <span key="grade">
            {line.grade}
            {line.conditions ? (
              <>
                <br />
                <span className="portal-secondary">With conditions</span>
              </>
            ) : null}
          </span>,
          ...(says
            ? [
                <span key="words" className="portal-dense__story">
                  {line.words}
                </span>,
              ]
            : []),
          <DateTime key="sent" at={line.sentAt} short />,
        ],
      }))}
    />
  );
}
