import type { Dimension } from '#app/domain/figures/figure-filter.server.ts';

type NarrowedToProps = {
  of: readonly { dimension: Dimension; name: string; value: string }[];
  hrefWithout: (dimension: Dimension) => string;
};

/** To what the figures are narrowed, each with the way to have all again. Nothing while they are not. */
export function NarrowedTo({ of, hrefWithout }: NarrowedToProps) {
  if (of.length === 0) return null;
  return (
    <ul className="govuk-list">
      {of.map(({ dimension, name, value }) => (
        <li key={dimension}>
          Only {name.toLowerCase()}: <strong>{value}</strong>{' '}
          <a className="govuk-link portal-no-print" href={hrefWithout(dimension)}>
            Show all<span className="govuk-visually-hidden">, whatever the {name.toLowerCase()}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
