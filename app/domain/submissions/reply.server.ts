import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { moveSubmission } from '../triage/move-submission.server.ts';
import { lockHandled } from '../triage/subject.server.ts';
import { Invalid } from '../failures.ts';
import { longestMessage } from '../triage/write-to-partner.server.ts';

/** The partner's answer to an officer's question. The clock runs on. @throws NotFound, Forbidden, Conflict, Invalid */
export async function reply(ctx: Ctx, input: { submissionId: string; comment: string }): Promise<void> {
  if (input.comment.length > longestMessage)
    throw new Invalid({
      comment: `Answer must be ${longestMessage.toLocaleString('en-GB')} characters or less`,
    });
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    await moveSubmission(tx, ctx, handled, {
      action: 'partner_replies',
      given: { comment: input.comment },
      note: '',
    });
    await tx.partnerMessage.create({
      data: {
        id: randomUUID(),
        submissionId: handled.id,
        direction: 'to_police',
        kind: 'reply',
        text: input.comment.trim(),
        authorId: ctx.actor.accountId,
        sentAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'partner.replied',
      data: {},
      subject: { type: 'submission', id: handled.id },
    });
  });
}
