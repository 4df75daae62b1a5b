import type { Id } from '#app/domain/kernel/id.ts';
import { relationKinds } from '#app/domain/connections/matching/relations.ts';
import type { Relation } from '#app/domain/connections/matching/relations.server.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

export type RelationListProps = {
  relations: readonly Relation[];
  /** How many more hold that the reader is told of and not shown. */
  elsewhere: number;
  hrefOf: (submissionId: Id<'Submission'>) => string;
};

export const relationWords = ({ kind, outgoing }: Relation): string =>
  outgoing ? relationKinds[kind].of : relationKinds[kind].from;

/** What officers have found a report to have to do with others, who found it and why. */
export function RelationList({ relations, elsewhere, hrefOf }: RelationListProps) {
  return (
    <>
      {relations.length > 0 ? (
        <ul className="govuk-list">
          {relations.map((relation) => (
            <li key={relation.id}>
              <strong>{relationWords(relation)}</strong>{' '}
              {relation.other.readable ? (
                <a className="govuk-link" href={hrefOf(relation.other.id)}>
                  {relation.other.reference}
                </a>
              ) : (
                relation.other.reference
              )}
              <br />
              <span className="portal-secondary">
                {relation.by}, <DateTime at={relation.at} short />: {relation.reason}
                {relation.ended ? (
                  <>
                    <br />
                    Ended by {relation.ended.by}, <DateTime at={relation.ended.at} short />:{' '}
                    {relation.ended.reason}
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {elsewhere > 0 ? (
        <p className="govuk-body">
          {elsewhere} {elsewhere === 1 ? 'link' : 'links'} to reports elsewhere: ask FIB.
        </p>
      ) : null}
    </>
  );
}
