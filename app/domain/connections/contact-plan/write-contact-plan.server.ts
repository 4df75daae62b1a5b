import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import type { PlanFields } from './contact-input.ts';
import { nextData, setNextContact } from './set-next-contact.server.ts';

/** `expectedVersion` is the number of the plan on the page that the form was on, 0 where there was none. */
export type WriteContactPlanInput = PlanFields & { submissionId: Id<'Submission'>; expectedVersion: number };

/** Writes a new version of a submission's contact plan. @throws NotFound, Conflict */
export async function writeContactPlan(
  ctx: Ctx,
  { submissionId: id, expectedVersion, ...fields }: WriteContactPlanInput,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { id: submissionId } = await originalFor(tx, ctx, id, 'change');
    const newest = await tx.contactPlan.findFirst({
      where: { submissionId },
      orderBy: { number: 'desc' },
      select: { number: true },
    });
    if ((newest?.number ?? 0) !== expectedVersion)
      throw new Conflict('Somebody has written this plan since you opened it. Look at it again');
    const now = ctx.clock.now();
    const number = expectedVersion + 1;
    await tx.contactPlan.create({
      data: {
        ...fields,
        ...nextData(fields),
        id: randomUUID(),
        submissionId,
        number,
        writtenBy: ctx.actor.accountId,
        writtenAt: now,
      },
    });
    await setNextContact(tx, submissionId, fields);
    await tx.submission.update({ where: { id: submissionId }, data: { contactWishedOn: null } });
    await record(tx, ctx, {
      type: 'contact_plan.written',
      data: { version: number },
      subject: { type: 'submission', id: submissionId },
    });
  });
}
