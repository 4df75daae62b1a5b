import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';

/** The drawing area of a chart, in SVG user units. */
export type Frame = {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
};

/** Two rows of event numbers and the number of the highest bar stand above the bars. */
export const monthFrame: Frame = { width: 760, height: 320, top: 58, right: 8, bottom: 28, left: 40 };
/** About as wide as a small telephone, so that its labels are as large as they are written. */
export const narrowMonthFrame: Frame = { width: 300, height: 260, top: 58, right: 4, bottom: 28, left: 28 };

/** A band for each category across, and counts upwards from zero with at most five round steps. */
export function barScales(frame: Frame, categories: readonly string[], counts: readonly number[]) {
  const across = scaleBand()
    .domain(categories)
    .range([frame.left, frame.width - frame.right])
    .paddingInner(0.28)
    .paddingOuter(0.12);
  const upwards = scaleLinear()
    .domain([0, Math.max(1, max(counts) ?? 0)])
    .nice(5)
    .range([frame.height - frame.bottom, frame.top]);
  return { across, upwards, ticks: upwards.ticks(5).filter(Number.isInteger) };
}

/** How far up each mark stands, 0 or 1, so that marks closer together than `room` do not cover each other. */
export function stepsUp(places: readonly number[], room: number): number[] {
  return places.reduce<number[]>((steps, place, index) => {
    const before = places[index - 1];
    const close = before !== undefined && place - before < room;
    return [...steps, close && steps[index - 1] === 0 ? 1 : 0];
  }, []);
}
