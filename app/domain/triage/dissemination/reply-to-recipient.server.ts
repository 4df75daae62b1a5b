import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../../kernel/failures.ts';
import { tellLead } from '../../notify/tell-lead.server.ts';
import {
  disseminationFor,
  recipientInTrail,
  type DisseminationRow,
} from '../../submission/dissemination.server.ts';
import { isWritten, lockThread, textFault, writeMessage } from './dissemination-messages.server.ts';
import { type DisseminationMessage, messageOf } from '../../submission/recipient-messages.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import { recipientName } from '../../kernel/recipients.ts';
import { limitChecks } from '../../intake/sources/refuse-sealed-words.server.ts';
import { checkForRelease, type ShownWarning } from '../release/release-check.server.ts';
import { textMark } from '../release/sanitise-item.server.ts';
import { cautionsOf } from '../../submission/partner-cautions.server.ts';
import type { PartnerCautions } from '../../submission/partner-cautions.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';

/** Whether FIB has somebody to reply to: recipients who have written, of an item that still counts. */
export const mayReply = (ctx: Ctx, row: DisseminationRow): boolean =>
  isFib(ctx.actor) && row.disseminationRecall === null && row.disseminationMessages.length > 0;

/** The page of the form. @throws NotFound, Forbidden, Conflict */
export async function prepareReply(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'> },
): Promise<{
  reference: string;
  itemNumber: number;
  recipient: string;
  messages: DisseminationMessage[];
  messageId: string;
  /** Null where the officer may not read the original. */
  cautions: PartnerCautions | null;
}> {
  return transaction(ctx.db, async (tx) => {
    const { row, submission } = await disseminationFor(tx, ctx, input.disseminationId);
    refuseReply(ctx, row);
    const reads = maySeeRawText(ctx.actor, submission.state, submission.accessFacts);
    if (reads)
      await record(tx, ctx, {
        type: 'submission.read',
        data: { part: 'original' },
        subject: { type: 'submission', id: submission.id },
      });
    return {
      reference: submission.reference,
      itemNumber: row.item.number,
      recipient: recipientName(row),
      messages: row.disseminationMessages.map(messageOf),
      messageId: newId<'DisseminationMessage'>(),
      cautions: reads ? await cautionsOf(tx, submission.id) : null,
    };
  });
}

export type ReplyInput = {
  disseminationId: Id<'Dissemination'>;
  messageId: Id<'DisseminationMessage'>;
  text: string;
  /** Confirms the warnings about this text, as `textMark` names it. */
  checked: string | null;
  /** How many messages the page showed, so that none that came meanwhile is passed over. */
  shownCount: number;
};

export type ReplyResult = { sent: true } | { sent: false; warnings: ShownWarning[]; mark: string };

/**
 * FIB replies to the recipients of an item, who are told without content. The reply leaves FIB, so it is held against the
 * original and the sealed record like conditions are; what the recipients wrote counts as read with it.
 * @throws NotFound, Forbidden, Conflict, Invalid, RateLimited
 */
export async function replyToRecipient(ctx: Ctx, input: ReplyInput): Promise<ReplyResult> {
  const text = input.text.trim();
  await limitChecks(ctx, [text]);
  return transaction(ctx.db, async (tx) => {
    const { row, submission, count } = await lockThread(tx, ctx, input.disseminationId);
    refuseReply(ctx, row);
    if (await isWritten(tx, input.messageId)) return { sent: true };
    if (count !== input.shownCount)
      throw new Conflict('Something has been written here since you opened this. Read it first');
    const fault = textFault(text, 'Enter your reply');
    if (fault) throw new Invalid({ text: fault });
    const [warnings = []] = await checkForRelease(tx, ctx, submission.id, [text]);
    const mark = textMark(text);
    if (warnings.length > 0 && input.checked !== mark) return { sent: false, warnings, mark };
    const message = { id: input.messageId, disseminationId: row.id, number: count + 1, text };
    await writeMessage(tx, ctx, { ...message, kind: 'reply' });
    await tx.dissemination.update({ where: { id: row.id }, data: { unreadSince: null } });
    await record(tx, ctx, {
      type: 'dissemination.replied',
      data: { ...recipientInTrail(row), warnings: warnings.length },
      subject: { type: 'dissemination', id: row.id },
    });
    await tellRecipients(tx, row);
    return { sent: true };
  });
}

function refuseReply(ctx: Ctx, row: DisseminationRow): void {
  if (!isFib(ctx.actor)) throw new Forbidden('Only FIB replies to the recipients of an item');
  if (row.disseminationRecall) throw new Conflict('This item has been recalled');
  if (row.disseminationMessages.length === 0) throw new Conflict('The recipients have not written anything');
}

async function tellRecipients(tx: Tx, { queue }: DisseminationRow): Promise<void> {
  if (!queue) return tellLead(tx, 'fib-replied-to-lead');
  for (const accountId of await queueOfficers(tx, queue))
    await enqueue(tx, { name: 'send-mail', data: { kind: 'fib-replied', accountId } });
}
