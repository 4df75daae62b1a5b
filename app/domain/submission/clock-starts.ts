import type { Priority } from '../kernel/statuses.ts';

/** A moment from which the clocks of a priority run. */
export type ClockStart = { at: Date; priority: Priority };

type Event = { action: string; happenedAt: Date; data: unknown };

const isPriority = (value: unknown): value is Priority =>
  value === 'high' || value === 'medium' || value === 'low';

const field = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;

/** Earlier events of an addition that raised it do not say from which priority: then only the later start is known. */
const raises = (action: string, data: unknown): boolean =>
  action === 'raise_to_high' || (action === 'add_information' && field(data, 'raised') === true);

/**
 * From when the clocks of a submission run, told by its history in the order of time: from its submission, from when it
 * was raised to High, and from when it was opened again, which ends all that ran before. More than one may run; what is
 * due first counts. Events of one moment may come in any order.
 */
export function clockStarts(submittedAt: Date, priority: Priority, events: readonly Event[]): ClockStart[] {
  let starts: { at: Date; priority: Priority | null }[] = [{ at: submittedAt, priority: null }];
  for (const { action, happenedAt, data } of events) {
    if (action === 'reopen') {
      // Because of danger, when it is raised in the same moment; else a supervisor did, and its priority stays.
      const danger = events.some(
        (event) => event.happenedAt.getTime() === happenedAt.getTime() && raises(event.action, event.data),
      );
      starts = [{ at: happenedAt, priority: danger ? 'high' : null }];
    }
    // Two persons found that it never should have been High: its clocks are those of the other priority from every start.
    const lowered = action === 'grant_lowering' ? field(data, 'lowerTo') : null;
    if (isPriority(lowered)) starts = starts.map(({ at }) => ({ at, priority: lowered }));
    if (!raises(action, data)) continue;
    const from = field(data, 'from');
    const before = isPriority(from) ? from : null;
    starts = [
      ...starts.flatMap(({ at, priority: known }) => {
        const then = known ?? before;
        // Opened again because of the danger: there is no time in which another priority held.
        const same = at.getTime() === happenedAt.getTime();
        return then === null || same ? [] : [{ at, priority: then }];
      }),
      { at: happenedAt, priority: 'high' },
    ];
  }
  return starts.map((start) => ({ ...start, priority: start.priority ?? priority }));
}
