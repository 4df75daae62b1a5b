import { max } from 'd3-array';
import { classNames } from '#app/ui/govuk/class-names.ts';

/** One bar. `name` tells several bars of a row apart; `lighter` is drawn as less than the others, such as what came before. */
export type RankBar = { name?: string; count: number; lighter?: boolean };

export type RankBarsProps = {
  id: string;
  headline: string;
  subtitle: string;
  rows: readonly { key: string; label: string; bars: readonly RankBar[] }[];
  source: string;
};

/**
 * Counts of named things as bars from left to right, in the order given; a thing with nothing keeps its line. Names and
 * numbers are text in a list, so that they wrap and are read; only the bars are drawn.
 */
export function RankBars({ id, headline, subtitle, rows, source }: RankBarsProps) {
  const longest = Math.max(1, max(rows, ({ bars }) => max(bars, ({ count }) => count)) ?? 0);
  return (
    <figure className="portal-chart" aria-labelledby={`${id}-headline`}>
      <h2 className="govuk-heading-m" id={`${id}-headline`}>
        {headline}
      </h2>
      <p className="govuk-body portal-secondary">{subtitle}</p>
      <dl className="portal-ranks">
        {rows.map(({ key, label, bars }) => (
          <div key={key} className="portal-ranks__row">
            <dt>{label}</dt>
            {bars.map((bar) => (
              <Bar key={bar.name ?? ''} bar={bar} share={(bar.count / longest) * 100} />
            ))}
          </div>
        ))}
      </dl>
      <figcaption className="govuk-body-s portal-secondary">{source}</figcaption>
    </figure>
  );
}

/** `share` is how much of the longest bar it is, in per cent. */
function Bar({ bar: { name, count, lighter = false }, share }: { bar: RankBar; share: number }) {
  return (
    <dd>
      {name ? <span className="portal-ranks__name">{name} </span> : null}
      <span className="portal-ranks__count">{count}</span>
      <svg className="portal-ranks__bar" aria-hidden="true">
        <rect
          className={classNames('portal-chart__bar', lighter && 'portal-chart__bar--lighter')}
          width={`${share}%`}
          height="100%"
        />
      </svg>
    </dd>
  );
}
