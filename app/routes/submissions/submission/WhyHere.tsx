import type { Facts, Routing } from '#app/domain/submission/submission-parts.server.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

const resolutions: Readonly<Record<string, string>> = {
  ambiguous: 'the postcode does not decide the area',
  out_of_force: 'outside the force',
  unknown_postcode: 'the postcode is not known',
  none: 'no postcode',
};

export type WhyHereProps = { routing: Routing; places: Facts['places'] };

/** Which rule sent it to this queue, in words, with what the officer needs to judge whether it was right. */
export function WhyHere({ routing, places }: WhyHereProps) {
  const { moves, watchers, candidates } = routing;
  return (
    <>
      <p className="govuk-body">{routing.reason}</p>
      <SummaryList
        rows={[
          {
            key: 'Rule',
            value: `${routing.rule ?? 'Moved by hand'}, version ${routing.ruleSetVersion} of the rules`,
          },
          places.length > 0 && {
            key: 'Places',
            value: (
              <ul className="govuk-list">
                {places.map((place, index) => (
                  <li key={index}>
                    {[place.address, place.postcode].filter(Boolean).join(', ') || `Place ${index + 1}`}:{' '}
                    {place.area ?? resolutions[place.resolution] ?? place.resolution}
                  </li>
                ))}
              </ul>
            ),
          },
          candidates.length > 0 && {
            key: 'Possible areas',
            value: candidates.map(({ name, share }) => `${name} ${Math.round(share * 100)}%`).join(', '),
          },
          watchers.length > 0 && {
            key: 'Watched by',
            value: watchers.map(({ queue }) => queue).join(', '),
          },
          moves.length > 1 && {
            key: 'Moved',
            value: (
              <ul className="govuk-list">
                {moves.slice(1).map((move, index) => (
                  <li key={index}>
                    To {move.queue} by {move.by ?? 'a rule'}, <DateTime at={move.at} short />: {move.reason}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
}
