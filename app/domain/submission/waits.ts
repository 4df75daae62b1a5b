import type { Pause } from '../force/clocks.ts';

const day = 24 * 60 * 60_000;

type Event = { happenedAt: Date; fromStatus: string | null; toStatus: string };

/**
 * The waits for the partner told by the history, in the order of time: the last may still be open and then ends now. A
 * wait longer than so many days has stopped pausing the clocks before it ended.
 */
export function waitsIn(events: readonly Event[], now: Date, longestDays: number): Pause[] {
  const longest = longestDays * day;
  const pauses: Pause[] = [];
  let since: Date | null = null;
  const end = (at: Date): void => {
    if (since) pauses.push({ from: since, to: new Date(Math.min(at.getTime(), since.getTime() + longest)) });
    since = null;
  };
  const left = events.filter(({ fromStatus, toStatus }) => [fromStatus, toStatus].includes('clarification'));
  for (let next = left[0]; next; next = left[0]) {
    const at = next.happenedAt.getTime();
    // Two moves of one instant follow from the state: what waits ends before it can wait again.
    const follows = (move: (typeof left)[number]): boolean =>
      (since ? move.fromStatus : move.toStatus) === 'clarification';
    const index = left.findIndex((move) => move.happenedAt.getTime() === at && follows(move));
    const [move = next] = left.splice(Math.max(index, 0), 1);
    if (move.toStatus === 'clarification') since ??= move.happenedAt;
    else end(move.happenedAt);
  }
  end(now);
  return pauses;
}
