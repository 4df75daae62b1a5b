import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { recordResults } from '../../connections/records/record-results.server.ts';
import type { WrittenResults } from '../../connections/records/result-input.ts';
import { isEnd } from '../../kernel/endings.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import type { ActionFields } from '../../submission/actions/effect.ts';
import { decideTransition } from '../../submission/decide-transition.ts';
import { actionToEnd, usualEnd, type EndAction } from '../../submission/ends.ts';
import { accessTo, lockSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { refuseStale } from '../../submission/refuse-stale.server.ts';
import { failureOf } from '../../submission/transition.server.ts';
import { actOn } from './perform-action.server.ts';

/** What an officer says of a report that they end. `end`: how, as it was posted (`End`). */
export type PostedEnd = Partial<
  Pick<
    ActionFields,
    | 'message'
    | 'unsanitised'
    | 'noContactPlan'
    | 'handedOn'
    | 'aboutDanger'
    | 'dangerBy'
    | 'dangerAt'
    | 'dangerAtProblems'
    | 'confirmed'
  >
> & {
  end: string;
  /** For police: why nothing was made of it. */
  whyNoItem?: string;
  /** What came of it, recorded with its end: what its outcome rests on may be among it. */
  came?: WrittenResults;
  expectedVersion: number | null;
};

/**
 * Ends a report as the officer says, by the action of the table that this is, or asks a second person to where it is
 * High. Gives the action. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function endReport(
  ctx: Ctx,
  { submissionId, ...posted }: PostedEnd & { submissionId: Id<'Submission'> },
): Promise<EndAction> {
  return transaction(ctx.db, async (tx) =>
    endLocked(tx, ctx, await lockSubmission(tx, ctx, submissionId), posted),
  );
}

/** The same of a submission that is locked already. */
export async function endLocked(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { end, whyNoItem = '', message = '', came, expectedVersion, ...reasons }: PostedEnd,
): Promise<EndAction> {
  await refuseStale(tx, ctx, submission, expectedVersion);
  const { state } = submission;
  const action = actionToEnd(isEnd(end) ? end : usualEnd(state), state);
  if (!isEnd(end)) {
    const tried = decideTransition(state, action, ctx.actor, accessTo(ctx, submission));
    throw tried.ok || tried.kind === 'invalid'
      ? new Invalid({ end: 'Select how it ends' })
      : failureOf(tried);
  }
  const outcome = end === 'rejected' ? '' : end;
  const words = policeReads(action) ? { comment: whyNoItem, message } : { comment: message };
  const of = { submissionId: submission.id, item: null, disseminationId: null };
  const problems = came ? await recordResults(tx, ctx, of, came) : {};
  try {
    await actOn(tx, ctx, submission, { ...reasons, ...words, action, outcome, expectedVersion });
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    const fields = Object.entries(failure.fieldErrors).map(
      ([field, error]) => [fieldOf(field, action), error] as const,
    );
    throw new Invalid({ ...Object.fromEntries(fields), ...problems }, failure.message);
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return action;
}

/** The comment of its row is police's own reason, and the partner reads the message. */
const policeReads = (action: EndAction): boolean =>
  action === 'close_without_item' || action === 'ask_to_close_without_item';

/** The field of this form that holds what a field of the action asks for. */
function fieldOf(field: string, action: EndAction): string {
  if (field === 'comment') return policeReads(action) ? 'whyNoItem' : 'message';
  return field === 'outcome' || field === 'gaps' ? 'end' : field;
}
