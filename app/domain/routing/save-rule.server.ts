import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { changeRuleDraft, lockOwnRuleDraft } from './rule-drafts.server.ts';
import { valueNames } from './value-names.server.ts';
import { readRule, type RuleFields } from './rule-form.ts';

/**
 * Changes the rule of this code in the draft, or adds one for null: before the last, which answers for what is left.
 * Gives the code. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function saveRule(
  ctx: Ctx,
  input: { code: string | null; fields: RuleFields; seenRevision: number },
): Promise<{ code: string }> {
  return transaction(ctx.db, async (tx) => {
    const draft = await lockOwnRuleDraft(tx, ctx, input.seenRevision);
    const { rules, onDissemination } = draft.ruleSet;
    const at = rules.findIndex(({ code }) => code === input.code);
    const existing = rules[at] ?? null;
    if (input.code !== null && existing === null) throw new NotFound();
    const read = readRule(input.fields, {
      existing,
      isLast: existing !== null && at === rules.length - 1,
      names: await valueNames(tx),
      taken: [...rules, ...onDissemination].map(({ code }) => code),
    });
    if ('errors' in read) throw new Invalid(read.errors);
    const { rule } = read;
    const changed =
      existing === null ? [...rules.slice(0, -1), rule, ...rules.slice(-1)] : rules.with(at, rule);
    await changeRuleDraft(tx, ctx, draft, {
      rules: changed,
      change: existing === null ? 'added' : 'changed',
      rule: rule.code,
    });
    return { code: rule.code };
  });
}
