import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Invalid } from '../failures.ts';
import { moveSubmission } from '../triage/move-submission.server.ts';
import { isSubmitter } from '../triage/standing.ts';
import { lockHandled, type Handled } from '../triage/subject.server.ts';
import { longestMessage } from '../triage/write-to-partner.server.ts';
import { extractAddition } from './extract-addition.server.ts';
import { keepSupplement } from './keep-supplement.server.ts';
import { mostSupplements } from './supplement.ts';

export type ReplyInput = {
  submissionId: string;
  /** Made by the page, so that pressing the button twice answers once. */
  replyId: string;
  comment: string;
};

/**
 * The partner's answer to an officer's question; the clock runs on. Where the police have gone on without it, or somebody
 * has answered before, it is kept as added information, so that nothing written is lost and an officer reads it.
 * @throws NotFound, Forbidden, Conflict where nobody ever asked or the report was withdrawn, Invalid
 */
export async function reply(ctx: Ctx, input: ReplyInput): Promise<'answered' | 'added'> {
  if (input.comment.length > longestMessage)
    throw new Invalid({
      comment: `Answer must be ${longestMessage.toLocaleString('en-GB')} characters or less`,
    });
  return transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    if (isSubmitter(ctx.actor, handled.subject, handled.circumstances)) {
      if (await isKept(tx, handled, input.replyId)) return 'answered';
      if (handled.subject.status !== 'clarification') return keepLate(tx, ctx, handled, input);
    }
    await moveSubmission(tx, ctx, handled, {
      action: 'partner_replies',
      given: { comment: input.comment },
      note: '',
    });
    await tx.partnerMessage.create({
      data: {
        id: input.replyId,
        submissionId: handled.id,
        direction: 'to_police',
        kind: 'reply',
        text: input.comment.trim(),
        authorId: ctx.actor.accountId,
        sentAt: ctx.clock.now(),
      },
    });
    await extractAddition(tx, ctx, handled.id, input.comment);
    await record(tx, ctx, {
      type: 'partner.replied',
      data: {},
      subject: { type: 'submission', id: handled.id },
    });
    return 'answered';
  });
}

async function isKept(tx: Tx, handled: Handled, replyId: string): Promise<boolean> {
  const where = { id: replyId, submissionId: handled.id };
  return (await tx.partnerMessage.count({ where })) + (await tx.supplement.count({ where })) > 0;
}

async function keepLate(tx: Tx, ctx: Ctx, handled: Handled, input: ReplyInput): Promise<'added'> {
  if (handled.subject.status === 'withdrawn') throw new Conflict('You withdrew this report. Start a new one');
  const asked = await tx.partnerMessage.count({ where: { submissionId: handled.id, kind: 'question' } });
  if (asked === 0) throw new Conflict('There is no open question on this report');
  const text = input.comment.trim();
  if (text === '') throw new Invalid({ comment: 'Enter your answer' });
  if ((await tx.supplement.count({ where: { submissionId: handled.id } })) >= mostSupplements)
    throw new Conflict('You have added to this report many times. Start a new report');
  await keepSupplement(tx, ctx, handled, {
    id: input.replyId,
    text,
    knownHow: 'not_known',
    danger: 'not_asked',
  });
  return 'added';
}
