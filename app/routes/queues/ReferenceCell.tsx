import type { SubmissionLine } from '#app/domain/triage/queues/queue-lines.server.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { ChildTag } from '#app/ui/triage/ChildTag.tsx';

export type ReferenceCellProps = Pick<SubmissionLine, 'reference' | 'restricted' | 'concernsChild'> & {
  href: string;
  /** What the partner added that nobody has marked as read. */
  added?: SubmissionLine['newInformation'];
};

/** The reference of a submission in a table: where it leads, that it is restricted or concerns a child, and what was added. */
export function ReferenceCell({
  href,
  reference,
  restricted,
  concernsChild,
  added = 'none',
}: ReferenceCellProps) {
  return (
    <>
      <a className="govuk-link govuk-link--no-visited-state" href={href}>
        {reference}
      </a>{' '}
      {restricted ? <Tag colour="purple">Restricted</Tag> : null} {concernsChild ? <ChildTag /> : null}{' '}
      {added === 'none' ? null : (
        <Tag colour={added === 'danger' ? 'red' : 'blue'}>
          {added === 'danger' ? 'Danger added' : 'New information'}
        </Tag>
      )}
    </>
  );
}
