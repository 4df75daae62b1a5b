import type { Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { dutyList } from '../../people/duty/on-duty.server.ts';
import { isRole, type Actor, type HeldRole } from '../../kernel/actor.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { forceQueues } from '../../force/force-queues.server.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import type { QueueKind } from '../../kernel/statuses.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import type { OwnerKeys } from './task-owner.ts';
import { permissions } from '../../kernel/permissions.ts';
import { ownerRoles, ownerRoleWords } from './task-words.ts';

/** `value` is what a form posts: "queue:fib", "role:mds_lead", "account:<id>". */
export type OwnerChoice = { value: string; text: string; keys: OwnerKeys };

const nobody: OwnerKeys = { ownerAccountId: null, ownerQueueId: null, ownerRole: null };

/**
 * Who may be given a task: about a submission, only whoever may read that submission, or the task would be seen by nobody
 * who has it; about the plan, everybody who works with tasks. Queues and roles first, then people by name.
 */
export async function ownerChoices(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  submission: LoadedSubmission | null,
): Promise<OwnerChoice[]> {
  // By what each of them is, on duty or not, and never by what the actor is.
  const reads = (actor: Actor, onDutyList = false) =>
    submission === null || maySeeRawText(actor, submission.state, { onDutyList });
  const queues = (await forceQueues(tx))
    .filter(({ kind, areaId }) => reads(officerOf(kind, areaId)))
    .map(({ id, code, name }) => ({
      value: `queue:${code}`,
      text: `Queue: ${name}`,
      keys: { ...nobody, ownerQueueId: id },
    }));
  const held = submission === null ? ownerRoles : [];
  const onDuty = await dutyList(tx, ctx.clock.now());
  const accounts = await tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      accountRoles: { some: { role: { in: [...permissions['tasks.work']] } } },
    },
    select: { id: true, displayName: true, accountRoles: { select: { role: true, areaId: true } } },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
  return [
    ...queues,
    ...held.map((role) => ({
      value: `role:${role}`,
      text: ownerRoleWords(role),
      keys: { ...nobody, ownerRole: role },
    })),
    ...accounts
      .filter(({ id, accountRoles }) => reads(police(id, heldRoles(accountRoles)), onDuty.has(id)))
      .map(({ id, displayName }) => ({
        value: `account:${id}`,
        text: displayName,
        keys: { ...nobody, ownerAccountId: id },
      })),
  ];
}

/** Anybody who works on a queue and on nothing else: what they may read, every officer of the queue may. */
const officerOf = (kind: QueueKind, areaId: Id<'Area'> | null): Actor =>
  police(newId(), [{ role: kind === 'fib' ? 'fib_officer' : 'spoc', areaId }]);

const police = (accountId: Id<'Account'>, roles: HeldRole[]): Actor => ({
  accountId,
  displayName: '',
  side: 'police',
  organisationId: null,
  roles,
  sessionId: null,
});

const heldRoles = (rows: readonly { role: string; areaId: Id<'Area'> | null }[]): HeldRole[] =>
  rows.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : []));
