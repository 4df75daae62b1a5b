import { transaction } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { record } from '../../audit/record.server.ts';
import { cautionsOf } from '../../submission/partner-cautions.server.ts';
import type { PartnerCautions } from '../../submission/partner-cautions.ts';
import { Forbidden, Invalid } from '../../kernel/failures.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';
import { isExportFormat, isExportPurpose, mayExport } from './export-choices.ts';

const longestReason = 500;

/** The page that asks for an export. @throws NotFound, Forbidden */
export async function prepareExport(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<{ reference: string; cautions: PartnerCautions }> {
  return transaction(ctx.db, async (tx) => {
    const submission = await loadSubmission(tx, ctx, input.submissionId);
    if (!mayExport(ctx.actor, submission.state)) throw new Forbidden();
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: 'original' },
      subject: { type: 'submission', id: submission.id },
    });
    return { reference: submission.reference, cautions: await cautionsOf(tx, submission.id) };
  });
}

/**
 * Notes that an officer wants a submission as a file, and why. The file itself is fetched with the id that this gives.
 * @throws NotFound, Forbidden, Invalid
 */
export async function askExport(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; format: string; purpose: string; reason: string },
): Promise<{ exportId: Id<'SubmissionExport'> }> {
  return transaction(ctx.db, async (tx) => {
    const submission = await loadSubmission(tx, ctx, input.submissionId);
    if (!mayExport(ctx.actor, submission.state)) throw new Forbidden();
    const reason = input.reason.trim();
    const errors: Record<string, string> = {};
    const format = isExportFormat(input.format) ? input.format : null;
    const purpose = isExportPurpose(input.purpose) ? input.purpose : null;
    if (format === null) errors.format = 'Select the kind of file';
    if (purpose === null) errors.purpose = 'Select what it is for';
    if (reason === '') errors.reason = 'Enter why you need it';
    else if (reason.length > longestReason)
      errors.reason = `Reason must be ${longestReason} characters or less`;
    if (format === null || purpose === null || Object.keys(errors).length > 0) throw new Invalid(errors);
    const id = newId<'SubmissionExport'>();
    await tx.submissionExport.create({
      data: {
        id,
        submissionId: submission.id,
        askedBy: ctx.actor.accountId,
        askedAt: ctx.clock.now(),
        format,
        purpose,
        reason,
      },
    });
    return { exportId: id };
  });
}
