import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { giveToSupervisors } from './give-to-supervisors.server.ts';
import { record } from '../../audit/record.server.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, NotFound } from '../../kernel/failures.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';
import { promiseParts, reportPromise } from '../../submission/partner-promise.server.ts';
import { raisedBy, type PartnerPromise } from '../../submission/promise.ts';
import { isSubmitter } from '../../submission/submission-access.ts';
import { dayOf } from './task-input.ts';

/**
 * A partner raises that what they were promised has not happened: once for each promise, as a task of the supervisors of
 * FIB, who oversee every queue and alone read what is restricted. It says nothing of the report. Pressed again it stays as
 * it was. @throws NotFound, Conflict where nothing was missed
 */
export async function raisePromise(
  ctx: Ctx,
  { submissionId }: { submissionId: Id<'Submission'> },
): Promise<'raised' | 'raised_before'> {
  return transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, submissionId);
    if (!isSubmitter(ctx.actor, submission.state, submission.accessFacts)) throw new NotFound();
    const force = await currentForce(tx, ctx);
    const now = ctx.clock.now();
    const row = await tx.submission.findUniqueOrThrow({ where: { id: submissionId }, select: promiseParts });
    const promise = reportPromise(row, force, now);
    if (promise.raised) return 'raised_before';
    if (!promise.mayRaise || promise.due === null)
      throw new Conflict('What you were promised has happened, or its day is not over yet');
    const taskId = await giveToSupervisors(tx, ctx, submissionId, {
      text: wordsTo(promise.next),
      dueOn: dayOf(raisedBy(row, force, now)),
    });
    await tx.raisedPromise.create({
      data: {
        taskId,
        submissionId,
        promisedBy: promise.due.at,
        raisedBy: ctx.actor.accountId,
        raisedAt: now,
      },
    });
    await record(tx, ctx, {
      type: 'promise.raised',
      data: { next: promise.next, taskId },
      subject: { type: 'submission', id: submissionId },
    });
    return 'raised';
  });
}

/** What police read. By when it was promised stands beside it. */
const wordsTo = (next: PartnerPromise['next']): string =>
  next === 'opening'
    ? 'The partner was promised that an officer opens this report, and nobody has. See that somebody does.'
    : 'The partner was promised an answer to this report, and has none. See that they are answered or asked.';
