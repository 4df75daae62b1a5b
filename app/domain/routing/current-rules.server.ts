import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { ruleSetSchema, type RuleSet } from './rules.ts';

/** Published versions never change, so each is read and checked once, by the hash of its rules. */
const held = new Map<string, RuleSet>();

/** The rules in force: the newest published version. @throws Error when none is published, so that nothing is routed by guess */
export async function currentRules(tx: Db | Tx): Promise<RuleSet> {
  const newest = await tx.routingRuleSet.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, rulesHash: true },
  });
  if (!newest) throw new Error('No routing rules are published.');
  return rulesOf(tx, newest);
}

/** A published version of the rules: from memory, where the portal has seen it. */
export async function rulesOf(
  tx: Db | Tx,
  { version, rulesHash }: { version: number; rulesHash: string },
): Promise<RuleSet> {
  const known = held.get(rulesHash);
  if (known) return known;
  const { rules } = await tx.routingRuleSet.findUniqueOrThrow({
    where: { version },
    select: { rules: true },
  });
  const ruleSet = ruleSetSchema.parse(rules);
  held.set(rulesHash, ruleSet);
  return ruleSet;
}
