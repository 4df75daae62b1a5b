import { transaction } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { disseminationFor, recipientInTrail, refuseAnswer } from '../../submission/dissemination.server.ts';
import { isWritten, lockThread, textFault, writeMessage } from './dissemination-messages.server.ts';
import { isRecipientSays } from '../../submission/recipient-messages.ts';

/**
 * The page of the form; the message has its id before it is sent, so that sending it twice makes one. @throws NotFound,
 * Forbidden, Conflict
 */
export async function prepareAnswer(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'> },
): Promise<{ reference: string; itemNumber: number; messageId: Id<'DisseminationMessage'> }> {
  return transaction(ctx.db, async (tx) => {
    const { row, submission, recipient } = await disseminationFor(tx, ctx, input.disseminationId);
    refuseAnswer(row, recipient);
    return {
      reference: submission.reference,
      itemNumber: row.item.number,
      messageId: newId<'DisseminationMessage'>(),
    };
  });
}

/**
 * A recipient of an item says what came of it, or asks FIB about it; as often as there is something to say. FIB finds it
 * among what it has not read. `messageId` is made with the page. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function answerDissemination(
  ctx: Ctx,
  input: {
    disseminationId: Id<'Dissemination'>;
    messageId: Id<'DisseminationMessage'>;
    result: string;
    text: string;
  },
): Promise<void> {
  const text = input.text.trim();
  await transaction(ctx.db, async (tx) => {
    const { row, recipient, count } = await lockThread(tx, ctx, input.disseminationId);
    refuseAnswer(row, recipient);
    if (await isWritten(tx, input.messageId)) return;
    const { result } = input;
    const fault = textFault(text, 'Enter what came of it, or your question');
    if (!isRecipientSays(result) || fault)
      throw new Invalid({
        ...(isRecipientSays(result) ? {} : { result: 'Select what you have to say' }),
        ...(fault ? { text: fault } : {}),
      });
    const now = ctx.clock.now();
    const message = { id: input.messageId, disseminationId: row.id, number: count + 1, kind: result, text };
    await writeMessage(tx, ctx, message);
    if (row.unreadSince === null)
      await tx.dissemination.update({ where: { id: row.id }, data: { unreadSince: now } });
    await record(tx, ctx, {
      type: 'dissemination.answered',
      data: { ...recipientInTrail(row), result },
      subject: { type: 'dissemination', id: row.id },
    });
  });
}
