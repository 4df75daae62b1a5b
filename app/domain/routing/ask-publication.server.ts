import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { lockOwnRuleDraft, requirePublishable } from './rule-drafts.server.ts';

/**
 * Asks another FIB supervisor to publish the draft. It has to be without fault and replayed as it is now.
 * @throws NotFound, Forbidden, Conflict
 */
export async function askPublication(ctx: Ctx, input: { seenRevision: number }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnRuleDraft(tx, ctx, input.seenRevision);
    await requirePublishable(tx, draft);
    await tx.routingDraft.update({ where: { id: draft.id }, data: { state: 'waiting' } });
    await record(tx, ctx, {
      type: 'routing.publication_asked',
      data: { draft: draft.id, revision: draft.revision },
      subject: { type: 'routing_draft', id: draft.id },
    });
  });
}
