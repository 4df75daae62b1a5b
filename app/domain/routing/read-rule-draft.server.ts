import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { currentRules } from './current-rules.server.ts';
import {
  faultsOfRules,
  isReplayed,
  openRuleDraft,
  requireRuleWriter,
  type RuleDraft,
} from './rule-drafts.server.ts';
import type { RuleSetFault } from './rule-set-faults.ts';
import { valueNames } from './value-names.server.ts';
import { effectRows, ruleName, type ValueNames } from './rule-words.ts';
import type { RoutingRule } from './rules.ts';

/** How a rule of the draft differs from the version in force; a new place alone is no change. */
export type RuleNews = 'new' | 'changed' | null;

export type RuleDraftPage = {
  draft: RuleDraft;
  /** The reader wrote it, and alone may change it. */
  own: boolean;
  faults: RuleSetFault[];
  replayed: boolean;
  news: Readonly<Record<string, RuleNews>>;
  /** Rules of the version in force that the draft leaves out. */
  removed: RoutingRule[];
  names: ValueNames;
};

/** The open draft with what is wrong with it and what it changes. For FIB supervisors. @throws NotFound */
export async function readRuleDraft(ctx: Ctx): Promise<RuleDraftPage> {
  requireRuleWriter(ctx);
  const draft = await openRuleDraft(ctx.db);
  if (!draft) throw new NotFound();
  const { rules } = draft.ruleSet;
  const before = (await currentRules(ctx.db)).rules;
  const inForce = new Map(before.map((rule) => [rule.code, rule]));
  const codes = new Set(rules.map(({ code }) => code));
  return {
    draft,
    own: draft.writtenBy.accountId === ctx.actor.accountId,
    faults: await faultsOfRules(ctx.db, ctx, draft.ruleSet),
    replayed: await isReplayed(ctx.db, draft),
    news: Object.fromEntries(rules.map((rule) => [rule.code, newsOf(rule, inForce.get(rule.code))])),
    removed: before.filter(({ code }) => !codes.has(code)),
    names: await valueNames(ctx.db),
  };
}

function newsOf(rule: RoutingRule, before: RoutingRule | undefined): RuleNews {
  if (before === undefined) return 'new';
  const said = (one: RoutingRule) =>
    JSON.stringify([ruleName(one), one.when, one.reason, effectRows(one), one.then.planItems ?? []]);
  return said(before) === said(rule) ? null : 'changed';
}
