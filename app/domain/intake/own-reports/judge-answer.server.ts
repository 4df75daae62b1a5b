import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import {
  loadSubmission,
  lockSubmission,
  type LoadedSubmission,
} from '../../submission/load-submission.server.ts';
import {
  answerToJudge,
  answerUses,
  answerWishes,
  type AnswerUse,
  type AnswerWish,
} from './answer-judgement.ts';

export type AnswerJudgement = { useful: AnswerUse | null; wishes: AnswerWish[] };

/**
 * What whoever sent a report has said of the newest answer so far. Nothing of the report is shown. @throws NotFound, Conflict
 * where there is no answer to judge
 */
export async function openAnswerJudgement(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<AnswerJudgement> {
  return transaction(ctx.db, async (tx) => {
    const { judgement } = await answerOf(tx, ctx, await loadSubmission(tx, ctx, input.submissionId));
    return { useful: judgement?.useful ?? null, wishes: judgement?.wishes ?? [] };
  });
}

/**
 * Keeps whether the newest answer was useful, in place of what the same person said of it before. Nobody is told: it is
 * counted. @throws NotFound, Conflict, Invalid
 */
export async function judgeAnswer(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; useful: string; wishes: readonly string[] },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const answer = await answerOf(tx, ctx, submission);
    const useful = answerUses.find((known) => known === input.useful);
    if (!useful) throw new Invalid({ useful: 'Select whether the answer was useful' });
    const wishes = answerWishes.filter((known) => input.wishes.includes(known));
    const said = { useful, wishes, judgedBy: ctx.actor.accountId, judgedAt: ctx.clock.now() };
    await tx.answerJudgement.upsert({
      where: { messageId: answer.messageId },
      create: { messageId: answer.messageId, submissionId: submission.id, ...said },
      update: said,
    });
    await record(tx, ctx, {
      type: 'answer.judged',
      data: { useful, wishes, again: answer.judgement !== null },
      subject: { type: 'submission', id: submission.id },
    });
  });
}

async function answerOf(tx: Tx, ctx: Ctx, { id, state }: LoadedSubmission) {
  const own = state.submittedBy === ctx.actor.accountId;
  if (!own || !may(ctx.actor, 'reports.write')) throw new NotFound();
  const { partnerMessages, contactRecord } = await tx.submission.findUniqueOrThrow({
    where: { id },
    select: {
      partnerMessages: {
        orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
        select: { id: true, kind: true, answerJudgement: { select: { useful: true, wishes: true } } },
      },
      contactRecord: { select: { sealed: true } },
    },
  });
  const answer = answerToJudge(partnerMessages, { own, contactRecord });
  if (!answer) throw new Conflict('There is no answer to say this of');
  return { messageId: answer.id, judgement: answer.answerJudgement };
}
