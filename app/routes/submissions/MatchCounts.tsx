import type { MatchCounts as Counts } from '#app/domain/connections/matching/open-matches.server.ts';

const matches = (count: number): string => `${count} possible ${count === 1 ? 'match' : 'matches'}`;

/** "2", "60 or more", or "0 and 1 elsewhere": what is elsewhere is no less a match. */
export const matchesInShort = ({ found, elsewhere, many }: Counts): string =>
  `${found}${many.length > 0 ? ' or more' : ''}${elsewhere > 0 ? ` and ${elsewhere} elsewhere` : ''}`;

const inWords = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export type MatchCountsProps = {
  counts: Counts;
  /** How many the standing watch noticed since the holder last looked. */
  news?: number;
  /** The page that shows them; left out on that page. */
  href?: string;
};

/** How many other reports share something, and that others elsewhere do: never what those say. */
export function MatchCounts({ counts, news = 0, href }: MatchCountsProps) {
  const { found, strong, elsewhere, many } = counts;
  return (
    <>
      <p className="govuk-body">
        {found === 0
          ? 'No report that you may open names what this one names.'
          : `${many.length > 0 ? 'At least ' : ''}${matches(found)}${strong > 0 ? `, ${strong} of them strong` : ''}${news > 0 ? `, ${news} new` : ''}.`}
        {href && found > 0 ? (
          <>
            {' '}
            <a className="govuk-link" href={href}>
              See the matches and why they match
            </a>
          </>
        ) : null}
      </p>
      {many.length > 0 ? (
        <p className="govuk-body">
          Very many reports hold something like {inWords.format(many.map((value) => `“${value}”`))}. Only the
          nearest are counted and listed: to find others, search with something else that you know.
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
