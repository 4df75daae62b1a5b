import { transaction } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { recordResults } from '../../connections/records/record-results.server.ts';
import type { WrittenResults } from '../../connections/records/result-input.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { disseminationFor, recipientInTrail, refuseAnswer } from '../../submission/dissemination.server.ts';
import { isWritten, lockThread, textFault, writeMessage } from './dissemination-messages.server.ts';
import { askingForMore } from '../partner-messages/asking-for-more.ts';
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
    /** What came of it, where that can be said in numbers and days: a record of the submission. */
    came?: WrittenResults;
    /** The text that was confirmed although it may ask the partner to find out more: exactly that one. */
    confirmed: string;
  },
): Promise<void> {
  const text = input.text.trim();
  await transaction(ctx.db, async (tx) => {
    const { row, submission, recipient, count } = await lockThread(tx, ctx, input.disseminationId);
    refuseAnswer(row, recipient);
    if (await isWritten(tx, input.messageId)) return;
    const { result } = input;
    const fault = textFault(text, 'Enter what came of it, or your question');
    const item = { id: row.itemId, number: row.item.number };
    const of = { submissionId: submission.id, item, disseminationId: row.id };
    const problems = input.came ? await recordResults(tx, ctx, of, input.came) : {};
    if (!isRecipientSays(result) || fault || Object.keys(problems).length > 0)
      throw new Invalid({
        ...(isRecipientSays(result) ? {} : { result: 'Select what you have to say' }),
        ...problems,
        ...(fault ? { text: fault } : {}),
      });
    // FIB may put a question to the partner, so it asks for no more than they know, as our own do.
    const more = result === 'question' ? askingForMore(text) : [];
    if (more.length > 0 && input.confirmed.trim() !== text)
      throw new Invalid({
        text: 'Change the question so that it asks only for what the partner already knows',
        confirmed: 'Or confirm that it does not ask the partner to find out more',
      });
    const now = ctx.clock.now();
    const message = { id: input.messageId, disseminationId: row.id, number: count + 1, kind: result, text };
    await writeMessage(tx, ctx, message);
    if (row.unreadSince === null)
      await tx.dissemination.update({ where: { id: row.id }, data: { unreadSince: now } });
    if (more.length > 0)
      await record(tx, ctx, {
        type: 'partner.written_despite_warning',
        data: { warnings: [...new Set(more.map(({ kind }) => kind))] },
        subject: { type: 'dissemination', id: row.id },
      });
    await record(tx, ctx, {
      type: 'dissemination.answered',
      data: { ...recipientInTrail(row), result },
      subject: { type: 'dissemination', id: row.id },
    });
  });
}
