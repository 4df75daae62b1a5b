import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { End } from '../kernel/endings.ts';
import { Forbidden } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { actions } from '../submission/actions.ts';
import { closingGates, gatesOfRejection, gatesWithoutItem, type Gate } from '../submission/closing-gates.ts';
import { decideTransition, transitionsFor } from '../submission/decide-transition.ts';
import { actionToEnd, endsAmong, usualEnd } from '../submission/ends.ts';
import { accessTo, loadSubmission } from '../submission/load-submission.server.ts';
import { readClosingFacts } from '../triage/actions/closing-facts.server.ts';
import { aboutDanger, holderOf, standsNow, type PreparedAction } from './prepare-action.server.ts';

/** What the page asks on which a report is ended. */
type PreparedEnd = Pick<
  PreparedAction,
  'submissionId' | 'reference' | 'version' | 'refusal' | 'holder' | 'now' | 'aboutDanger' | 'gates'
> & {
  /** It is High: a second person decides. */
  byTwo: boolean;
  /** How it may end as it stands. */
  ends: End[];
  /** The danger goes on with its original: one person may end it as a duplicate. */
  duplicateByOne: boolean;
  /** What the officer has to know of what the partner reads. */
  guidance: string | null;
  /** Police keep why nothing was made of it. */
  asksWhyNoItem: boolean;
  /** An item was made of it, which has to be graded before it ends with an outcome. */
  acceptFirst: boolean;
};

/**
 * How a report may end as it stands, with what must be done first. Where it cannot end now it comes with the reason.
 * @throws NotFound, Forbidden
 */
export async function prepareEnd(
  ctx: Ctx,
  { submissionId }: { submissionId: Id<'Submission'> },
): Promise<PreparedEnd> {
  return transaction(ctx.db, async (tx) => {
    const submission = await loadSubmission(tx, ctx, submissionId);
    const { state } = submission;
    const access = accessTo(ctx, submission);
    const offered = transitionsFor(state, ctx.actor, access);
    const possible = endsAmong(offered, state);
    const tried = decideTransition(state, actionToEnd(usualEnd(state), state), ctx.actor, access);
    if (!tried.ok && tried.kind === 'forbidden') throw new Forbidden(tried.message);
    const isOffered = (action: string) => offered.some((row) => row.action === action);
    const asking = offered.find(({ action }) => possible.some((end) => actionToEnd(end, state) === action));
    const asksWhyNoItem = isOffered('close_without_item') || isOffered('ask_to_close_without_item');
    const closes = isOffered('answer_and_close') || isOffered('ask_to_close');
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: 'status' },
      subject: { type: 'submission', id: submission.id },
    });
    const gates = async (): Promise<Gate[]> => {
      if (closes) return closingGates(await readClosingFacts(tx, ctx, submission), null);
      if (asksWhyNoItem) return gatesWithoutItem(await readClosingFacts(tx, ctx, submission), null);
      return gatesOfRejection(submission);
    };
    return {
      submissionId: submission.id,
      reference: submission.reference,
      version: submission.version,
      byTwo: state.priority === 'high',
      ends: possible,
      duplicateByOne: isOffered('close_as_duplicate'),
      guidance: asking ? (actions[asking.action].guidance ?? null) : null,
      asksWhyNoItem,
      acceptFirst: state.status === 'in_assessment' && state.hasItems,
      refusal: possible.length > 0 ? null : tried.ok ? null : tried.message,
      holder: await holderOf(tx, submission),
      now: await standsNow(tx, ctx, submission),
      aboutDanger: asking ? await aboutDanger(tx, submission, asking) : null,
      gates: possible.length > 0 ? await gates() : [],
    };
  });
}
