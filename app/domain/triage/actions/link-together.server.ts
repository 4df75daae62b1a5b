import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { mostLinkedTogether } from '../queues/bulk.ts';
import { addLinks, itemOfDays, linkableItems, reasonProblem } from './link-plan-item.server.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { checkLinking, loadToLink } from './plan-links.server.ts';

/** What became of one of several; `reference` is null for what the actor may not see. */
export type LinkedOne = {
  submissionId: Id<'Submission'>;
  reference: string | null;
  /** Why it was not linked, in words; null where it was linked, or was linked already. */
  refused: string | null;
  already: boolean;
};

/**
 * Links several submissions to one item by hand, each by the rules that hold for it alone, all in one transaction: some may be
 * linked already, and some refused, and each says so. @throws Invalid
 */
export async function linkTogether(
  ctx: Ctx,
  input: { submissionIds: readonly Id<'Submission'>[]; item: string; reason: string },
): Promise<LinkedOne[]> {
  const ids = [...new Set(input.submissionIds)];
  const problem = reasonProblem(input.reason, 'Enter why they serve this part of the plan');
  if (ids.length === 0) throw new Invalid({ pick: 'Select at least one submission' });
  if (ids.length > mostLinkedTogether)
    throw new Invalid({ pick: `Select ${mostLinkedTogether} submissions or fewer. Nothing has been done` });
  if (input.item === '' || problem)
    throw new Invalid({
      ...(input.item === '' ? { item: 'Select a part of the plan' } : {}),
      ...(problem ? { reason: problem } : {}),
    });
  return transaction(ctx.db, async (tx) => {
    const checked = await checkEach(tx, ctx, ids, 'change');
    const itemOn = await itemOfDays(tx, ctx, input.item);
    const asked = checked.flatMap(({ submission }) => {
      const item = submission && itemOn(submission);
      return submission && item ? [{ submission, item }] : [];
    });
    const made = await addLinks(tx, ctx, asked, input.reason);
    const linked = checked.map(({ submissionId, submission, problem }): LinkedOne => {
      const hasItem = asked.some((one) => one.submission === submission);
      return {
        submissionId,
        reference: submission?.reference ?? null,
        refused: problem ?? (hasItem ? null : `The plan of its day has no ${input.item}`),
        already: hasItem && !made.has(submissionId),
      };
    });
    await record(tx, ctx, {
      type: 'submission.bulk',
      data: {
        action: 'plan',
        asked: ids.length,
        done: linked.filter(({ refused, already }) => refused === null && !already).length,
      },
    });
    return linked;
  });
}

/** One of several before it is linked: `problem` is why it cannot be, null where nothing is known against it. */
export type LineToLink = { submissionId: Id<'Submission'>; reference: string | null; problem: string | null };

/** Several submissions that are about to be linked, and to what. */
export async function prepareTogether(
  ctx: Ctx,
  { submissionIds }: { submissionIds: readonly Id<'Submission'>[] },
): Promise<{ lines: LineToLink[]; items: Awaited<ReturnType<typeof linkableItems>> }> {
  return transaction(ctx.db, async (tx) => {
    const checked = await checkEach(tx, ctx, submissionIds, 'read');
    const lines = checked.map(({ submissionId, submission, problem }): LineToLink => ({
      submissionId,
      reference: submission?.reference ?? null,
      problem,
    }));
    return { lines, items: await linkableItems(tx, ctx) };
  });
}

type Checked = {
  submissionId: Id<'Submission'>;
  submission: LoadedSubmission | null;
  /** Why it is not linked, without a word of what the actor may not know. */
  problem: string | null;
};

async function checkEach(
  tx: Tx,
  ctx: Ctx,
  submissionIds: readonly Id<'Submission'>[],
  purpose: 'read' | 'change',
): Promise<Checked[]> {
  const loaded = await loadToLink(tx, ctx, submissionIds, purpose);
  return submissionIds.map((submissionId) => {
    try {
      const found = loaded.find(({ id }) => id === submissionId);
      return { submissionId, submission: checkLinking(ctx, found), problem: null };
    } catch (failure) {
      return { submissionId, submission: null, problem: refusalOf(failure) };
    }
  });
}

/** Anything else is a defect and propagates. */
function refusalOf(failure: unknown): string {
  if (failure instanceof NotFound) return 'You can no longer see this submission';
  if (failure instanceof Forbidden) return 'You may not link it to the plan';
  throw failure;
}
