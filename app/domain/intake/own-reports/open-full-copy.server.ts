import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { isSubmitter } from '../../submission/submission-access.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';
import { readSupplements, type Supplement } from '../../submission/supplements.server.ts';

/** `supplements` is what was added after sending, oldest first. */
export type FullCopy = {
  reference: string;
  submittedAt: Date;
  document: SubmittedDocument;
  supplements: Supplement[];
};

/**
 * One of the reporter's own reports in full, to be kept outside the portal, where the organisation's agreement allows
 * that: the document as it was shown, in which who told the partner does not stand. Reading it is recorded.
 * @throws NotFound, also once it is withdrawn; Forbidden without such an agreement
 */
export async function openFullCopy(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<FullCopy> {
  return transaction(ctx.db, async (tx) => {
    const submission = await loadSubmission(tx, ctx, input.submissionId);
    const { state } = submission;
    if (!isSubmitter(ctx.actor, state, submission.accessFacts)) throw new NotFound();
    if (state.submittedBy !== ctx.actor.accountId)
      throw new Forbidden('A full copy is for whoever sent the report');
    if (state.status === 'withdrawn') throw new NotFound();
    const { fullCopy } = await agreedFor(tx, ctx.actor.organisationId);
    if (!fullCopy) throw new Forbidden('Your organisation’s agreement does not allow a full copy');
    const { document } = await tx.submissionContent.findUniqueOrThrow({
      where: { submissionId: submission.id },
      select: { document: true },
    });
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: 'own_copy' },
      subject: { type: 'submission', id: submission.id },
    });
    return {
      reference: submission.reference,
      submittedAt: submission.submittedAt,
      document: document as SubmittedDocument,
      supplements: await readSupplements(tx, submission.id),
    };
  });
}
