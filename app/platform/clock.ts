/** Where the time comes from. Rules take a `Date`; use cases ask the clock of their context. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests: it stands still until it is told to move. */
export interface FixedClock extends Clock {
  set(to: Date): void;
  /** Moves by so many milliseconds; a negative number moves back. */
  advance(milliseconds: number): void;
}

export function fixedClock(date: Date): FixedClock {
  let at = date.getTime();
  return {
    now: () => new Date(at),
    set: (to) => {
      at = to.getTime();
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/**
 * A clock that runs beside another at a fixed distance in milliseconds: the demonstration's own calendar.
 * Sessions and tokens never use it, so that they end in real time.
 */
export function offsetClock(base: Clock, offsetMilliseconds: number): Clock {
  return { now: () => new Date(base.now().getTime() + offsetMilliseconds) };
}
