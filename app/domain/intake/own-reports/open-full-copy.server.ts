import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { isSubmitter } from '../../submission/standing.ts';
import { readHandled } from '../../submission/subject.server.ts';
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
export async function openFullCopy(ctx: Ctx, input: { submissionId: string }): Promise<FullCopy> {
  return transaction(ctx.db, async (tx) => {
    const handled = await readHandled(tx, ctx, input.submissionId);
    const { subject } = handled;
    if (!isSubmitter(ctx.actor, subject, handled.circumstances)) throw new NotFound();
    if (subject.submittedBy !== ctx.actor.accountId)
      throw new Forbidden('A full copy is for whoever sent the report');
    if (subject.status === 'withdrawn') throw new NotFound();
    const { fullCopy } = await agreedFor(tx, ctx.actor.organisationId);
    if (!fullCopy) throw new Forbidden('Your organisation’s agreement does not allow a full copy');
    const { document } = await tx.submissionContent.findUniqueOrThrow({
      where: { submissionId: handled.id },
      select: { document: true },
    });
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: 'own_copy' },
      subject: { type: 'submission', id: handled.id },
    });
    return {
      reference: handled.reference,
      submittedAt: handled.submittedAt,
      document: document as SubmittedDocument,
      supplements: await readSupplements(tx, handled.id),
    };
  });
}
