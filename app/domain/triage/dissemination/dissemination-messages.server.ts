import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';

import { disseminationFor } from '../../submission/dissemination.server.ts';
import type { MessageKind } from '../../submission/recipient-messages.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** The same as `disseminationFor`, locked, with how many messages it has. @throws NotFound */
export async function lockThread(
  tx: Tx,
  ctx: Ctx,
  id: Id<'Dissemination'>,
): Promise<Awaited<ReturnType<typeof disseminationFor>> & { count: number }> {
  await tx.$queryRaw`SELECT 1 FROM dissemination WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await disseminationFor(tx, ctx, id);
  return { ...found, count: found.row.disseminationMessages.length };
}

/** The error in the text of a message, or null. */
export function textFault(text: string, missing: string): string | null {
  if (text === '') return missing;
  return text.length > textLimits.conditions ? `Must be ${charactersOrLess(textLimits.conditions)}` : null;
}

/** Whether a message with this id, made with the page, is kept already: a form sent twice is one message. */
export async function isWritten(tx: Tx, messageId: Id<'DisseminationMessage'>): Promise<boolean> {
  return (await tx.disseminationMessage.count({ where: { id: messageId } })) > 0;
}

export async function writeMessage(
  tx: Tx,
  ctx: Ctx,
  message: {
    id: string;
    disseminationId: Id<'Dissemination'>;
    number: number;
    kind: MessageKind;
    text: string;
  },
): Promise<void> {
  await tx.disseminationMessage.create({
    data: { ...message, writtenBy: ctx.actor.accountId, writtenAt: ctx.clock.now() },
  });
}
