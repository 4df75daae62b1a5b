import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { ruleSetSchema, type RuleSet } from './rules.ts';

/** Published versions never change, so each is read from its JSON once. */
const parsed = new Map<string, RuleSet>();

/** The rules in force: the newest published version. @throws Error when none is published, so that nothing is routed by guess */
export async function currentRules(tx: Db | Tx): Promise<RuleSet> {
  const newest = await tx.routingRuleSet.findFirst({ orderBy: { version: 'desc' } });
  if (!newest) throw new Error('No routing rules are published.');
  const known = parsed.get(newest.rulesHash);
  if (known) return known;
  const ruleSet = ruleSetSchema.parse(newest.rules);
  parsed.set(newest.rulesHash, ruleSet);
  return ruleSet;
}
