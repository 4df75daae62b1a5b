import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../../kernel/failures.ts';

import { tellLead } from '../../notify/tell-lead.server.ts';
import {
  disseminationFor,
  recipientInTrail,
  type DisseminationRow,
} from '../../submission/dissemination.server.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { supportedOutcomes } from '../../submission/supported-outcomes.server.ts';
import { giveToSupervisors } from '../../connections/tasks/give-to-supervisors.server.ts';
import { dayOf } from '../../connections/tasks/task-input.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import { awaitsAfterRecall, recipientName, type RecipientKind } from '../../kernel/recipients.ts';
import { isFibSupervisor } from '../../kernel/actor.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

export type PreparedRecall = {
  disseminationId: Id<'Dissemination'>;
  reference: string;
  itemNumber: number;
  recipient: string;
  kind: RecipientKind;
  /** It was passed on by hand, so somebody has to be told by hand. */
  passed: boolean;
};

/** A dissemination that the actor may take back: who sent it, and every FIB supervisor. @throws NotFound, Forbidden, Conflict */
export async function prepareRecall(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'> },
): Promise<PreparedRecall> {
  return transaction(ctx.db, async (tx) => {
    const { row, submission } = await recallable(tx, ctx, input.disseminationId);
    return {
      disseminationId: row.id,
      reference: submission.reference,
      itemNumber: row.item.number,
      recipient: recipientName(row),
      kind: row.recipientKind,
      passed: row.awaits !== 'passing',
    };
  });
}

/**
 * Takes a dissemination back, with the reason. Its recipients see from now on that it was recalled and no text, and are
 * told without content: the officers of the queue, or the MDS lead. What they have read they have read: the page says so.
 * Whoever was given it outside the force has no account, so an officer tells them and records that; `toTell` says so.
 * Nothing keeps it back: where the partner was told an outcome that rests on it, FIB supervisors get that as a task.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function recallDissemination(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'>; reason: string },
): Promise<{ toTell: boolean }> {
  const reason = input.reason.trim();
  return transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM dissemination WHERE id = ${input.disseminationId}::uuid FOR NO KEY UPDATE`;
    const { row } = await recallable(tx, ctx, input.disseminationId);
    const supported = await toldOutcome(tx, row.submissionId);
    if (reason === '') throw new Invalid({ reason: 'Enter why it is recalled' });
    if (reason.length > textLimits.conditions)
      throw new Invalid({ reason: `The reason must be ${charactersOrLess(textLimits.conditions)}` });
    const { count } = await tx.disseminationRecall.createMany({
      data: [
        {
          id: randomUUID(),
          disseminationId: row.id,
          reason,
          recalledBy: ctx.actor.accountId,
          recalledAt: ctx.clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new Conflict('This dissemination has been recalled already');
    await record(tx, ctx, {
      type: 'dissemination.recalled',
      data: recipientInTrail(row),
      subject: { type: 'dissemination', id: row.id },
    });
    if (supported && !(await toldOutcome(tx, row.submissionId)))
      await giveToSupervisors(tx, ctx, row.submissionId, {
        text: unsupported,
        dueOn: dayOf(forceDay(ctx.clock.now())),
      });
    const awaits = awaitsAfterRecall(row.recipientKind, row.awaits);
    await tx.dissemination.update({ where: { id: row.id }, data: { awaits } });
    if (row.recipientKind === 'mds_lead') await tellLead(tx, 'significant-recalled');
    for (const accountId of row.queue ? await queueOfficers(tx, row.queue) : [])
      await enqueue(tx, { name: 'send-mail', data: { kind: 'dissemination-recalled', accountId } });
    return { toTell: awaits === 'telling' };
  });
}

const unsupported =
  'It was closed, and what the partner was told rested on an item that was recalled since. Open it again and answer them anew, or record what else supports it.';

/** Whether it was closed with an outcome that its records support. */
async function toldOutcome(tx: Tx, submissionId: Id<'Submission'>): Promise<boolean> {
  const { status, outcome } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { status: true, outcome: true },
  });
  return (
    status === 'closed' && outcome !== null && (await supportedOutcomes(tx, submissionId)).includes(outcome)
  );
}

async function recallable(tx: Tx, ctx: Ctx, id: Id<'Dissemination'>): ReturnType<typeof disseminationFor> {
  const found = await disseminationFor(tx, ctx, id);
  if (!mayRecall(ctx, found.row))
    throw new Forbidden('Only who disseminated it or an FIB supervisor recalls an item');
  if (found.row.disseminationRecall) throw new Conflict('This dissemination has been recalled already');
  return found;
}

/** Whether it is the actor's to take back. */
export const mayRecall = (ctx: Ctx, row: Pick<DisseminationRow, 'disseminatedBy'>): boolean =>
  row.disseminatedBy === ctx.actor.accountId || isFibSupervisor(ctx.actor);
