import { isDeepStrictEqual } from 'node:util';
import type { RuleSet } from './rules.ts';

/** A link that a rule gives by what is known of a submission. */
export type RuledLink = { item: string; rule: string; reason: string };

/** A link that a submission has or had; `rule` is null where somebody made it by hand, `byHand` says who ended it. */
export type PastLink = {
  id: string;
  item: string;
  rule: string | null;
  /** The version of the rules in force when it was made. */
  version: number;
  ended: 'by_hand' | 'by_rules' | null;
};

export type Relinked = { gains: RuledLink[]; losses: PastLink[] };

/**
 * What newer rules change about the links of one submission. `given` is what they link it to. Only what a change of the rules
 * explains is changed: a rule that says of the item what it said before neither gives nor takes, even if it would decide
 * otherwise today, as whether an organisation belongs to the network is known of today only. What somebody linked or took away
 * by hand stays.
 */
export function relinked(
  { given, links, routedBy }: { given: readonly RuledLink[]; links: readonly PastLink[]; routedBy: number },
  newest: RuleSet,
  versions: ReadonlyMap<number, RuleSet>,
): Relinked {
  const sameAs = (version: number, rule: string, item: string): boolean => {
    const before = ruleFor(versions.get(version), rule, item);
    return before !== null && isDeepStrictEqual(before, ruleFor(newest, rule, item));
  };
  return {
    gains: given.filter(
      ({ item, rule }) =>
        !links.some((link) => link.item === item && (link.ended === null || link.ended === 'by_hand')) &&
        !sameAs(routedBy, rule, item),
    ),
    losses: links.filter(
      ({ item, rule, version, ended }) =>
        rule !== null &&
        ended === null &&
        !given.some((link) => link.item === item) &&
        !sameAs(version, rule, item),
    ),
  };
}

/** When a rule links to an item: its condition, or to which queues something is disseminated. Null where it does not. */
function ruleFor(ruleSet: RuleSet | undefined, code: string, item: string): unknown {
  const rule = ruleSet?.rules.find((one) => one.code === code && one.then.planItems?.includes(item));
  const later = ruleSet?.onDissemination.find((one) => one.code === code && one.planItems.includes(item));
  return rule?.when ?? later?.to ?? null;
}
