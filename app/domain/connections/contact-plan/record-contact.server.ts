import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';

import { dayOf } from '../tasks/task-input.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import type { ContactFields } from './contact-input.ts';
import { nextData, setNextContact } from './set-next-contact.server.ts';

export type RecordContactInput = ContactFields & { submissionId: Id<'Submission'> };

/** Records a contact with the victim, made or tried, and when the next is due. @throws NotFound, Conflict */
export async function recordContact(ctx: Ctx, input: RecordContactInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { id: submissionId } = await originalFor(tx, ctx, input.submissionId, 'change');
    const { contactId } = input;
    const plan = await tx.contactPlan.findFirst({ where: { submissionId }, orderBy: { number: 'desc' } });
    if (!plan) throw new Conflict('Write the contact plan first');
    if (await tx.contactMade.findFirst({ where: { id: contactId, submissionId } })) return;
    const now = ctx.clock.now();
    await tx.contactMade.create({
      data: {
        id: contactId,
        submissionId,
        contactPlanId: plan.id,
        madeOn: dayOf(input.madeOn),
        result: input.result,
        ...nextData(input),
        recordedBy: ctx.actor.accountId,
        recordedAt: now,
      },
    });
    await setNextContact(tx, submissionId, input);
    await record(tx, ctx, {
      type: 'contact_plan.contact_recorded',
      data: { next: input.nextOn !== null },
      subject: { type: 'submission', id: submissionId },
    });
  });
}
