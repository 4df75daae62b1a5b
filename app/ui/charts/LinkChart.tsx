import { shortText } from '#app/domain/kernel/short-text.ts';
import { Fragment, type ReactNode } from 'react';
import { box, mostAround, starLayout, treeLayout, treeWidth, type Point } from './star-layout.ts';

/** Something in the drawing. `reports`: those in which it stands, by id. */
export type ChartThing = {
  id: string;
  kind: string;
  name: string;
  reports: readonly string[];
  linked: boolean;
};

export type LinkChartProps = {
  id: string;
  /** What stands in the middle. */
  own: { kind: string; name: string };
  /** What stands around it, the first at the top. */
  things: readonly ChartThing[];
};

const characters = { name: 17, kind: 22 };

/**
 * What one thing is linked with, drawn on the server. A thick line is a link that a report states, a thin one says that a
 * report names both; the number on it is that of reports. The table beside it says the same and more, so the drawing is
 * described by it and nothing in it has to be pressed.
 */
export function LinkChart({ id, own, things }: LinkChartProps) {
  const shown = things.slice(0, mostAround);
  return (
    <figure className="portal-chart">
      <Star id={`${id}-star`} own={own} things={shown} />
      <Tree id={`${id}-tree`} own={own} things={shown} />
      <figcaption className="govuk-body-s portal-secondary">
        A thick line: a report says how the two are linked. A thin line: a report names both, and the number
        says how many do.
        <span className="portal-links__wide"> A dotted line: a report names two of the others.</span>
        {things.length > shown.length
          ? ` Drawn are the ${shown.length} that are named with it most often; the table has all.`
          : ''}
      </figcaption>
    </figure>
  );
}

type DrawingProps = LinkChartProps & {
  width: number;
  height: number;
  className: string;
  children: ReactNode;
};

function Drawing({ id, own, things, width, height, className, children }: DrawingProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>Link chart</title>
      <desc id={`${id}-text`}>
        {`In the middle ${own.name}. Around it ${things.map(({ name, reports }) => `${name}, ${reportWords(reports.length)}`).join('; ')}. The table below has the same.`}
      </desc>
      {children}
    </svg>
  );
}

function Star(chart: LinkChartProps) {
  const { own, things } = chart;
  const { middle, around, width, height } = starLayout(things.length);
  const at = (index: number): Point => around[index] ?? middle;
  return (
    <Drawing {...chart} width={width} height={height} className="portal-links portal-links__wide">
      {things.flatMap((one, index) =>
        things
          .slice(index + 1)
          .map((other, further) =>
            one.reports.some((report) => other.reports.includes(report)) ? (
              <Line
                key={`${one.id} ${other.id}`}
                className="portal-links__line portal-links__line--other"
                from={at(index)}
                to={at(index + 1 + further)}
              />
            ) : null,
          ),
      )}
      {things.map((thing, index) => (
        <Line key={thing.id} className={lineOf(thing)} from={middle} to={at(index)} />
      ))}
      {things.map((thing, index) => (
        <Count key={thing.id} count={thing.reports.length} from={middle} to={at(index)} />
      ))}
      {things.map((thing, index) => (
        <Box key={thing.id} at={at(index)} name={thing.name} kind={thing.kind} />
      ))}
      <Box at={middle} name={own.name} kind={own.kind} own />
    </Drawing>
  );
}

function Tree(chart: LinkChartProps) {
  const { own, things } = chart;
  const { top, trunk, below, height } = treeLayout(things.length);
  const at = (index: number): Point => below[index] ?? top;
  const branch = (index: number): Point => ({ x: trunk, y: at(index).y });
  return (
    <Drawing {...chart} width={treeWidth} height={height} className="portal-links portal-links__narrow">
      <Line className="portal-links__line" from={{ x: trunk, y: top.y }} to={branch(things.length - 1)} />
      {things.map((thing, index) => (
        <Fragment key={thing.id}>
          <Line className={lineOf(thing)} from={branch(index)} to={at(index)} />
          <Count count={thing.reports.length} from={branch(index)} to={at(index)} />
          <Box at={at(index)} name={thing.name} kind={thing.kind} />
        </Fragment>
      ))}
      <Box at={top} name={own.name} kind={own.kind} own />
    </Drawing>
  );
}

const lineOf = ({ linked }: ChartThing): string =>
  linked ? 'portal-links__line portal-links__line--stated' : 'portal-links__line';

export const reportWords = (count: number): string => `${count} ${count === 1 ? 'report' : 'reports'}`;

function Line({ className, from, to }: { className: string; from: Point; to: Point }) {
  return <line className={className} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
}

/** The number stands nearer to the outer end, where lines are apart. */
function Count({ count, from, to }: { count: number; from: Point; to: Point }) {
  const [x, y] = [from.x + (to.x - from.x) * 0.55, from.y + (to.y - from.y) * 0.55];
  return (
    <>
      <circle className="portal-links__count-ground" cx={x} cy={y} r={11} />
      <text className="portal-links__count" x={x} y={y + 5} textAnchor="middle">
        {count}
      </text>
    </>
  );
}

function Box({ at, name, kind, own = false }: { at: Point; name: string; kind: string; own?: boolean }) {
  return (
    <g className={own ? 'portal-links__thing portal-links__thing--own' : 'portal-links__thing'}>
      <rect x={at.x - box.width / 2} y={at.y - box.height / 2} width={box.width} height={box.height} />
      <text className="portal-links__name" x={at.x} y={at.y - 2} textAnchor="middle">
        {shortText(name, characters.name)}
      </text>
      <text className="portal-links__kind" x={at.x} y={at.y + 15} textAnchor="middle">
        {shortText(kind, characters.kind)}
      </text>
    </g>
  );
}
