import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { barScales, monthFrame } from './scales.ts';

/** A dated event above the bars, such as a campaign (plan 1.2.3, Prepare 1). `at` is where it falls: month plus its part, 0 to 1. */
export type ChartEvent = { month: string; part: number; title: string; dateWords: string };

export type MonthBarsProps = {
  /** Makes the ids of the figure unique on the page. */
  id: string;
  /** What the chart shows, as a finding in words. */
  headline: string;
  /** What is counted, over which period. */
  subtitle: string;
  months: readonly { key: string; label: string; spoken: string }[];
  counts: Readonly<Record<string, number>>;
  events?: readonly ChartEvent[];
  /** The month that is not over: drawn lighter and said so. */
  runningMonth?: string | null;
  source: string;
};

/**
 * Counts by month as bars, drawn on the server: no script, no inline style. The same figures always stand in a table
 * beside it; the description says so. Numbers stand on the bars; events are dashed lines with a number and a key.
 */
export function MonthBars({
  id,
  headline,
  subtitle,
  months,
  counts,
  events = [],
  runningMonth = null,
  source,
}: MonthBarsProps) {
  const frame = monthFrame;
  const keys = months.map((month) => month.key);
  const values = keys.map((key) => counts[key] ?? 0);
  const { across, upwards, ticks } = barScales(frame, keys, values);
  const foot = frame.height - frame.bottom;
  const shown = events.filter((event) => keys.includes(event.month));
  return (
    <figure className="portal-chart" aria-labelledby={`${id}-headline`}>
      <h2 className="govuk-heading-m" id={`${id}-headline`}>
        {headline}
      </h2>
      <p className="govuk-body portal-secondary">{subtitle}</p>
      <ScrollRegion label={subtitle}>
        <svg
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          role="img"
          aria-labelledby={`${id}-title ${id}-text`}
        >
          <title id={`${id}-title`}>{subtitle}</title>
          <desc id={`${id}-text`}>{description(months, values)}</desc>
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                className="portal-chart__grid"
                x1={frame.left}
                x2={frame.width - frame.right}
                y1={upwards(tick)}
                y2={upwards(tick)}
              />
              <text className="portal-chart__label" x={frame.left - 8} y={upwards(tick) + 5} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
          {months.map((month, index) => {
            const value = values[index] ?? 0;
            const x = across(month.key) ?? 0;
            const middle = x + across.bandwidth() / 2;
            return (
              <g key={month.key}>
                <rect
                  className={
                    month.key === runningMonth
                      ? 'portal-chart__bar portal-chart__bar--running'
                      : 'portal-chart__bar'
                  }
                  x={x}
                  y={upwards(value)}
                  width={across.bandwidth()}
                  height={foot - upwards(value)}
                />
                <text className="portal-chart__value" x={middle} y={upwards(value) - 6} textAnchor="middle">
                  {value}
                </text>
                <text className="portal-chart__label" x={middle} y={foot + 20} textAnchor="middle">
                  {month.label}
                </text>
              </g>
            );
          })}
          <line
            className="portal-chart__axis"
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={foot}
            y2={foot}
          />
          {shown.map((event, index) => (
            <EventLine
              key={`${event.month}-${event.title}`}
              number={index + 1}
              x={(across(event.month) ?? 0) + event.part * across.bandwidth()}
              top={frame.top}
              foot={foot}
            />
          ))}
        </svg>
      </ScrollRegion>
      {shown.length > 0 ? (
        <ol className="portal-chart__events">
          {shown.map((event) => (
            <li key={`${event.month}-${event.title}`}>
              {event.dateWords}: {event.title}
            </li>
          ))}
        </ol>
      ) : null}
      <figcaption className="govuk-body-s portal-secondary">
        {runningMonth && keys.includes(runningMonth) ? 'The lighter bar is a month that is not over. ' : ''}
        {source}
      </figcaption>
    </figure>
  );
}

function EventLine({ number, x, top, foot }: { number: number; x: number; top: number; foot: number }) {
  return (
    <g>
      <line className="portal-chart__event" x1={x} x2={x} y1={top - 6} y2={foot} />
      <circle className="portal-chart__event-mark" cx={x} cy={top - 10} r={10} />
      <text className="portal-chart__event-number" x={x} y={top - 5} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}

function description(months: MonthBarsProps['months'], values: readonly number[]): string {
  const parts = months.map((month, index) => `${month.spoken} ${values[index] ?? 0}`);
  return `A bar for each month: ${parts.join(', ')}. The table below has the same figures.`;
}
