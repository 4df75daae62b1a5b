import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { kindOfMatch } from './kind-of-match.ts';
import { matchesOf, noticesSeen, type Match } from './open-matches.server.ts';
import { lockRelations } from './relate-submissions.server.ts';
import { relationFault } from './relations.ts';
import { relatedSubmission, standingRelations } from './relations.server.ts';

/** A match says why two reports belong together, in words without content: nobody types it again. */
const reasonOf = ({ shared }: Match): string =>
  [...new Set(shared.map(({ why }) => why))].slice(0, 3).join('; ');

/**
 * Links a report to others that match it, with the reason of each match; one that is linked so already stays as it is.
 * Gives how many were linked. @throws NotFound, Forbidden, Invalid without any, Conflict where one matches no more
 */
export async function linkMatches(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; others: readonly string[] },
): Promise<number> {
  return transaction(ctx.db, async (tx) => {
    await lockRelations(tx);
    const submission = await relatedSubmission(tx, ctx, input.submissionId, 'change');
    const { matches } = await matchesOf(tx, ctx, submission);
    const own = await standingRelations(tx, submission.id);
    const offered = matches.filter(({ readable }) => readable);
    if (input.others.length === 0) {
      if (offered.every(({ submissionId }) => own.some(({ otherId }) => otherId === submissionId)))
        throw new Conflict('No match is left to link');
      throw new Invalid({ others: 'Select the matches to link' });
    }
    const chosen = offered.filter(({ submissionId }) => input.others.includes(submissionId));
    if (chosen.length < new Set(input.others).size)
      throw new Conflict('One of these reports matches no more, or is not yours to open. Look again');
    const linked = chosen.filter(
      (match) => relationFault(kindOfMatch(match), own, [], match.submissionId) === null,
    );
    await tx.submissionRelation.createMany({
      data: linked.map((match) => ({
        id: newId<'SubmissionRelation'>(),
        submissionId: submission.id,
        otherId: match.submissionId,
        kind: kindOfMatch(match),
        reason: reasonOf(match),
        relatedBy: ctx.actor.accountId,
        relatedAt: ctx.clock.now(),
      })),
    });
    await noticesSeen(
      tx,
      ctx,
      submission,
      linked.map(({ submissionId }) => submissionId),
    );
    const [first, ...more] = linked.map((match) => ({
      type: 'submission.related' as const,
      data: { kind: kindOfMatch(match), other: match.submissionId },
      subject: { type: 'submission' as const, id: submission.id },
    }));
    if (first) await record(tx, ctx, first, ...more);
    return linked.length;
  });
}
