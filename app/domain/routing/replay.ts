import { priorityWords } from '#app/domain/kernel/report-labels.ts';
import type { RoutingQueue } from '../force/force-queues.server.ts';
import type { RoutingDecision } from './route.ts';

/** Where a submission would go, in words and names: what a replay shows before and after. */
export type ReplayOutcome = {
  queue: string;
  priority: string;
  restricted: boolean;
  watchers: string[];
  planItems: string[];
  told: string[];
  rule: string;
  reason: string;
};

export function outcomeOf(decision: RoutingDecision, queues: readonly RoutingQueue[]): ReplayOutcome {
  const nameOf = (code: string) => queues.find((queue) => queue.code === code)?.name ?? code;
  return {
    queue: nameOf(decision.primaryQueue),
    priority: priorityWords[decision.priority],
    restricted: decision.restricted,
    watchers: decision.watchers.map(({ queue }) => nameOf(queue)).toSorted(),
    planItems: decision.planItems.map(({ item }) => item).toSorted(),
    told: decision.notify.toSorted(),
    rule: decision.primaryRule,
    reason: decision.reason,
  };
}

/** In what an outcome may differ, the gravest first. */
export const replayChanges = {
  queue: 'Queue',
  priority: 'Priority',
  restricted: 'Restriction',
  watchers: 'Watching queues',
  told: 'Who is told',
  planItems: 'Plan items',
  reason: 'Reason only',
} as const;
export type ReplayChange = keyof typeof replayChanges;

/** The differences, in that order. The reason, or the rule that gives it, counts where nothing else differs. */
export function changesBetween(before: ReplayOutcome, after: ReplayOutcome): ReplayChange[] {
  const differs = (key: keyof ReplayOutcome) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const changes = (['queue', 'priority', 'restricted', 'watchers', 'told', 'planItems'] as const).filter(
    differs,
  );
  if (changes.length > 0) return changes;
  return differs('reason') || differs('rule') ? ['reason'] : [];
}
