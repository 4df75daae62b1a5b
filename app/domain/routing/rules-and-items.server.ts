import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { currentRules } from './current-rules.server.ts';
import { linkingRules } from './linking-rules.ts';

/** An item that rules link reports to and a plan has not, with the rules that do. */
export type MissingItem = { item: string; rules: string[] };

/**
 * What rules in force name and a draft with these items does not have: from its first day reports would no longer be linked
 * to it, silently. @throws NotFound
 */
export async function itemsRulesMiss(ctx: Ctx, items: readonly { code: string }[]): Promise<MissingItem[]> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  const there = new Set(items.map(({ code }) => code));
  return [...linkingRules(await currentRules(ctx.db))]
    .filter(([item]) => !there.has(item))
    .map(([item, rules]) => ({ item, rules: rules.map(({ name }) => name) }));
}
