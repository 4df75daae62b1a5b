import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { transition } from '../../submission/transition.server.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';

/**
 * Sets the area to which a submission counts, where routing found none or the wrong one; who holds it stays the same. The
 * places keep what routing found. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function setArea(
  ctx: Ctx,
  input: { submissionId: string; areaCode: string; comment: string; expectedVersion: number | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const area = await tx.area.findUnique({ where: { code: input.areaCode } });
    const before = submission.state.areaId
      ? await tx.area.findUnique({ where: { id: submission.state.areaId } })
      : null;
    await transition(tx, ctx, submission, {
      action: 'set_area',
      input: { comment: input.comment, ...(area ? { area: { areaId: area.id } } : {}) },
      expectedVersion: input.expectedVersion,
      ...(area ? { change: { areaId: area.id }, data: { area: area.name } } : {}),
    });
    if (!area) return;
    await record(tx, ctx, {
      type: 'submission.area_set',
      data: { from: before?.code ?? null, to: area.code },
      subject: { type: 'submission', id: submission.id },
    });
  });
}
