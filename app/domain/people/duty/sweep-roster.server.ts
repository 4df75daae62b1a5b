import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import { instantOf, localTimeOf } from '../../kernel/local-time.ts';
import { rosterRows } from './roster-rows.server.ts';

const hours = (count: number): number => count * 60 * 60_000;

/** FIB supervisors hear of a gap so long before it begins. */
const notice = hours(24);
/** A gap that began longer ago than this has no start to know it by: it is told of once a day while it lasts. */
const lookedBack = hours(48);

/**
 * Each hour: tells every FIB supervisor once, without content, of each gap in the duty roster that begins within a day
 * or has begun. Two workers meet at the notice's own key, so that nobody is told twice.
 */
export async function sweepRoster(ctx: SystemCtx): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const from = new Date(now.getTime() - lookedBack);
    const { gaps } = await rosterRows(tx, { from, to: new Date(now.getTime() + notice) });
    const open = gaps.filter(({ to }) => to > now);
    if (open.length === 0) return;
    const supervisors = await roleHolders(tx, 'fib_supervisor');
    const { count } = await tx.dutyGapNotice.createMany({
      data: open.map((gap) => ({
        id: randomUUID(),
        position: gap.position,
        gapFrom: gap.from > from ? gap.from : startOfDay(now),
        toldAt: now,
        recipientCount: supervisors.length,
      })),
      skipDuplicates: true,
    });
    if (count === 0) return;
    for (const accountId of supervisors)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'roster-gap', accountId } });
    await record(tx, ctx, { type: 'duty.gap_told', data: { gaps: count, recipients: supervisors.length } });
  });
}

function startOfDay(now: Date): Date {
  return instantOf({ day: localTimeOf(now).day, minutes: 0 }, 'earlier') ?? now;
}
