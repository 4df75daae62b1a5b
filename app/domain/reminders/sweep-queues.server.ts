import { randomUUID } from 'node:crypto';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { toldAt } from '../people/duty/on-duty.server.ts';
import { loadSubmissionUnchecked } from '../submission/load-submission.server.ts';
import { queueOfficers } from '../submission/queue-officers.server.ts';
import { queuesWithoutPeople, type EmptyQueue } from '../people/duty/queue-people.server.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { transition } from '../submission/transition.server.ts';
import { goneAccounts } from '../submission/without-holder.server.ts';

/** So many fall in one transaction. */
const BATCH = 50;

/**
 * Each minute: what lies in a queue of which nobody is here, and nobody who is here holds, falls to FIB, and what lies in
 * FIB's own to the duty list, deputy and duty inspector, each with its event; whoever has it now is told, and the
 * force's alert address called (decision 0063). A claim stays with whoever is away. What fell from a queue that has
 * somebody again has not fallen any more. Rows are locked, and what another sweep has in hand is left to it.
 */
export async function sweepQueues(ctx: SystemCtx, settings: { alertConfigured: boolean }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const empty = await queuesWithoutPeople(tx, ctx.clock.now());
    await tx.submission.updateMany({
      where: { fellFrom: { notIn: empty.map(({ id }) => id) } },
      data: { fellFrom: null },
    });
  });
  let more = true;
  while (more) more = await transaction(ctx.db, (tx) => fallBatch(tx, ctx, settings));
}

/** To whom something fell, and one of those that did. */
type Fallen = Map<'fib' | 'duty_list', Id<'Submission'>>;

/** Lets some fall and tells whoever has them now. Gives whether there may be more, of these queues or of FIB. */
async function fallBatch(tx: Tx, ctx: SystemCtx, settings: { alertConfigured: boolean }): Promise<boolean> {
  const now = ctx.clock.now();
  const fallen: Fallen = new Map();
  const empty = await queuesWithoutPeople(tx, now);
  if (empty.length === 0) return false;
  const ids = Prisma.join(empty.map(({ id }) => Prisma.sql`${id}::uuid`));
  const lying = await tx.$queryRaw<{ id: Id<'Submission'>; queueId: Id<'Queue'> }[]>`
    SELECT s.id, s.primary_queue_id AS "queueId" FROM submission s
    WHERE s.primary_queue_id IN (${ids}) AND ${isOpen} AND s.fell_from IS DISTINCT FROM s.primary_queue_id
      AND (s.claimed_by IS NULL OR s.claimed_by IN (${goneAccounts(now)}))
    ORDER BY s.priority_rank, s.submitted_at, s.id LIMIT ${BATCH} FOR NO KEY UPDATE OF s SKIP LOCKED`;
  for (const { id, queueId } of lying) {
    const queue = empty.find((each) => each.id === queueId);
    if (queue) fallen.set(await fall(tx, ctx, id, queue), id);
  }
  await tell(tx, ctx, settings, fallen);
  return lying.length > 0;
}

/** One falls: to FIB, or within FIB to the duty list. */
async function fall(
  tx: Tx,
  ctx: SystemCtx,
  submissionId: Id<'Submission'>,
  queue: EmptyQueue,
): Promise<'fib' | 'duty_list'> {
  const submission = await loadSubmissionUnchecked(tx, ctx, submissionId);
  if (!submission) throw new Error('A locked submission is gone.');
  const data = { fromQueue: queue.code };
  const audit = (to: string) =>
    record(tx, ctx, {
      type: 'submission.fell',
      data: { from: queue.name, to },
      subject: { type: 'submission', id: submissionId },
    });
  if (queue.kind === 'fib') {
    const change = { fellFrom: queue.id };
    await transition(tx, ctx, submission, { action: 'fall_to_duty_list', change, data });
    await audit('duty list');
    return 'duty_list';
  }
  const fib = await tx.queue.findFirstOrThrow({ where: { kind: 'fib' } });
  const change = { primaryQueueId: fib.id, fellFrom: queue.id };
  await transition(tx, ctx, submission, { action: 'fall_to_fib', change, data });
  await tx.submissionRoute.create({
    data: {
      id: randomUUID(),
      submissionId,
      happenedAt: ctx.clock.now(),
      queueId: fib.id,
      reason: `Nobody of ${queue.name} is here`,
      actorId: null,
    },
  });
  await tx.submissionWatcher.createMany({
    data: [{ submissionId, queueId: queue.id, reason: 'It was in this queue before' }],
    skipDuplicates: true,
  });
  await audit(fib.name);
  return 'fib';
}

/** Tells each once, however much fell, and without content. */
async function tell(
  tx: Tx,
  ctx: SystemCtx,
  settings: { alertConfigured: boolean },
  fallen: Fallen,
): Promise<void> {
  const told = new Set<Id<'Account'>>();
  if (fallen.has('fib'))
    for (const officer of await queueOfficers(tx, { kind: 'fib', areaId: null })) told.add(officer);
  if (fallen.has('duty_list'))
    for (const { accountId } of await toldAt(tx, ctx.clock.now(), [
      'duty_officer',
      'deputy',
      'duty_inspector',
    ]))
      told.add(accountId);
  for (const accountId of told)
    await enqueue(tx, { name: 'send-mail', data: { kind: 'queue-without-people', accountId } });
  // Where all of FIB is away, somebody who is here has to bring somebody in.
  if (fallen.has('duty_list'))
    for (const accountId of await roleHolders(tx, 'mds_lead'))
      await enqueue(tx, { name: 'send-mail', data: { kind: 'fib-without-people', accountId } });
  const [submissionId] = fallen.values();
  if (settings.alertConfigured && submissionId)
    await enqueue(tx, {
      name: 'call-alert',
      data: { kind: 'queue_without_people', submissionId, step: 'queue-without-people' },
    });
}
