import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';

/** The account that sent a report, to seal for it what was typed in its name; null where there is none. Shown to nobody. */
export async function submitterOf(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<string | null> {
  const submission = await ctx.db.submission.findUnique({
    where: { id: input.submissionId },
    select: { submittedBy: true },
  });
  return submission?.submittedBy ?? null;
}

/** With which version of the form a report was written that whoever asks may add to. */
export async function formVersionOf(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<number> {
  const { formVersion } = await ctx.db.submission.findUniqueOrThrow({
    where: { id: input.submissionId },
    select: { formVersion: true },
  });
  return formVersion;
}
