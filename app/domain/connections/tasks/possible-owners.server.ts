import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import type { DisseminationRow } from '../../submission/dissemination.server.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { ownerChoices, type OwnerChoice } from './task-owners.server.ts';
import { ownerRoleWords } from './task-words.ts';

/** What a task is about, as far as it decides who may have it; both null for the plan. */
export type PlaceOfTask = {
  /** The submission, also the one behind a dissemination. */
  submission: LoadedSubmission | null;
  /** The dissemination of a task of its recipients. */
  sentTo: DisseminationRow | null;
};

/** Who may be given a task: of a dissemination its recipients, together or one of them. */
export async function possibleOwners(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  { submission, sentTo }: PlaceOfTask,
): Promise<OwnerChoice[]> {
  return sentTo ? recipientsOf(tx, sentTo) : ownerChoices(tx, ctx, submission);
}

async function recipientsOf(tx: Tx, { queue }: DisseminationRow): Promise<OwnerChoice[]> {
  const nobody = { ownerAccountId: null, ownerQueueId: null, ownerRole: null };
  const people = await tx.account.findMany({
    where: { id: { in: queue ? await queueOfficers(tx, queue) : await roleHolders(tx, 'mds_lead') } },
    select: { id: true, displayName: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
  const together: OwnerChoice = queue
    ? {
        value: `queue:${queue.code}`,
        text: `Queue: ${queue.name}`,
        keys: { ...nobody, ownerQueueId: queue.id },
      }
    : {
        value: 'role:mds_lead',
        text: ownerRoleWords('mds_lead'),
        keys: { ...nobody, ownerRole: 'mds_lead' },
      };
  return [
    together,
    ...people.map(({ id, displayName }) => ({
      value: `account:${id}`,
      text: displayName,
      keys: { ...nobody, ownerAccountId: id },
    })),
  ];
}
