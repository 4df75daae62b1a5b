import type { Ctx } from '#app/domain/kernel/context.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { end } from './end.ts';
import type { Deed } from './step.ts';

/** A duplicate needs its original; where no report shares anything, the officer finds it of no further use. */
export async function closeReport(
  ctx: Ctx,
  second: Ctx,
  submissionId: string,
  { outcome, comment }: Extract<Deed, { do: 'close' }>,
): Promise<void> {
  await sayWhichArea(ctx, submissionId);
  const repeats = outcome === 'duplicate' && (await linkToOriginal(ctx, submissionId));
  return end(ctx, second, 'answer_and_close', {
    submissionId,
    outcome: outcome === 'duplicate' && !repeats ? 'no_further_use' : outcome,
    comment,
    unsanitised: 'Nothing of it can be told without telling who said it.',
    expectedVersion: null,
  });
}

/** Where FIB moved a report to the SPOC of an area that routing did not find, the SPOC sets it before it ends. */
async function sayWhichArea(ctx: Ctx, submissionId: string): Promise<void> {
  const { areaId, primaryQueue } = await ctx.db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { areaId: true, primaryQueue: { select: { area: { select: { code: true } } } } },
  });
  if (areaId !== null || !primaryQueue.area) return;
  await performAction(ctx, {
    action: 'set_area',
    submissionId,
    area: primaryQueue.area.code,
    comment: 'The address lies there.',
    expectedVersion: null,
  });
}

async function linkToOriginal(ctx: Ctx, submissionId: string): Promise<boolean> {
  const { matches } = await openMatches(ctx, { submissionId, after: null });
  const [match] = matches.filter(({ readable }) => readable);
  if (!match) return false;
  const link = {
    submissionId,
    reference: match.reference,
    kind: 'duplicate_of',
    reason: 'It tells of the same.',
  };
  return relateSubmissions(ctx, link).then(
    () => true,
    (failure: unknown) => {
      if (failure instanceof Invalid) return false;
      throw failure;
    },
  );
}
