import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';

export type RankBarsProps = {
  id: string;
  headline: string;
  subtitle: string;
  rows: readonly { key: string; label: string; count: number }[];
  source: string;
};

const WIDTH = 760;
const ROW = 30;
const LABEL = 290;

/** Counts of named things as bars from left to right, in the order given; a thing with nothing keeps its line. */
export function RankBars({ id, headline, subtitle, rows, source }: RankBarsProps) {
  const along = scaleLinear()
    .domain([0, Math.max(1, max(rows, (row) => row.count) ?? 0)])
    .range([0, WIDTH - LABEL - 60]);
  const height = rows.length * ROW + 8;
  return (
    <figure className="portal-chart" aria-labelledby={`${id}-headline`}>
      <h2 className="govuk-heading-m" id={`${id}-headline`}>
        {headline}
      </h2>
      <p className="govuk-body portal-secondary">{subtitle}</p>
      <ScrollRegion label={subtitle}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-text`}>
          <title id={`${id}-title`}>{subtitle}</title>
          <desc
            id={`${id}-text`}
          >{`${rows.map((row) => `${row.label} ${row.count}`).join(', ')}. The table below has the same figures.`}</desc>
          {rows.map((row, index) => {
            const y = index * ROW + 4;
            return (
              <g key={row.key}>
                <text className="portal-chart__label" x={LABEL - 10} y={y + 19} textAnchor="end">
                  {shortened(row.label)}
                </text>
                <rect
                  className="portal-chart__bar"
                  x={LABEL}
                  y={y + 4}
                  width={along(row.count)}
                  height={ROW - 10}
                />
                <text className="portal-chart__value" x={LABEL + along(row.count) + 8} y={y + 19}>
                  {row.count}
                </text>
              </g>
            );
          })}
          <line className="portal-chart__axis" x1={LABEL} x2={LABEL} y1={0} y2={height} />
        </svg>
      </ScrollRegion>
      <figcaption className="govuk-body-s portal-secondary">{source}</figcaption>
    </figure>
  );
}

/** SVG text does not wrap; the whole name stands in the table. */
function shortened(label: string): string {
  return label.length <= 36 ? label : `${label.slice(0, 34)}…`;
}
