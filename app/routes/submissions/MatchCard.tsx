import type { ReactNode } from 'react';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Match } from '#app/domain/connections/matching/open-matches.server.ts';
import { strengthWords, type Strength } from '#app/domain/connections/matching/strength.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

const colours: Readonly<Record<Strength, TagColour>> = { strong: 'green', likely: 'blue', possible: 'grey' };

const things: Readonly<Record<Match['shared'][number]['thing'], string>> = {
  vehicle: 'Vehicle',
  contact: 'Contact',
  person: 'Person',
  place: 'Place',
  business: 'Business',
};

export type MatchCardProps = {
  match: Match;
  /** Null where the reader may know of the report and not open it. */
  href: string | null;
  /** The page of what both name. */
  entityHref: (entityId: Id<'Entity'>) => string;
  /** What can be done with it. */
  children?: ReactNode;
};

/** Another report with everything that it shares, each with the reason in words. */
export function MatchCard({ match, href, entityHref, children }: MatchCardProps) {
  const { reference, strength, submittedAt, status, held, area, queue, restricted, shared } = match;
  return (
    <SummaryCard
      headingLevel={2}
      title={
        <>
          {href ? (
            <a className="govuk-link govuk-link--no-visited-state" href={href}>
              {reference}
            </a>
          ) : (
            reference
          )}{' '}
          <Tag colour={colours[strength]}>{strengthWords[strength]}</Tag>{' '}
          {restricted ? <Tag colour="purple">Restricted</Tag> : null}
        </>
      }
      titleInWords={reference}
      rows={[
        ...shared.map(({ thing, own, other, why, entityId, strength: each }) => ({
          key: things[thing],
          value: (
            <>
              <strong>{why}</strong>
              {each === strength ? null : <> ({strengthWords[each].toLowerCase()})</>}
              <br />
              Here:{' '}
              {entityId ? (
                <a className="govuk-link" href={entityHref(entityId)}>
                  {own}
                </a>
              ) : (
                own
              )}
              {other ? (
                <>
                  <br />
                  There: {other}
                </>
              ) : null}
            </>
          ),
        })),
        {
          key: 'Report',
          value: (
            <>
              <DateTime at={submittedAt} short />, {area ?? 'area not known'},{' '}
              {statusWords(status, { held }).toLowerCase()}
              {href ? null : (
                <>
                  <br />
                  <span className="portal-secondary">
                    {queue} has it. You can open it once they have accepted it.
                  </span>
                </>
              )}
            </>
          ),
        },
      ]}
    >
      {children}
    </SummaryCard>
  );
}
