import type { RuleSet } from './rules.ts';
import { ruleName } from './rule-words.ts';

/** A rule that links to an item, in the order of the rules. */
export type LinkingRule = { code: string; name: string };

/**
 * Which rules link to each item of the plan that any links to. Two items with the same rules hold the same submissions, until
 * somebody links one by hand or takes it away.
 */
export function linkingRules({ rules, onDissemination }: RuleSet): Map<string, LinkingRule[]> {
  const linking = new Map<string, LinkingRule[]>();
  const all = [
    ...rules.map((rule) => ({ rule, items: rule.then.planItems ?? [] })),
    ...onDissemination.map((rule) => ({ rule, items: rule.planItems })),
  ];
  for (const { rule, items } of all)
    for (const item of items)
      linking.set(item, [...(linking.get(item) ?? []), { code: rule.code, name: ruleName(rule) }]);
  return linking;
}
