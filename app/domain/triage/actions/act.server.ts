import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Ctx } from '../../kernel/context.ts';
import { tellReadyForApproval } from '../approvals/tell-approvers.server.ts';
import type { PlainAction } from '../../submission/actions.ts';
import { transition } from '../../submission/transition.server.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';

/** `accept` tells whoever comes next as well. */
type ActInput = {
  submissionId: string;
  action: PlainAction | 'accept';
  comment: string;
  expectedVersion: number | null;
};

/** Takes one plain action on one submission. @throws NotFound, Forbidden, Conflict, Invalid */
export async function act(ctx: Ctx, input: ActInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const actionInput = {
      comment: input.comment,
      ...(input.action === 'accept' ? await whatItemsHave(tx, submission.id) : {}),
    };
    await transition(tx, ctx, submission, {
      action: input.action,
      input: actionInput,
      expectedVersion: input.expectedVersion,
    });
    if (input.action !== 'accept') return;
    await tellReadyForApproval(tx, submission.id);
    // Only FIB sanitises and disseminates, also what another queue works on.
    if (submission.state.primaryQueueKind === 'fib') return;
    for (const accountId of await queueOfficers(tx, { kind: 'fib', areaId: null }))
      await enqueue(tx, {
        name: 'send-mail',
        data: { kind: 'to-sanitise', accountId, submissionId: submission.id },
      });
  });
}

/** Whether every item is graded and has its MoPI group; a submission without items has neither. */
async function whatItemsHave(
  tx: Parameters<typeof lockSubmission>[0],
  submissionId: string,
): Promise<{ itemsGraded: boolean; mopiGroupsSet: boolean }> {
  const items = await tx.intelligenceItem.findMany({
    where: { submissionId },
    select: { mopiGroup: true, reviewOn: true, itemGrades: { select: { id: true }, take: 1 } },
  });
  return {
    itemsGraded: items.length > 0 && items.every((item) => item.itemGrades.length > 0),
    mopiGroupsSet:
      items.length > 0 && items.every((item) => item.mopiGroup !== null && item.reviewOn !== null),
  };
}
