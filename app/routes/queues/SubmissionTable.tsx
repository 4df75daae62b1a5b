import type { ReactNode } from 'react';
import type { SubmissionLine } from '#app/domain/triage/queues/queue-lines.server.ts';
import { link } from '#app/http/link.ts';
import { CardTable, type CardTableColumn } from '#app/ui/layout/CardTable.tsx';
import { DueTime } from '#app/ui/layout/DueTime.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';
import { ReferenceCell } from './ReferenceCell.tsx';

type Line = SubmissionLine & { queue: string };

/** A column of a list of submissions, and what stands in it. */
export type LineColumn<L> = CardTableColumn & { of: (line: L) => ReactNode };

/** The columns that such lists share. `from` is the list to which the page of a submission leads back. */
export const sharedColumns = (from: string, now: Date) =>
  ({
    reference: {
      header: 'Reference',
      nowrap: true,
      className: 'portal-dense__reference',
      of: (line) => (
        <ReferenceCell
          href={link('submissions/submission', { submissionId: line.id }, { from })}
          reference={line.reference}
          restricted={line.restricted}
          concernsChild={line.concernsChild}
          added={line.newInformation}
        />
      ),
    },
    priority: {
      header: 'Priority',
      nowrap: true,
      className: 'portal-dense__priority',
      of: ({ priority }) => <PriorityTag priority={priority} />,
    },
    due: {
      header: 'Due',
      nowrap: true,
      className: 'portal-dense__clock',
      of: ({ dueAt }) => (dueAt ? <DueTime due={dueAt} now={now} /> : 'No clock runs'),
    },
    area: { header: 'Area', className: 'portal-dense__area', of: ({ area }) => area ?? 'Area not known' },
    queue: { header: 'Queue', className: 'portal-dense__queue', of: ({ queue }) => queue },
  }) satisfies Record<string, LineColumn<Line>>;

export type SubmissionTableProps<L> = {
  caption: string;
  /** Spoken only, where a heading above says the same. */
  captionHidden?: boolean;
  /** Two lines a row, and three on a narrow screen: for lists that may be long. */
  dense?: boolean;
  now: Date;
  lines: readonly L[];
  columns: readonly LineColumn<L>[];
};

/** Submissions of several queues, one to a row; what is overdue is marked. */
export function SubmissionTable<L extends Line>({ now, lines, columns, ...table }: SubmissionTableProps<L>) {
  return (
    <CardTable
      {...table}
      columns={columns}
      rows={lines.map((line) => ({
        key: line.id,
        overdue: line.dueAt !== null && line.dueAt < now,
        cells: columns.map(({ of }) => of(line)),
      }))}
    />
  );
}
