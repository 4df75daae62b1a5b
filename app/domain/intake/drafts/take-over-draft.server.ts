import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { draftExpiry, requireReporter } from './drafts.server.ts';

/**
 * Makes a colleague's draft one's own, where the organisation's agreement lets one stand in for another. A draft has one
 * writer at any time, so nobody overwrites anybody; whose it was is told by a mail. Who told the partner stays sealed.
 * @throws NotFound
 */
export async function takeOverDraft(ctx: Ctx, input: { draftId: Id<'Draft'> }): Promise<void> {
  const { accountId, organisationId } = requireReporter(ctx);
  await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM draft WHERE id = ${input.draftId}::uuid FOR NO KEY UPDATE`;
    const draft = await tx.draft.findFirst({
      where: { id: input.draftId, organisationId, channel: 'web' },
      select: { accountId: true },
    });
    if (!draft) throw new NotFound();
    if (draft.accountId === accountId) return;
    if (!(await agreedFor(tx, organisationId)).cover) throw new NotFound();
    await giveDraft(tx, ctx, input.draftId, accountId);
    await enqueue(tx, {
      name: 'send-mail',
      data: { kind: 'draft-taken-over', accountId: draft.accountId },
    });
    await record(tx, ctx, {
      type: 'draft.taken_over',
      data: { from: draft.accountId },
      subject: { type: 'draft', id: input.draftId },
    });
  });
}

/** Makes a locked draft somebody else's, as if they had just saved it. */
export async function giveDraft(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  draftId: Id<'Draft'>,
  accountId: Id<'Account'>,
): Promise<void> {
  const now = ctx.clock.now();
  await tx.draft.update({
    where: { id: draftId },
    data: {
      accountId,
      updatedAt: now,
      expiresAt: await draftExpiry(tx, ctx, now),
      warnedAt: null,
      reminders: 0,
    },
  });
}
