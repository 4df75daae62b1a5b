import type { Ctx } from '#app/domain/kernel/context.ts';
import {
  askToEnd,
  endAlone,
  grantEnding,
  type EndingInput,
} from '#app/domain/triage/actions/end-submission.server.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';

/** Ends a report: by one person, and where it is High by two. */
export async function end(ctx: Ctx, second: Ctx, ending: Ending, input: EndingInput): Promise<void> {
  const { submissionId, expectedVersion } = input;
  const { priority } = await ctx.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  if (priority !== 'high') return endAlone(ctx, ending, input);
  await askToEnd(ctx, ending, { ...input, aboutDanger: 'A patrol went there at once and spoke to them.' });
  await grantEnding(second, { submissionId, expectedVersion, comment: 'Nobody is in danger any more.' });
}
