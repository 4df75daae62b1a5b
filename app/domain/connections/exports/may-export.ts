import type { Actor } from '../../kernel/actor.ts';
import { holdsPrimaryQueue, maySeeRawText } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';
import type { SubmissionState } from '../../kernel/statuses.ts';

/**
 * Whether an officer may take a submission out of the portal: FIB where it may read the original, and a SPOC of the queue
 * that holds it. To stand in for others, on the duty list or by a claim, is to read and to act, not to take away.
 */
export function mayExport(actor: Actor, state: SubmissionState): boolean {
  if (actor.side !== 'police' || !maySeeRawText(actor, state)) return false;
  return isFib(actor) || holdsPrimaryQueue(actor, state);
}
