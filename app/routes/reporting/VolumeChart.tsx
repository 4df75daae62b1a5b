import { link } from '#app/http/link.ts';
import { monthName, monthOf, partOfMonth, shortMonthName } from '#app/domain/kernel/months.ts';
import type { Volumes } from '#app/domain/figures/volumes.server.ts';
import { MonthBars } from '#app/ui/charts/MonthBars.tsx';
import { formatDate } from '#app/ui/format/date.ts';

export type VolumeChartProps = {
  counts: Pick<Volumes, 'months' | 'total' | 'events'>;
  period: string;
  /** The portal's time, an ISO instant: its month is drawn as not over. */
  now: string;
  headline: string;
};

/** Submissions by month with the plan’s events, each of which leads to its before and after. */
export function VolumeChart({ counts, period, now, headline }: VolumeChartProps) {
  const events = counts.events.map((event) => ({ ...event, at: new Date(event.happenedOn) }));
  return (
    <MonthBars
      id="by-month"
      headline={headline}
      subtitle={`Submissions received by month, ${period}`}
      months={counts.months.map((month) => ({
        key: month,
        label: shortMonthName(month),
        spoken: monthName(month),
      }))}
      counts={counts.total.byMonth}
      events={events.map(({ id, at, title }) => ({
        month: monthOf(at),
        part: partOfMonth(at),
        dateWords: formatDate(at),
        title: (
          <>
            {title}
            <span className="portal-no-print">
              {' '}
              (
              <a className="govuk-link" href={link('reporting/event', { eventId: id })}>
                before and after<span className="govuk-visually-hidden"> {formatDate(at)}</span>
              </a>
              )
            </span>
          </>
        ),
      }))}
      runningMonth={monthOf(new Date(now))}
      source={`Source: submissions in this portal.${
        events.length > 0
          ? ' Dashed lines are events of the delivery plan. A rise after an event does not show that the event caused it.'
          : ''
      }`}
    />
  );
}
