import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';
import { isPartTold, isWayTold, untoldMessages } from './answer-told.ts';
import { type LoadedSubmission, originalFor } from '../../submission/load-submission.server.ts';
import { readHistory, readMessages, type Message } from '../../submission/submission-parts.server.ts';

/** `to` and `how` are codes of `partsTold` and `waysTold`. `shownCount` is how many messages the officer was shown. */
export type ToldInput = {
  submissionId: Id<'Submission'>;
  to: string;
  how: string;
  on: DateBoxes;
  shownCount: number;
};

/**
 * The messages that still have to be told to somebody without an account. @throws NotFound, Conflict where there is
 * nothing
 */
export async function messagesToTell(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<{ reference: string; messages: Message[]; shownCount: number }> {
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    await record(tx, ctx, {
      type: 'partner_message.read',
      data: { by: 'police' },
      subject: { type: 'submission', id: submission.id },
    });
    return { reference: submission.reference, ...(await toTell(tx, ctx, submission)) };
  });
}

/**
 * Records that an officer told whoever made a report, who has no account, what was written to them: whom by their part,
 * how and on which day. @throws NotFound, Conflict, Invalid
 */
export async function recordTold(ctx: Ctx, input: ToldInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'change');
    const { messages, shownCount } = await toTell(tx, ctx, submission);
    if (shownCount !== input.shownCount)
      throw new Conflict('More was written to the partner since you opened this. Read it first');
    const { to, how } = input;
    const { day, problem } = dayTold(input.on, forceDay(messages.at(-1)?.sentAt ?? ctx.clock.now()), ctx);
    if (!isPartTold(to) || !isWayTold(how) || day === null)
      throw new Invalid({
        ...(isPartTold(to) ? {} : { to: 'Select whom you told' }),
        ...(isWayTold(how) ? {} : { how: 'Select how you told them' }),
        ...(problem === null ? {} : { on: problem }),
      });
    const { status } = submission.state;
    await tx.submissionEvent.create({
      data: {
        id: randomUUID(),
        submissionId: submission.id,
        happenedAt: ctx.clock.now(),
        action: 'tell_partner',
        fromStatus: status,
        toStatus: status,
        actorId: ctx.actor.accountId,
        data: { to, how, on: day },
      },
    });
    await record(tx, ctx, {
      type: 'partner.told',
      data: { to, how, on: day },
      subject: { type: 'submission', id: submission.id },
    });
  });
}

/** @throws Conflict where the partner reads it in the portal, or where all was told */
async function toTell(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
): Promise<{ messages: Message[]; shownCount: number }> {
  const { enteredBy } = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { enteredBy: true },
  });
  if (enteredBy !== submission.state.submittedBy)
    throw new Conflict('Whoever made this report has an account and reads the answer in the portal');
  const all = await readMessages(tx, submission.id);
  const messages = untoldMessages(all, await readHistory(tx, ctx, submission.id));
  if (messages.length === 0) throw new Conflict('There is nothing to tell: no message waits for the partner');
  return { messages, shownCount: all.length };
}

function dayTold(
  on: DateBoxes,
  written: string,
  ctx: Ctx,
): { day: string; problem: null } | { day: null; problem: string } {
  const wrong = (problem: string) => ({ day: null, problem });
  if (isBlankDate(on)) return wrong('Enter when you told them');
  const day = readWrittenDate(on);
  if (day === null) return wrong('When you told them must be a real date, like 18 1 2016');
  if (day > forceDay(ctx.clock.now())) return wrong('When you told them must be today or in the past');
  if (day < written) return wrong('When you told them cannot be before the message was written');
  return { day, problem: null };
}
