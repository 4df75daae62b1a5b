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
  /** Where the two reports can be linked; null where the reader may not. */
  linkHref?: string | null;
};

/** Another report with everything that it shares, each with the reason in words. */
export function MatchCard({ match, href, linkHref = null }: MatchCardProps) {
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
      actions={linkHref ? [{ text: 'Link the reports', href: linkHref }] : []}
      rows={[
        ...shared.map(({ thing, own, other, why, strength: each }) => ({
          key: things[thing],
          value: (
            <>
              <strong>{why}</strong>
              {each === strength ? null : <> ({strengthWords[each].toLowerCase()})</>}
              <br />
              Here: {own}
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
    />
  );
}
