import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import { contactOf, type Contact } from './contact-of.server.ts';

export type ContactPage = { submissionId: Id<'Submission'>; reference: string; contact: Contact };

/** The contact plan of a submission and the contacts made by it. @throws NotFound */
export async function openContactPlan(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<ContactPage> {
  return transaction(ctx.db, async (tx) => {
    const { id, reference } = await originalFor(tx, ctx, input.submissionId, 'read');
    const contact = await contactOf(tx, ctx, id);
    await record(tx, ctx, { type: 'contact_plan.read', data: {}, subject: { type: 'submission', id } });
    return { submissionId: id, reference, contact };
  });
}
