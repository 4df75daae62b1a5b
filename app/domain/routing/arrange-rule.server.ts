import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/failures.ts';
import { changeRuleDraft, lockOwnRuleDraft } from './rule-drafts.server.ts';

export const arrangements = ['up', 'down', 'remove'] as const;
export type Arrangement = (typeof arrangements)[number];

export const isArrangement = (value: string): value is Arrangement =>
  arrangements.some((each) => each === value);

/**
 * Moves a rule of the draft one place up or down, or removes it. The last rule stays where it is: it answers for all
 * that is left. @throws NotFound, Forbidden, Conflict
 */
export async function arrangeRule(
  ctx: Ctx,
  input: { code: string; how: Arrangement; seenRevision: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnRuleDraft(tx, ctx, input.seenRevision);
    const { rules } = draft.ruleSet;
    const at = rules.findIndex(({ code }) => code === input.code);
    const rule = rules[at];
    if (rule === undefined) throw new NotFound();
    const last = rules.length - 1;
    if (at === last) throw new Conflict('The last rule stays at the end: it answers for all that is left');
    const others = rules.filter((each) => each !== rule);
    if (input.how === 'remove') {
      await changeRuleDraft(tx, ctx, draft, { rules: others, change: 'removed', rule: rule.code });
      return;
    }
    const to = Math.min(Math.max(at + (input.how === 'up' ? -1 : 1), 0), last - 1);
    if (to === at) return;
    await changeRuleDraft(tx, ctx, draft, {
      rules: others.toSpliced(to, 0, rule),
      change: 'moved',
      rule: rule.code,
    });
  });
}
