import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { currentRules } from './current-rules.server.ts';
import { ruleName } from './rule-words.ts';

/** An item that rules link reports to and a plan has not, with the rules that do. */
export type MissingItem = { item: string; rules: string[] };

/**
 * What rules in force name and a draft with these items does not have: from its first day reports would no longer be linked
 * to it, silently. @throws NotFound
 */
export async function itemsRulesMiss(ctx: Ctx, items: readonly { code: string }[]): Promise<MissingItem[]> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  const { rules, onDissemination } = await currentRules(ctx.db);
  const named = [
    ...rules.map((rule) => ({ rule: ruleName(rule), items: rule.then.planItems ?? [] })),
    ...onDissemination.map((rule) => ({ rule: ruleName(rule), items: rule.planItems })),
  ];
  const there = new Set(items.map(({ code }) => code));
  return [...new Set(named.flatMap((each) => each.items))]
    .filter((item) => !there.has(item))
    .map((item) => ({
      item,
      rules: named.filter((each) => each.items.includes(item)).map(({ rule }) => rule),
    }));
}
