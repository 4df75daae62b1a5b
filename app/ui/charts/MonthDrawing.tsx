import type { ChartEvent, ChartMonth } from './MonthBars.tsx';
import { barScales, stepsUp, type Frame } from './scales.ts';

export type MonthDrawingProps = {
  id: string;
  subtitle: string;
  months: readonly ChartMonth[];
  counts: Readonly<Record<string, number>>;
  events: readonly ChartEvent[];
  runningMonth: string | null;
  frame: Frame;
  className: string;
  /** One letter for each month. */
  shortLabels?: boolean;
  /** Whether each bar has its number on it. */
  numbers?: boolean;
};

/** Between the numbers of two events that fall close together. */
const markStep = 22;

/** The bars of `MonthBars` in one size. */
export function MonthDrawing({
  id,
  subtitle,
  months,
  counts,
  events,
  runningMonth,
  frame,
  className,
  shortLabels = false,
  numbers = true,
}: MonthDrawingProps) {
  const keys = months.map((month) => month.key);
  const values = keys.map((key) => counts[key] ?? 0);
  const { across, upwards, ticks } = barScales(frame, keys, values);
  const foot = frame.height - frame.bottom;
  const lines = events.map((event) => (across(event.month) ?? 0) + event.part * across.bandwidth());
  const steps = stepsUp(lines, markStep);
  return (
    <svg
      className={className}
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
                  ? 'portal-chart__bar portal-chart__bar--lighter'
                  : 'portal-chart__bar'
              }
              x={x}
              y={upwards(value)}
              width={across.bandwidth()}
              height={foot - upwards(value)}
            />
            {numbers ? (
              <text className="portal-chart__value" x={middle} y={upwards(value) - 6} textAnchor="middle">
                {value}
              </text>
            ) : null}
            <text className="portal-chart__label" x={middle} y={foot + 20} textAnchor="middle">
              {shortLabels ? month.label.slice(0, 1) : month.label}
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
      {events.map((event, index) => (
        <EventLine
          key={event.dateWords}
          number={index + 1}
          x={lines[index] ?? 0}
          top={frame.top - 24 - (steps[index] ?? 0) * markStep}
          foot={foot}
        />
      ))}
    </svg>
  );
}

function EventLine({ number, x, top, foot }: { number: number; x: number; top: number; foot: number }) {
  return (
    <g>
      <line className="portal-chart__event" x1={x} x2={x} y1={top + 10} y2={foot} />
      <circle className="portal-chart__event-mark" cx={x} cy={top} r={10} />
      <text className="portal-chart__event-number" x={x} y={top + 5} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}

function description(months: readonly ChartMonth[], values: readonly number[]): string {
  const parts = months.map((month, index) => `${month.spoken} ${values[index] ?? 0}`);
  return `A bar for each month: ${parts.join(', ')}. The table below has the same figures.`;
}
