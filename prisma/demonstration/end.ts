import type { Ctx } from '#app/domain/kernel/context.ts';
import { performAction, type PostedAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { askingFor, type Ending } from '#app/domain/kernel/endings.ts';

/** Ends a report: by one person, and where it is High by two. */
export async function end(
  ctx: Ctx,
  second: Ctx,
  ending: Ending,
  input: Omit<PostedAction, 'action'>,
): Promise<void> {
  const { submissionId, expectedVersion } = input;
  const { priority } = await ctx.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  if (priority !== 'high') return performAction(ctx, { ...input, action: ending });
  await performAction(ctx, {
    ...input,
    action: askingFor[ending],
    aboutDanger: 'A patrol went there at once and spoke to them.',
  });
  await performAction(second, {
    action: 'grant_ending',
    submissionId,
    expectedVersion,
    comment: 'Nobody is in danger any more.',
  });
}
