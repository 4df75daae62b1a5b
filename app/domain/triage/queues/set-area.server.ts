import { record } from '../../audit/record.server.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';

/**
 * Sets the area to which a submission counts, where routing found none or the wrong one; who holds it stays the same. The
 * places keep what routing found.
 */
export const setArea: ActionEffect = async (tx, ctx, submission, fields) => {
  const area = await tx.area.findUnique({ where: { code: fields.area } });
  if (!area) return {};
  const before = submission.state.areaId
    ? await tx.area.findUnique({ where: { id: submission.state.areaId } })
    : null;
  return {
    input: { area: { areaId: area.id } },
    change: { areaId: area.id },
    data: { area: area.name },
    after: () =>
      record(tx, ctx, {
        type: 'submission.area_set',
        data: { from: before?.code ?? null, to: area.code },
        subject: { type: 'submission', id: submission.id },
      }),
  };
};
