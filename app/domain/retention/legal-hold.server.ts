import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { lockReport } from './lock-report.server.ts';

/**
 * Puts a report on legal hold, open or ended: nothing of it goes, nor anything that it is linked to. What is proposed waits.
 * @throws Forbidden, NotFound, Conflict where it is on hold
 */
export async function setHold(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const report = await lockReport(tx, ctx, input.submissionId);
    if (report.hold) throw new Conflict('Somebody has put it on hold already');
    await tx.legalHold.create({
      data: {
        id: randomUUID(),
        submissionId: report.id,
        reason: input.reason,
        setBy: ctx.actor.accountId,
        setAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'retention.hold_set',
      data: {},
      subject: { type: 'submission', id: report.id },
    });
  });
}

/** Lifts a hold, by another than who set it. @throws Forbidden, NotFound, Conflict where there is none */
export async function liftHold(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { id, hold } = await lockReport(tx, ctx, input.submissionId);
    if (!hold) throw new Conflict('Somebody has lifted the hold already');
    if (hold.set_by === ctx.actor.accountId)
      throw new Forbidden('Another FIB supervisor lifts a hold that you set');
    await tx.legalHold.update({
      where: { id: hold.id },
      data: { liftedBy: ctx.actor.accountId, liftedAt: ctx.clock.now(), liftReason: input.reason },
    });
    await record(tx, ctx, { type: 'retention.hold_lifted', data: {}, subject: { type: 'submission', id } });
  });
}
