import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { holdWhatIsDue } from '../../force/begin-settings.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { charactersOrLess } from '../../kernel/text-limits.ts';

const longestReason = 500;

export type SettingDecision = {
  changeId: Id<'ForceSetting'>;
  decision: 'approved' | 'refused' | 'withdrawn';
  /** Why it is refused. */
  reason: string;
};

/**
 * Another administrator than whoever asked approves or refuses a change of clocks or alert steps; whoever asked may withdraw
 * it. What is approved holds from its day on, at once where that has come. @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function decideSetting(
  ctx: Ctx,
  { changeId, decision, ...input }: SettingDecision,
): Promise<void> {
  if (!may(ctx.actor, 'settings.manage')) throw new NotFound();
  const reason = input.reason.trim();
  if (decision === 'refused' && !reason) throw new Invalid({ reason: 'Enter why it is refused' });
  if (reason.length > longestReason)
    throw new Invalid({ reason: `Reason must be ${charactersOrLess(longestReason)}` });
  await transaction(ctx.db, async (tx) => {
    const change = await tx.forceSetting.findUnique({
      where: { id: changeId },
      select: { part: true, version: true, askedBy: true },
    });
    if (!change) throw new NotFound();
    const { part, version, askedBy } = change;
    if ((askedBy === ctx.actor.accountId) !== (decision === 'withdrawn')) throw new Forbidden();
    const { count } = await tx.forceSetting.updateMany({
      where: { id: changeId, decision: null },
      data: {
        decision,
        decidedBy: ctx.actor.accountId,
        decidedAt: ctx.clock.now(),
        reason: decision === 'refused' ? reason : null,
      },
    });
    if (count === 0) throw new Conflict('This was decided on already');
    await record(tx, ctx, { type: 'setting.decided', data: { part, version, decision } });
    if (decision === 'approved') await holdWhatIsDue(tx, ctx);
  });
}
