import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Invalid } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import type { Ground } from './retention-words.ts';
import { lockReport } from './lock-report.server.ts';

/** The longest time until the next look, in years: that of the strictest review group. */
const mostYears = 10;

/**
 * Keeps a report whose time has run out until another day, on grounds and with a reason. @throws Forbidden, NotFound, Invalid,
 * Conflict while somebody waits for a decision on its disposal, or where it is not due
 */
export async function keepLonger(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; grounds: Ground[]; reason: string; reviewOn: string },
): Promise<void> {
  const today = forceDay(ctx.clock.now());
  const last = `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`;
  if (input.reviewOn <= today) throw new Invalid({ reviewOn: 'Review date must be in the future' });
  if (input.reviewOn > last) throw new Invalid({ reviewOn: `Review date must be within ${mostYears} years` });
  await transaction(ctx.db, async (tx) => {
    const report = await lockReport(tx, ctx, input.submissionId);
    if (report.proposal) throw new Conflict('Its disposal is proposed. Decide on that first');
    if (report.kept === 'open' || report.kept === 'not_due')
      throw new Conflict('It is not due: nothing has to be decided');
    await tx.retentionKeeping.create({
      data: {
        id: randomUUID(),
        submissionId: report.id,
        grounds: input.grounds,
        reason: input.reason,
        reviewOn: new Date(input.reviewOn),
        keptBy: ctx.actor.accountId,
        keptAt: ctx.clock.now(),
      },
    });
    await tx.submission.update({
      where: { id: report.id },
      data: { retentionDueOn: new Date(input.reviewOn) },
    });
    await record(tx, ctx, {
      type: 'retention.kept',
      data: { until: input.reviewOn, grounds: input.grounds },
      subject: { type: 'submission', id: report.id },
    });
  });
}
