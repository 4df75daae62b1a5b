/** A drawing of a thing in the middle and what it is linked with around it, in units of its own. */
const starFrame = { width: 760, height: 520 } as const;
export const box = { width: 152, height: 46 } as const;

/** Around more than these the boxes would touch. */
export const mostAround = 10;

const middle = { x: starFrame.width / 2, y: starFrame.height / 2 } as const;
const radius = { x: middle.x - box.width / 2 - 8, y: middle.y - box.height / 2 - 8 } as const;

export type Point = { x: number; y: number };

/** The middle, and so many places around it: the first at the top, then clockwise. As high as the lowest of them. */
export function starLayout(count: number): {
  middle: Point;
  around: Point[];
  width: number;
  height: number;
} {
  const around = Array.from({ length: count }, (_, index) => {
    const turn = (2 * Math.PI * index) / count - Math.PI / 2;
    return {
      x: Math.round(middle.x + radius.x * Math.cos(turn)),
      y: Math.round(middle.y + radius.y * Math.sin(turn)),
    };
  });
  const lowest = Math.max(middle.y, ...around.map(({ y }) => y));
  return { middle, around, width: starFrame.width, height: lowest + box.height / 2 + 8 };
}

/** For a telephone: the middle at the top and the others below it, on branches of one line down its side. */
export const treeWidth = 300;

export function treeLayout(count: number): { top: Point; trunk: number; below: Point[]; height: number } {
  const [trunk, step] = [24, box.height + 12];
  const top = { x: box.width / 2 + 1, y: box.height / 2 + 1 };
  const below = Array.from({ length: count }, (_, index) => ({
    x: treeWidth - box.width / 2 - 1,
    y: top.y + (index + 1) * step,
  }));
  return { top, trunk, below, height: top.y + count * step + box.height / 2 + 1 };
}
