import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { isId } from '../../kernel/id.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { dayOf, readText } from '../tasks/task-input.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import { contactLimits, readMadeOn, readNext, type WrittenContact } from './contact-input.ts';
import { nextData, setNextContact } from './set-next-contact.server.ts';

export type RecordContactInput = WrittenContact & { submissionId: Id<'Submission'> };

/** Records a contact with the victim, made or tried, and when the next is due. @throws NotFound, Conflict, Invalid */
export async function recordContact(ctx: Ctx, input: RecordContactInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { id: submissionId } = await originalFor(tx, ctx, input.submissionId, 'change');
    const { contactId } = input;
    if (!isId(contactId)) throw new Conflict('The form is no longer complete. Go back and start again');
    const plan = await tx.contactPlan.findFirst({ where: { submissionId }, orderBy: { number: 'desc' } });
    if (!plan) throw new Conflict('Write the contact plan first');
    if (await tx.contactMade.findFirst({ where: { id: contactId, submissionId } })) return;
    const now = ctx.clock.now();
    const today = forceDay(now);
    const madeOn = readMadeOn(input.madeOn, today);
    const result = readText(input.result, {
      missing: 'Enter what came of it',
      name: 'Result',
      limit: contactLimits.result,
    });
    const { next, problems } = readNext(input, today);
    if (madeOn.value === null || result.value === null || next === null)
      throw new Invalid({
        ...(madeOn.problem ? { madeOn: madeOn.problem } : {}),
        ...(result.problem ? { result: result.problem } : {}),
        ...problems,
      });
    await tx.contactMade.create({
      data: {
        id: contactId,
        submissionId,
        contactPlanId: plan.id,
        madeOn: dayOf(madeOn.value),
        result: result.value,
        ...nextData(next),
        recordedBy: ctx.actor.accountId,
        recordedAt: now,
      },
    });
    await setNextContact(tx, submissionId, next);
    await record(tx, ctx, {
      type: 'contact_plan.contact_recorded',
      data: { next: next.nextOn !== null },
      subject: { type: 'submission', id: submissionId },
    });
  });
}
