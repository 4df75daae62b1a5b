import type { SentAtOnce } from '#app/domain/triage/approvals/approvals-waiting.server.ts';
import type { Approvals } from '#app/domain/triage/approvals/open-approvals.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { DueTime } from '#app/ui/layout/DueTime.tsx';
import { requestWords } from './request-words.ts';

type Line = { itemId: Id<'IntelligenceItem'>; itemNumber: number; reference: string; version: number };
type HrefOf = (line: Line) => string;

const item = (line: Line, hrefOf: HrefOf) => (
  <a key="item" className="govuk-link govuk-link--no-visited-state" href={hrefOf(line)}>
    {line.reference}, item {line.itemNumber}
  </a>
);

/** What went out on one person's word, with the time by which a second person approves it. */
export function SentAtOnceTable(props: { lines: readonly SentAtOnce[]; now: Date; hrefOf: HrefOf }) {
  return (
    <CardTable
      caption="Sent at once, still to be approved"
      captionHidden
      columns={[{ header: 'Item', nowrap: true }, { header: 'Sent' }, { header: 'Approve by', nowrap: true }]}
      rows={props.lines.map((line) => ({
        key: `${line.itemId} ${line.version}`,
        overdue: line.approveBy < props.now,
        cells: [
          item(line, props.hrefOf),
          <span key="sent">
            <DateTime at={line.sentAt} short />
            {line.recalled ? ', recalled since' : ''}
          </span>,
          <DueTime key="due" due={line.approveBy} now={props.now} />,
        ],
      }))}
    />
  );
}

/** What cannot go out before a second person has approved it. */
export function ReadyTable({ lines, hrefOf }: { lines: Approvals['ready']; hrefOf: HrefOf }) {
  return (
    <CardTable
      caption="To be approved before it goes out"
      captionHidden
      columns={[
        { header: 'Item', nowrap: true },
        { header: 'Version', numeric: true },
        { header: 'Written' },
        { header: 'By' },
      ]}
      rows={lines.map((line) => ({
        key: line.itemId,
        cells: [
          item(line, hrefOf),
          line.version,
          <DateTime key="written" at={line.writtenAt} short />,
          line.own ? `${line.writtenBy}, and another supervisor than you must approve it` : line.writtenBy,
        ],
      }))}
    />
  );
}

/** What officers ask that one person may not do alone. */
export function RequestTable(props: {
  lines: Approvals['requests'];
  hrefOf: (submissionId: Id<'Submission'>) => string;
}) {
  return (
    <CardTable
      caption="Requests to decide"
      captionHidden
      columns={[
        { header: 'Submission', nowrap: true },
        { header: 'Asked for' },
        { header: 'Asked' },
        { header: 'By' },
      ]}
      rows={props.lines.map((line) => ({
        key: `${line.submissionId} ${line.kind}`,
        cells: [
          <a
            key="submission"
            className="govuk-link govuk-link--no-visited-state"
            href={props.hrefOf(line.submissionId)}
          >
            {line.reference}
          </a>,
          requestWords(line),
          <DateTime key="asked" at={line.askedAt} short />,
          line.own ? `${line.askedBy}, and another supervisor than you must decide` : line.askedBy,
        ],
      }))}
    />
  );
}
