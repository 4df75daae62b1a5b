/** Takes one of a few places and gives what gives it back; null when too many wait already. */
export type Slots = { enter: (signal?: AbortSignal) => Promise<(() => void) | null> };

/**
 * At most `most` at a time, in the order in which they came, with at most `waiting` behind them. Whoever goes away while
 * they wait loses their place: then `enter` throws the signal's reason.
 */
export function slots(most: number, waiting: number): Slots {
  let free = most;
  const line: (() => void)[] = [];
  /** A place that is given back goes straight to the next in line. */
  const leave = () => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  return {
    enter: async (signal) => {
      signal?.throwIfAborted();
      if (free > 0) free -= 1;
      else if (line.length >= waiting) return null;
      else await turn(line, signal);
      return once(leave);
    },
  };
}

/**
 * The same places, of which whoever has some already may take `each` at a time: what one owner begins keeps nobody else
 * out. Behind them wait as many of one owner as of all.
 */
export function sharedSlots(most: number, waiting: number, each: number): { of: (owner: string) => Slots } {
  const all = slots(most, waiting);
  const owners = new Map<string, { own: Slots; here: number }>();
  const of = (owner: string): Slots => ({
    enter: async (signal) => {
      const held = owners.get(owner) ?? { own: slots(each, waiting), here: 0 };
      owners.set(owner, held);
      held.here += 1;
      const undo = [
        () => {
          held.here -= 1;
          if (held.here === 0) owners.delete(owner);
        },
      ];
      const leave = once(() => undo.forEach((step) => step()));
      try {
        for (const line of [held.own, all]) {
          const left = await line.enter(signal);
          if (left === null) {
            leave();
            return null;
          }
          undo.unshift(left);
        }
        return leave;
      } catch (gone) {
        leave();
        throw gone;
      }
    },
  });
  return { of };
}

function turn(line: (() => void)[], signal?: AbortSignal): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const come = () => {
      signal?.removeEventListener('abort', goAway);
      resolve();
    };
    const goAway = () => {
      line.splice(line.indexOf(come), 1);
      reject(signal?.reason instanceof Error ? signal.reason : new Error('The sender went away'));
    };
    signal?.addEventListener('abort', goAway, { once: true });
    line.push(come);
  });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
