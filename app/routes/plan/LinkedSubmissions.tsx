import type { Id } from '#app/domain/kernel/id.ts';
import type { LinkedPage } from '#app/domain/figures/linked-submissions.server.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { StateTag } from '#app/ui/triage/StateTag.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';

export type LinkedListProps = {
  page: LinkedPage;
  hrefOf: (submissionId: Id<'Submission'>) => string;
  /** Where the list begins, and where it goes on after a cursor. */
  listHref: (after: string | null) => string;
};

/** The submissions of an item that the reader may open, and how each came to be linked. */
export function LinkedList({ page: { lines, next, later }, hrefOf, listHref }: LinkedListProps) {
  if (lines.length === 0 && !later)
    return <p className="govuk-body">No submission that you may read is linked to this item.</p>;
  return (
    <>
      <p className="govuk-body portal-secondary">
        Only submissions that you may read, the newest link first.
      </p>
      <CardTable
        caption="Linked submissions"
        captionHidden
        columns={[
          { header: 'Reference', nowrap: true },
          { header: 'Received', nowrap: true },
          { header: 'Area' },
          { header: 'Status' },
          { header: 'How it is linked' },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            <a key="reference" className="govuk-link" href={hrefOf(line.id)}>
              {line.reference}
            </a>,
            <DateTime key="received" at={line.receivedAt} dateOnly short />,
            line.area ?? 'No single area',
            <StateTag key="status" status={line.status} held={line.held} />,
            <>
              {line.by === null ? 'By rule' : line.by}: {line.reason}
            </>,
          ],
        }))}
      />
      <ListPages
        label="Pages of linked submissions"
        start={later ? listHref(null) : null}
        next={next ? listHref(next) : null}
      />
    </>
  );
}
