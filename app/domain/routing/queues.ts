import type { RoutingQueue } from '../force/force-queues.server.ts';

/**
 * Where a rule sends a submission: the Force Intelligence Bureau; the SPOC queue of the place's area; the force SPOC;
 * or the area's SPOC and, without exactly one area, the force SPOC.
 */
export type QueueTarget =
  { kind: 'fib' } | { kind: 'area'; of: 'place' } | { kind: 'force_spoc' } | { kind: 'area_or_force_spoc' };

function ofKind(queues: readonly RoutingQueue[], kind: 'fib' | 'force_spoc'): RoutingQueue {
  const found = queues.find((queue) => queue.kind === kind);
  if (found === undefined) throw new Error(`There is no queue of the kind "${kind}"`);
  return found;
}

const ofAreas = (queues: readonly RoutingQueue[], areas: readonly string[]): RoutingQueue[] =>
  areas.flatMap((area) => queues.find((queue) => queue.area?.code === area) ?? []);

export const fibQueue = (queues: readonly RoutingQueue[]): RoutingQueue => ofKind(queues, 'fib');

/** The one queue meant, or null when the target names an area and the places do not give exactly one with a queue. */
export function primaryQueueFor(
  target: QueueTarget,
  areas: readonly string[],
  queues: readonly RoutingQueue[],
): RoutingQueue | null {
  if (target.kind === 'fib' || target.kind === 'force_spoc') return ofKind(queues, target.kind);
  const one = areas.length === 1 ? (ofAreas(queues, areas)[0] ?? null) : null;
  return one ?? (target.kind === 'area_or_force_spoc' ? ofKind(queues, 'force_spoc') : null);
}

/** The queues that watch: for the area, the SPOC queue of every area in which a place lies. */
export function watchingQueuesFor(
  target: QueueTarget,
  areas: readonly string[],
  queues: readonly RoutingQueue[],
): RoutingQueue[] {
  if (target.kind === 'area') return ofAreas(queues, areas);
  const one = primaryQueueFor(target, areas, queues);
  return one === null ? [] : [one];
}
