import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { isId } from '../is-id.ts';
import { agreedFor } from '../partners/organisation.server.ts';
import { requireReporter } from './drafts.server.ts';

export type Receipt = {
  reference: string;
  submittedAt: Date;
  high: boolean;
  assessedDueAt: Date;
  answeredDueAt: Date;
  /** Whether the organisation's agreement lets the reporter keep a full copy. */
  fullCopy: boolean;
};

/** What the confirmation page says of a report: reference and times, no content. @throws NotFound */
export async function openOwnReceipt(ctx: Ctx, input: { submissionId: string }): Promise<Receipt> {
  const { accountId, organisationId } = requireReporter(ctx);
  if (!isId(input.submissionId)) throw new NotFound();
  const found = await ctx.db.submission.findFirst({
    where: {
      id: input.submissionId,
      OR: [{ submittedBy: accountId }, { organisationId, organisation: { agreementCover: true } }],
    },
    select: { reference: true, submittedAt: true, priority: true, assessedDueAt: true, answeredDueAt: true },
  });
  if (!found) throw new NotFound();
  const { priority, ...receipt } = found;
  const { fullCopy } = await agreedFor(ctx.db, organisationId);
  return { ...receipt, high: priority === 'high', fullCopy };
}
