import type { Priority } from '../kernel/statuses.ts';
import { clockStarts, type ClockStart } from './clock-starts.ts';

export type ToldEvent = { action: string; happenedAt: Date; actorId: string | null; data: unknown };

const field = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;

const isPriority = (value: unknown): value is Priority =>
  value === 'high' || value === 'medium' || value === 'low';

/** The portal raises it for danger that the partner told; of one that was High already, what they wrote says so. */
const tellsDanger = ({ action, actorId, data }: ToldEvent): boolean =>
  (action === 'raise_to_high' && actorId === null) ||
  ((action === 'add_information' || action === 'partner_replies') &&
    (field(data, 'danger') === true || field(data, 'raised') === true));

/** With which priority it came, as far as its history tells. */
function cameAs(priority: Priority, events: readonly ToldEvent[]): Priority {
  const first = events.find(({ action }) => action === 'raise_to_high' || action === 'grant_lowering');
  if (first?.action === 'grant_lowering') return 'high';
  const from = field(first?.data, 'from');
  return isPriority(from) ? from : priority;
}

/** How urgent it is by what its partner told, as it came and since. */
export const toldPriority = (submittedAt: Date, priority: Priority, events: readonly ToldEvent[]): Priority =>
  toldStarts(submittedAt, priority, events).at(-1)?.priority ?? priority;

/**
 * What started the clocks as its partner knows it: their report, danger that they told, and its being opened again. That
 * police raised or lowered it is not theirs to know, and moves no promise (docs/decisions/0067). `priority` is as it stands;
 * the events are in the order of time.
 */
export function toldStarts(
  submittedAt: Date,
  priority: Priority,
  events: readonly ToldEvent[],
): ClockStart[] {
  const came = cameAs(priority, events);
  let told = came;
  const known = events.flatMap((event) => {
    if (event.action === 'reopen') return [event];
    if (!tellsDanger(event)) return [];
    const raised = { ...event, action: 'raise_to_high', data: { from: told } };
    told = 'high';
    return [raised];
  });
  return clockStarts(submittedAt, told, known);
}
