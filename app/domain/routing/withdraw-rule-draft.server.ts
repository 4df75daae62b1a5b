import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { lockOwnRuleDraft } from './rule-drafts.server.ts';

/** The author gives a draft up, at any time before it is decided. @throws NotFound, Forbidden, Conflict */
export async function withdrawRuleDraft(ctx: Ctx, input: { seenRevision: number }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnRuleDraft(tx, ctx, input.seenRevision);
    await tx.routingDraft.update({
      where: { id: draft.id },
      data: { state: 'withdrawn', decidedBy: ctx.actor.accountId, decidedAt: ctx.clock.now() },
    });
    await record(tx, ctx, {
      type: 'routing.draft_ended',
      data: { draft: draft.id, how: 'withdrawn' },
      subject: { type: 'routing_draft', id: draft.id },
    });
  });
}
