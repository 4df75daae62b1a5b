import type { ReactNode } from 'react';
import { MonthDrawing } from './MonthDrawing.tsx';
import { monthFrame, narrowMonthFrame } from './scales.ts';

/** A dated event above the bars, such as a campaign (plan 1.2.3, Prepare 1). `at` is where it falls: month plus its part, 0 to 1. */
export type ChartEvent = { month: string; part: number; title: ReactNode; dateWords: string };
export type ChartMonth = { key: string; label: string; spoken: string };

export type MonthBarsProps = {
  /** Makes the ids of the figure unique on the page. */
  id: string;
  /** What the chart shows, as a finding in words. */
  headline: string;
  /** What is counted, over which period. */
  subtitle: string;
  months: readonly ChartMonth[];
  counts: Readonly<Record<string, number>>;
  events?: readonly ChartEvent[];
  /** The month that is not over: drawn lighter and said so. */
  runningMonth?: string | null;
  source: string;
};

/** Above this many months a narrow drawing has no room for numbers: they are in the table. */
const mostNumbersNarrow = 13;

/**
 * Counts by month as bars, drawn on the server: no script, no inline style. The same figures always stand in a table
 * beside it; the description says so. Numbers stand on the bars; events are dashed lines with a number and a key. It is
 * drawn twice, for wide and for narrow screens, and the stylesheet shows one: a drawing that only shrinks cannot be read.
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
  const keys = months.map((month) => month.key);
  const shown = events.filter((event) => keys.includes(event.month));
  const drawing = { subtitle, months, counts, events: shown, runningMonth };
  return (
    <figure className="portal-chart" aria-labelledby={`${id}-headline`}>
      <h2 className="govuk-heading-m" id={`${id}-headline`}>
        {headline}
      </h2>
      <p className="govuk-body portal-secondary">{subtitle}</p>
      <MonthDrawing {...drawing} id={id} frame={monthFrame} className="portal-chart__wide" />
      <MonthDrawing
        {...drawing}
        id={`${id}-narrow`}
        frame={narrowMonthFrame}
        className="portal-chart__narrow"
        shortLabels
        numbers={months.length <= mostNumbersNarrow}
      />
      {shown.length > 0 ? (
        <ol className="portal-chart__events">
          {shown.map((event) => (
            <li key={event.dateWords}>
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
