import type { Tx } from '#app/platform/db/transaction.ts';
import type { SubmittedDocument } from '../form/document.ts';
import { formOfVersion } from '../form/forms.server.ts';
import type { Id } from '../kernel/id.ts';
import { partnerCautions, type PartnerCautions } from './partner-cautions.ts';
import { answersGiven, saidIn } from './said-of.server.ts';

/** What the partner of a report wants heeded by whoever lets text of it out. The caller has asked who looks. */
export async function cautionsOf(tx: Tx, submissionId: Id<'Submission'>): Promise<PartnerCautions> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      formVersion: true,
      ...answersGiven,
      submissionContent: { select: { answers: true, document: true } },
    },
  });
  const document = row.submissionContent?.document as SubmittedDocument;
  const form = await formOfVersion(tx, row.formVersion);
  return partnerCautions(form, document, saidIn(form, row));
}
