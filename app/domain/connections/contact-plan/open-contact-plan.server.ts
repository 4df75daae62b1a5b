import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import { mayReadContact } from '../../submission/submission-access.ts';
import { contactOf, type Contact } from './contact-of.server.ts';

export type ContactPage = {
  submissionId: Id<'Submission'>;
  reference: string;
  contact: Contact;
  /** Whether the press that opens how to reach whoever made the report is the actor's. */
  mayReadSender: boolean;
};

/** The contact plan of a submission and the contacts made by it. @throws NotFound */
export async function openContactPlan(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<ContactPage> {
  return transaction(ctx.db, async (tx) => {
    const { id, reference, state, accessFacts } = await originalFor(tx, ctx, input.submissionId, 'read');
    const contact = await contactOf(tx, ctx, id);
    await record(tx, ctx, { type: 'contact_plan.read', data: {}, subject: { type: 'submission', id } });
    const mayReadSender = mayReadContact(ctx.actor, state, accessFacts);
    return { submissionId: id, reference, contact, mayReadSender };
  });
}
