import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { tellReadyForApproval } from '../approvals/tell-approvers.server.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';

/** Accepts what is graded, and tells whoever comes next: who approves, and FIB, which sanitises. */
export const accept: ActionEffect = async (tx, _, submission) => {
  // A submission without items has neither grade nor MoPI group.
  const items = await tx.intelligenceItem.findMany({
    where: { submissionId: submission.id, itemVoid: null },
    select: { mopiGroup: true, reviewOn: true, itemGrades: { select: { id: true }, take: 1 } },
  });
  const ofEvery = (holds: (item: (typeof items)[number]) => boolean) =>
    items.length > 0 && items.every(holds);
  return {
    input: {
      itemsGraded: ofEvery(({ itemGrades }) => itemGrades.length > 0),
      mopiGroupsSet: ofEvery(({ mopiGroup, reviewOn }) => mopiGroup !== null && reviewOn !== null),
    },
    after: async () => {
      await tellReadyForApproval(tx, submission.id);
      // Only FIB sanitises and disseminates, also what another queue works on.
      if (submission.state.primaryQueueKind === 'fib') return;
      for (const accountId of await queueOfficers(tx, { kind: 'fib', areaId: null }))
        await enqueue(tx, {
          name: 'send-mail',
          data: { kind: 'to-sanitise', accountId, submissionId: submission.id },
        });
    },
  };
};
