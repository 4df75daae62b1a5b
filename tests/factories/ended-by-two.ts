import type { Ctx } from '#app/domain/kernel/context.ts';
import { performAction, type PostedAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { dangerActNow } from './danger-act.ts';
import { askingFor, type Ending } from '#app/domain/kernel/endings.ts';

/** Ends a High submission as it takes two: one asks, and a supervisor agrees. */
export async function endedByTwo(
  [asker, decider]: readonly [Ctx, Ctx],
  ending: Ending,
  input: Omit<PostedAction, 'action'>,
): Promise<void> {
  await performAction(asker, {
    ...input,
    action: askingFor[ending],
    ...dangerActNow(asker),
  });
  await performAction(decider, {
    ...input,
    action: 'grant_ending',
    comment: 'She is safe.',
    expectedVersion: null,
  });
}
