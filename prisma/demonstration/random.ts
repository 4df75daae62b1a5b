/** A stream of numbers that follows from its seed alone, so that the year is the same whenever it is made. */
export type Random = {
  /** From 0 up to and without 1. */
  next: () => number;
  /** A whole number between these two, both included. */
  between: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  /** One of a list, each as often as its weight says; without weights all alike. */
  pick: <Value>(list: readonly Value[], weightOf?: (value: Value) => number) => Value;
  /** One of the names, each as often as its weight says. */
  weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
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
  const pick: Random['pick'] = (list, weightOf = () => 1) => {
    let left = next() * list.reduce((sum, value) => sum + weightOf(value), 0);
    const found = list.find((value) => (left -= weightOf(value)) < 0) ?? list.at(-1);
    if (found === undefined) throw new RangeError('There is nothing to pick from.');
    return found;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) =>
      pick(Object.keys(weights) as Name[], (name) => weights[name]),
  };
}
