import { Prisma } from '#app/platform/db/generated/client.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { toldAt } from '../people/duty/on-duty.server.ts';
import { highUnacknowledged } from '../triage/queues/high-unacknowledged.server.ts';
import { queueOfficers } from '../submission/queue-officers.server.ts';
import { roleHolders } from '../force/role-holders.server.ts';

/**
 * While a queue has not acknowledged a High item in its hour: tells its officers, whoever is on duty and the FIB supervisors,
 * each once, without content, and calls the force's alert address.
 */
export async function sweepHighAcknowledgements(
  ctx: SystemCtx,
  settings: { alertConfigured: boolean },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const late = await highUnacknowledged(tx, now, Prisma.sql`true`);
    const [first] = late;
    if (!first) return;
    const queues = await tx.queue.findMany({ where: { name: { in: late.map(({ queue }) => queue) } } });
    const told = new Set(await roleHolders(tx, 'fib_supervisor'));
    for (const { accountId } of await toldAt(tx, now, ['duty_officer', 'deputy'])) told.add(accountId);
    for (const queue of queues) for (const officer of await queueOfficers(tx, queue)) told.add(officer);
    for (const accountId of told)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'acknowledge-high', accountId } });
    if (settings.alertConfigured)
      await enqueue(tx, {
        name: 'call-alert',
        data: {
          kind: 'acknowledgement_overdue',
          submissionId: first.submissionId,
          step: 'acknowledgement-overdue',
        },
      });
  });
}

/**
 * Once a day: whoever was sent something and has not acknowledged it in time is reminded, each once, and so is the lead of
 * the area; of what was sent to the MDS lead, they are.
 */
export async function remindAcknowledgements(ctx: SystemCtx): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const late = { awaits: 'acknowledgement', acknowledgeBy: { lt: ctx.clock.now() } } as const;
    const queues = await tx.queue.findMany({ where: { disseminations: { some: late } } });
    const told = new Set<Id<'Account'>>();
    for (const queue of queues) {
      for (const officer of await queueOfficers(tx, queue)) told.add(officer);
      if (queue.areaId) for (const lead of await leadsOf(tx, queue.areaId)) told.add(lead);
    }
    for (const accountId of told)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'acknowledge-late', accountId } });
    if ((await tx.dissemination.count({ where: { ...late, recipientKind: 'mds_lead' } })) === 0) return;
    for (const accountId of await roleHolders(tx, 'mds_lead'))
      await enqueue(tx, { name: 'send-mail', data: { kind: 'significant-late', accountId } });
  });
}

/** The active leads of an area. */
async function leadsOf(tx: Tx, areaId: Id<'Area'>): Promise<Id<'Account'>[]> {
  const leads = await tx.accountRole.findMany({
    where: { role: 'area_lead', areaId, account: { status: 'active', side: 'police' } },
    select: { accountId: true },
  });
  return leads.map(({ accountId }) => accountId);
}
