import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { tellPartner } from '../../notify/tell-partner.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { loadSubmissionUnchecked } from '../../submission/load-submission.server.ts';

const day = 24 * 60 * 60_000;
/** So many are looked up at once; each is moved in a transaction of its own. */
const batch = 200;

/**
 * Each hour: takes up again what has waited for its partner longer than the pack allows, so that a question nobody
 * answers does not stop a submission. The partner hears neutrally that something has changed; no blame, no reminder.
 */
export async function stopWaiting(ctx: SystemCtx): Promise<void> {
  const { clarification } = await currentForce(ctx.db, ctx);
  const waitedLong = new Date(ctx.clock.now().getTime() - clarification.pauseEndsAfterDays * day);
  let after: { statusChangedAt: Date; id: string } | undefined;
  do {
    const found = await ctx.db.submission.findMany({
      where: {
        status: 'clarification',
        statusChangedAt: { lte: waitedLong },
        ...(after
          ? {
              OR: [
                { statusChangedAt: { gt: after.statusChangedAt } },
                { statusChangedAt: after.statusChangedAt, id: { gt: after.id } },
              ],
            }
          : {}),
      },
      orderBy: [{ statusChangedAt: 'asc' }, { id: 'asc' }],
      select: { id: true, statusChangedAt: true },
      take: batch,
    });
    for (const { id } of found) await takeUp(ctx, id, waitedLong, clarification.pauseEndsAfterDays);
    after = found.length === batch ? found.at(-1) : undefined;
  } while (after);
}

/** Looks again under the lock: the partner may have answered this moment. */
async function takeUp(
  ctx: SystemCtx,
  submissionId: Id<'Submission'>,
  waitedLong: Date,
  days: number,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const [row] = await tx.$queryRaw<{ waits: boolean }[]>`
      SELECT status = 'clarification' AND status_changed_at <= ${waitedLong} AS waits FROM submission
      WHERE id = ${submissionId}::uuid FOR NO KEY UPDATE`;
    const submission = row?.waits ? await loadSubmissionUnchecked(tx, ctx, submissionId) : null;
    if (!submission) return;
    await transition(tx, ctx, submission, {
      action: 'stop_waiting',
      input: { comment: `The partner has not answered within ${days} days` },
    });
    await tellPartner(tx, 'answer-waiting', submission.id);
  });
}
