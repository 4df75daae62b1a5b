/** Counts in two windows of the same length that do not overlap. */
export type BeforeAfter = { before: number; after: number };

/** Below this many a percentage says more than the counts do. */
const smallestBase = 10;
const times: Readonly<Record<number, string>> = { 2: 'twice', 3: 'three times', 4: 'four times' };
/** A difference that chance alone makes this often, or more often, is none. */
const level = 0.05;

/**
 * Whether one count is more than the other by more than chance: the two-sided test of two Poisson counts at 5%. Given their
 * sum, each report falls on either side as a coin does.
 */
export function direction({ before, after }: BeforeAfter): 'more' | 'fewer' | 'same' {
  if (chanceOf(before, after) >= level) return 'same';
  return after > before ? 'more' : 'fewer';
}

/** How often chance alone would part the sum as unevenly as this, or more. From logarithms, as a half to the power of the sum soon is nought. */
function chanceOf(one: number, other: number): number {
  const all = one + other;
  let logarithm = all * Math.log(0.5);
  let tail = Math.exp(logarithm);
  for (let count = 1; count <= Math.min(one, other); count += 1) {
    logarithm += Math.log((all - count + 1) / count);
    tail += Math.exp(logarithm);
  }
  return Math.min(1, 2 * tail);
}

/** How a count stands to an earlier one: "11 more (15%) than", "about as many as". What it is compared with follows. */
export function compared(count: number, earlier: number): string {
  if (count === earlier) return 'as many as';
  const found = direction({ before: earlier, after: count });
  if (found === 'same') return 'about as many as';
  const difference = Math.abs(count - earlier);
  if (earlier < smallestBase) return `${difference} ${found} than`;
  const ratio = count / earlier;
  const multiple = times[Math.round(ratio)];
  if (multiple && Math.abs(ratio - Math.round(ratio)) < 0.05) return `${multiple} as many as`;
  return `${difference} ${found} (${Math.round((difference / earlier) * 100)}%) than`;
}
