import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record, type Recorder } from '../audit/record.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { forceDay } from '../kernel/postcode-rules.ts';

/** Lets every approved change hold whose day has come, in the order of the days. In the transaction of a decision too. */
export async function holdWhatIsDue(tx: Tx, ctx: Recorder): Promise<void> {
  // One after the other, so that the counts follow each other.
  await tx.$queryRaw`SELECT 1 FROM force_pack FOR NO KEY UPDATE`;
  const due = await tx.forceSetting.findMany({
    where: {
      decision: 'approved',
      heldNo: null,
      fromDay: { lte: new Date(`${forceDay(ctx.clock.now())}T00:00:00Z`) },
    },
    orderBy: [{ fromDay: 'asc' }, { part: 'asc' }, { version: 'asc' }],
    select: { id: true, part: true, version: true },
  });
  if (due.length === 0) return;
  const { _max } = await tx.forceSetting.aggregate({ _max: { heldNo: true } });
  let heldNo = _max.heldNo ?? 0;
  for (const { id, part, version } of due) {
    heldNo += 1;
    await tx.forceSetting.update({ where: { id }, data: { heldNo } });
    await record(tx, ctx, { type: 'setting.began', data: { part, version } });
  }
}

/** Each hour: a day of the force begins at one. */
export const beginSettings = (ctx: SystemCtx): Promise<void> =>
  transaction(ctx.db, (tx) => holdWhatIsDue(tx, ctx));
