import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { moveSubmission } from '../../submission/move-submission.server.ts';
import { lockHandled } from '../../submission/subject.server.ts';

/**
 * Sets the area to which a submission counts, where routing found none or the wrong one; who holds it stays the same. The
 * places keep what routing found. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function setArea(
  ctx: Ctx,
  input: { submissionId: string; areaCode: string; comment: string; seenVersion: number | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    const area = await tx.area.findUnique({ where: { code: input.areaCode } });
    const before = handled.subject.areaId
      ? await tx.area.findUnique({ where: { id: handled.subject.areaId } })
      : null;
    await moveSubmission(tx, ctx, handled, {
      action: 'set_area',
      given: { comment: input.comment, ...(area ? { area: { areaId: area.id } } : {}) },
      seenVersion: input.seenVersion,
      ...(area ? { change: { areaId: area.id }, data: { area: area.name } } : {}),
    });
    if (!area) return;
    await record(tx, ctx, {
      type: 'submission.area_set',
      data: { from: before?.code ?? null, to: area.code },
      subject: { type: 'submission', id: handled.id },
    });
  });
}
