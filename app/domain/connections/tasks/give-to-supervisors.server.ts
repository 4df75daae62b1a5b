import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { newId, type Id } from '../../kernel/id.ts';

/** A task about a submission for the supervisors of FIB, who are told by mail without content. */
export async function giveToSupervisors(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  { text, dueOn }: { text: string; dueOn: Date },
): Promise<Id<'Task'>> {
  const id = newId<'Task'>();
  const at = ctx.clock.now();
  const owner = { ownerRole: 'fib_supervisor', dueOn } as const;
  const { accountId } = ctx.actor;
  await tx.task.create({
    data: { id, submissionId, text, createdBy: accountId, createdAt: at, state: 'open', ...owner },
  });
  await tx.taskEvent.create({
    data: {
      id: randomUUID(),
      taskId: id,
      number: 1,
      happenedAt: at,
      actorId: accountId,
      kind: 'created',
      ...owner,
    },
  });
  for (const supervisor of await roleHolders(tx, 'fib_supervisor'))
    await enqueue(tx, {
      name: 'send-mail',
      data: { kind: 'task-for-supervisors', accountId: supervisor, submissionId },
    });
  return id;
}
