import type { Ctx } from '#app/domain/kernel/context.ts';
import { askToEnd, grantEnding, type EndingInput } from '#app/domain/triage/actions/end-submission.server.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';

/** Ends a High submission as it takes two: one asks, and a supervisor agrees. */
export async function endedByTwo(
  [asker, decider]: readonly [Ctx, Ctx],
  ending: Ending,
  input: EndingInput,
): Promise<void> {
  await askToEnd(asker, ending, { ...input, aboutDanger: 'A patrol found her safe.' });
  await grantEnding(decider, { ...input, comment: 'She is safe.', expectedVersion: null });
}
