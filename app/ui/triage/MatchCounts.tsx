import type { MatchCounts as Counts } from '#app/domain/matching/open-matches.server.ts';

const matches = (count: number): string => `${count} possible ${count === 1 ? 'match' : 'matches'}`;

/** "2", or "0 and 1 elsewhere": what is elsewhere is no less a match. */
export const matchesInShort = ({ found, elsewhere }: Counts): string =>
  elsewhere > 0 ? `${found} and ${elsewhere} elsewhere` : String(found);

export type MatchCountsProps = {
  counts: Counts;
  /** The page that shows them; left out on that page. */
  href?: string;
};

/** How many other reports share something, and that others elsewhere do: never what those say. */
export function MatchCounts({ counts, href }: MatchCountsProps) {
  const { found, strong, elsewhere } = counts;
  return (
    <>
      <p className="govuk-body">
        {found === 0
          ? 'No report that you may open shares a vehicle, contact, person, place or business with this one.'
          : `${matches(found)}${strong > 0 ? `, ${strong} of them strong` : ''}.`}
      </p>
      {href && found > 0 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={href}>
            See the matches and why they match
          </a>
        </p>
      ) : null}
      {elsewhere > 0 ? (
        <p className="govuk-body">
          <strong>
            {elsewhere} {elsewhere === 1 ? 'match' : 'matches'} elsewhere: ask FIB.
          </strong>
        </p>
      ) : null}
    </>
  );
}
