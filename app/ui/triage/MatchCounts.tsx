import type { MatchCounts as Counts } from '#app/domain/matching/open-matches.server.ts';

const matches = (count: number): string => `${count} possible ${count === 1 ? 'match' : 'matches'}`;

/** How many other reports share something, and that others elsewhere do: never what those say. */
export function MatchCounts({ counts }: { counts: Counts }) {
  const { found, strong, elsewhere } = counts;
  return (
    <>
      <p className="govuk-body">
        {found === 0
          ? 'No report that you may open shares a vehicle, contact, person, place or business with this one.'
          : `${matches(found)}${strong > 0 ? `, ${strong} of them strong` : ''}.`}
      </p>
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
