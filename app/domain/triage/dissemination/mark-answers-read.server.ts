import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden } from '../../kernel/failures.ts';
import type { DisseminationRow } from '../../submission/dissemination.server.ts';
import { lockThread } from './dissemination-messages.server.ts';
import { asksFib } from '../../submission/recipient-messages.ts';
import { isFib } from '../../kernel/actor.ts';

/** A question is done with by a reply, unless the item was recalled: then nobody can be answered any more. */
const isOpenQuestion = (row: DisseminationRow): boolean =>
  row.disseminationRecall === null && asksFib(row.disseminationMessages);

export const mayMarkRead = (ctx: Ctx, row: DisseminationRow): boolean =>
  isFib(ctx.actor) && row.unreadSince !== null && !isOpenQuestion(row);

/**
 * FIB has read what the recipients of an item wrote. `shownCount` is how many messages the page showed.
 * @throws NotFound, Forbidden, Conflict
 */
export async function markAnswersRead(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'>; shownCount: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { row, count } = await lockThread(tx, ctx, input.disseminationId);
    if (!isFib(ctx.actor)) throw new Forbidden();
    if (row.unreadSince === null) return;
    if (count !== input.shownCount)
      throw new Conflict('The recipients have written more since you opened this. Read it first');
    if (isOpenQuestion(row)) throw new Conflict('The recipients wait for an answer. Reply to their question');
    await tx.dissemination.update({ where: { id: row.id }, data: { unreadSince: null } });
    await record(tx, ctx, {
      type: 'dissemination.answers_read',
      data: { count },
      subject: { type: 'dissemination', id: row.id },
    });
  });
}
