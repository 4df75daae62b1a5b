/** A stream of numbers that follows from its seed alone, so that the year is the same whenever it is made. */
export type Random = {
  /** From 0 up to and without 1. */
  next: () => number;
  /** A whole number between these two, both included. */
  between: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <Value>(list: readonly Value[]) => Value;
  /** One of the values, each as often as its weight says. */
  weighted: <Value>(weights: readonly (readonly [Value, number])[]) => Value;
};

/** The generator known as mulberry32: 32 bits of state, good enough to choose words by, never for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <Value>(list: readonly Value[]): Value => {
    if (list.length === 0) throw new RangeError('There is nothing to pick from.');
    return list[between(0, list.length - 1)] as Value;
  };
  const weighted = <Value>(weights: readonly (readonly [Value, number])[]): Value => {
    let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weights) {
      left -= weight;
      if (left < 0) return value;
    }
    return pick(weights)[0];
  };
  return { next, between, chance: (probability) => next() < probability, pick, weighted };
}
