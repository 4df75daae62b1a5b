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

export const monthFrame: Frame = { width: 760, height: 320, top: 24, right: 8, bottom: 56, left: 40 };

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
