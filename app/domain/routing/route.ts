import { conditionFacts, type Facts } from './facts.ts';
import type { Priority } from '#app/domain/kernel/statuses.ts';
import { holds } from './condition.ts';
import type { Candidate } from './postcode.ts';
import { fibQueue, primaryQueueFor, watchingQueuesFor } from './queues.ts';
import { type RoutingQueue } from '../force/force-queues.server.ts';
import { reasonWriter } from './reason.ts';
import type { Notice, RoutingRule, RuleSet } from './rules.ts';

/** Where a submission goes and why. Queues are given by code, plan items by code, reasons in finished words. */
export type RoutingDecision = {
  ruleSetVersion: number;
  primaryQueue: string;
  /** The code of the rule that set the primary queue, and its words. */
  primaryRule: string;
  reason: string;
  /** Every rule that applied, in order. */
  matched: { code: string; reason: string }[];
  watchers: { queue: string; rule: string; reason: string }[];
  priority: Priority;
  restricted: boolean;
  planItems: { item: string; rule: string; reason: string }[];
  notify: Notice[];
  /** The one area in which the places lie; null without an area or with several. */
  area: string | null;
  /** Where the ambiguous places may lie, for the officer who decides. */
  candidates: Candidate[];
};

/** Notices that stay when a submission is restricted: the duty list is made of FIB people, who are its access list. */
const insideAccessList: readonly Notice[] = ['duty_list'];

const urgency: Record<Priority, number> = { high: 1, medium: 2, low: 3 };

function most(priorities: Priority[]): Priority {
  return priorities.reduce<Priority>((top, next) => (urgency[next] < urgency[top] ? next : top), 'low');
}

/** The rules that apply. The last answers only for what no rule before it has placed. */
function matchingRules(facts: Facts, ruleSet: RuleSet): RoutingRule[] {
  const asked = conditionFacts(facts);
  const matching = ruleSet.rules.slice(0, -1).filter((rule) => holds(rule.when, asked));
  const last = ruleSet.rules.at(-1);
  if (last === undefined) throw new Error('A rule set without rules cannot route');
  return matching.some((rule) => rule.then.primary !== undefined) ? matching : [...matching, last];
}

type Primary = { queue: RoutingQueue; rule: string; reason: string };

function firstOf<Value>(values: Value[], key: (value: Value) => string): Value[] {
  const seen = new Map<string, Value>();
  for (const value of values) if (!seen.has(key(value))) seen.set(key(value), value);
  return [...seen.values()];
}

/**
 * Routes a submission. The first matching rule with a primary sets the primary queue; every matching rule adds
 * watchers, plan links and notices; the most urgent priority counts, `low` when no rule names one. Where a matching rule
 * restricts, FIB holds the submission and watchers and notices outside FIB are dropped. A primary that cannot be
 * resolved (a rule names the area's queue and there is not exactly one) falls to FIB and the reason says so.
 */
export function route(facts: Facts, ruleSet: RuleSet, queues: readonly RoutingQueue[]): RoutingDecision {
  const { areas } = conditionFacts(facts);
  const write = reasonWriter(facts, areas, queues);
  const matching = matchingRules(facts, ruleSet);
  const fib = fibQueue(queues);
  const restricting = matching.find((rule) => rule.then.restrict === true);
  const primary = primaryOf();
  const words = (rule: RoutingRule) => write(rule.reason, primary.queue.name);

  function primaryOf(): Primary {
    const deciding = matching.find((rule) => rule.then.primary !== undefined);
    const target = deciding?.then.primary;
    if (deciding === undefined || target === undefined) throw new Error('The rule set has no catch-all');
    const queue = primaryQueueFor(target, areas, queues);
    if (restricting !== undefined && queue !== fib) {
      return { queue: fib, rule: restricting.code, reason: write(restricting.reason, fib.name) };
    }
    if (queue !== null) return { queue, rule: deciding.code, reason: write(deciding.reason, queue.name) };
    const reason = `${write(deciding.reason, fib.name)} No queue fits ${write('{areas}', fib.name)}: ${fib.name} holds it.`;
    return { queue: fib, rule: deciding.code, reason };
  }

  const watchers = matching.flatMap((rule) =>
    (rule.then.watchers ?? [])
      .flatMap((target) => watchingQueuesFor(target, areas, queues))
      .filter((queue) => queue.code !== primary.queue.code)
      .map((queue) => ({ queue: queue.code, rule: rule.code, reason: words(rule) })),
  );
  const planItems = matching.flatMap((rule) =>
    (rule.then.planItems ?? []).map((item) => ({ item, rule: rule.code, reason: words(rule) })),
  );
  const notices = new Set(matching.flatMap((rule) => rule.then.notify ?? []));
  const restricted = restricting !== undefined;

  return {
    ruleSetVersion: ruleSet.version,
    primaryQueue: primary.queue.code,
    primaryRule: primary.rule,
    reason: primary.reason,
    matched: matching.map((rule) => ({ code: rule.code, reason: words(rule) })),
    // FIB, the access list, is the primary queue of what is restricted: nobody is left to watch.
    watchers: restricted ? [] : firstOf(watchers, (watcher) => watcher.queue),
    priority: most(matching.flatMap((rule) => rule.then.priority ?? [])),
    restricted,
    planItems: firstOf(planItems, (link) => link.item),
    notify: [...notices].filter((notice) => !restricted || insideAccessList.includes(notice)),
    area: areas.length === 1 ? (areas[0] ?? null) : null,
    candidates: facts.places.flatMap((place) => (place.kind === 'ambiguous' ? place.candidates : [])),
  };
}
