import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { requireWriter } from '../drafts/drafts.server.ts';

export type Receipt = {
  reference: string;
  submittedAt: Date;
  high: boolean;
  assessedDueAt: Date;
  answeredDueAt: Date;
  /** Whether the organisation's agreement lets the reporter keep a full copy. */
  fullCopy: boolean;
  /** The organisation for which an officer entered it; null for the partner. */
  enteredFor: string | null;
};

/**
 * What the confirmation page says of a report: reference and times, no content. An officer has it of what they entered,
 * to read out. @throws NotFound
 */
export async function openOwnReceipt(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<Receipt> {
  const { accountId, assists } = requireWriter(ctx);
  const { organisationId } = ctx.actor;
  const found = await ctx.db.submission.findFirst({
    where: {
      id: input.submissionId,
      ...(assists || organisationId === null
        ? { enteredBy: accountId }
        : { OR: [{ submittedBy: accountId }, { organisationId, organisation: { agreementCover: true } }] }),
    },
    select: {
      reference: true,
      submittedAt: true,
      priority: true,
      assessedDueAt: true,
      answeredDueAt: true,
      organisation: { select: { name: true } },
    },
  });
  if (!found) throw new NotFound();
  const { priority, organisation, ...receipt } = found;
  const { fullCopy } = await agreedFor(ctx.db, organisationId);
  return { ...receipt, high: priority === 'high', fullCopy, enteredFor: assists ? organisation.name : null };
}
