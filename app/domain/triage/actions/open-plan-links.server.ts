import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ofPlanOn } from '../../plan/current-plan.server.ts';
import { linkableKinds } from './link-plan-item.server.ts';
import { linkedSubmission, readPlanLinks, type PlanLink } from './plan-links.server.ts';

export type PlanLinksPage = {
  submissionId: Id<'Submission'>;
  reference: string;
  links: PlanLink[];
  /** The items that can still be linked, in the order of the plan. */
  items: { code: string; text: string }[];
};

/** The plan items of a submission, to link and unlink by hand. @throws NotFound, Forbidden */
export async function openPlanLinks(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<PlanLinksPage> {
  return transaction(ctx.db, async (tx) => {
    const submission = await linkedSubmission(tx, ctx, input.submissionId, 'read');
    const links = await readPlanLinks(tx, ctx, submission);
    const linked = links.filter(({ unlinked }) => unlinked === null).map(({ code }) => code);
    const items = await tx.planItem.findMany({
      where: {
        ...(await ofPlanOn(tx, ctx, submission.submittedAt)),
        kind: { in: [...linkableKinds] },
        code: { notIn: linked },
      },
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
      select: { code: true, text: true },
    });
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: 'status' },
      subject: { type: 'submission', id: submission.id },
    });
    return { submissionId: submission.id, reference: submission.reference, links, items };
  });
}
