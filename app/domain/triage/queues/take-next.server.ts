import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import { transition } from '../../submission/transition.server.ts';
import { orderSql } from '../../submission/queue-order.server.ts';
import { clearedFor, isOpen } from '../../submission/queue-sql.server.ts';
import { queuesHeld } from '../../submission/queues-held.server.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';

/**
 * Claims the next submission of a queue: the highest priority, then the oldest that nobody has. Two officers who ask at
 * once get two different ones, since a row that somebody is just taking is passed over.
 * `press` is of the form that was pressed: pressed twice it gives the one that the first press took.
 * Answers null when nothing is waiting. @throws NotFound, Forbidden for who only sees the queue's figures
 */
export async function takeNext(
  ctx: Ctx,
  input: { queueCode: string; press?: string },
): Promise<{ submissionId: Id<'Submission'> } | null> {
  return transaction(ctx.db, async (tx) => {
    const queues = await queuesHeld(tx, ctx.actor);
    const queue = queues.find(({ code }) => code === input.queueCode);
    if (!queue) throw new NotFound();
    if (queue.hold !== 'holder') throw new Forbidden();
    const taken = input.press ? await takenBy(tx, ctx, input.press) : null;
    if (taken) return { submissionId: taken };
    const [next] = await tx.$queryRaw<{ id: Id<'Submission'> }[]>`
      SELECT s.id FROM submission s
      WHERE s.primary_queue_id = ${queue.id}::uuid AND s.claimed_by IS NULL AND ${isOpen} AND ${clearedFor(ctx)}
      ORDER BY ${orderSql.working} LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
    if (!next) return null;
    const submission = await lockSubmission(tx, ctx, next.id);
    await transition(tx, ctx, submission, {
      action: 'claim',
      ...(input.press ? { data: { press: input.press } } : {}),
    });
    return { submissionId: submission.id };
  });
}

/**
 * The submission that this press of the button has taken already. Presses of one officer follow each other until the
 * transaction ends.
 */
async function takenBy(tx: Tx, ctx: Ctx, press: string): Promise<Id<'Submission'> | null> {
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${ctx.actor.accountId}::uuid FOR NO KEY UPDATE`;
  const [taken] = await tx.$queryRaw<{ id: Id<'Submission'> }[]>`
    SELECT s.id FROM submission s JOIN submission_event e ON e.submission_id = s.id
    WHERE s.claimed_by = ${ctx.actor.accountId}::uuid AND e.action = 'claim' AND e.data ->> 'press' = ${press}
    LIMIT 1`;
  return taken?.id ?? null;
}

/**
 * The code of the queue of a submission, for an officer of it while something in it waits to be claimed; else null. Says
 * nothing of the submission, so it is no reading.
 */
export async function nextQueue(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<string | null> {
  return transaction(ctx.db, async (tx) => {
    const queues = (await queuesHeld(tx, ctx.actor)).filter(({ hold }) => hold === 'holder');
    const [found] = await tx.$queryRaw<{ code: string }[]>`
      SELECT q.code FROM submission here JOIN queue q ON q.id = here.primary_queue_id
      WHERE here.id = ${input.submissionId}::uuid AND q.id = ANY(${queues.map(({ id }) => id)}::uuid[])
        AND EXISTS (SELECT 1 FROM submission s WHERE s.primary_queue_id = q.id AND s.claimed_by IS NULL AND ${isOpen} AND ${clearedFor(ctx)})`;
    return found?.code ?? null;
  });
}
