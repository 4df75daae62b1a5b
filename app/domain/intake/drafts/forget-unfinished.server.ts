import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { keepDraft, lockOwnDraft } from './drafts.server.ts';
import { withoutPart, type Part } from './unfinished.ts';

/** Forgets what was typed in a part that was not finished: what was saved of it before stands again. @throws NotFound */
export async function forgetUnfinished(ctx: Ctx, input: { draftId: Id<'Draft'>; part: Part }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    await keepDraft(tx, ctx, draft, { unfinished: withoutPart(draft.unfinished, input.part) });
  });
}
