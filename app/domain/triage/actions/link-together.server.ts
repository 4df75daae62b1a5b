import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { mostLinkedTogether } from '../queues/bulk.ts';
import { addLink, itemOfItsDay, linkableItems, reasonProblem } from './link-plan-item.server.ts';
import { linkedSubmission } from './plan-links.server.ts';

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
  // In one order, so that of two who link the same neither waits for the other for ever.
  const ids = [...new Set(input.submissionIds)].toSorted();
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
    const linked: LinkedOne[] = [];
    for (const submissionId of ids) {
      const submission = await linkedSubmission(tx, ctx, submissionId, 'change').catch(refusalOf);
      if (typeof submission === 'string') {
        linked.push({ submissionId, reference: null, refused: submission, already: false });
        continue;
      }
      const item = await itemOfItsDay(tx, ctx, submission, input.item);
      const done = item ? await addLink(tx, ctx, submission, item, input.reason) : null;
      linked.push({
        submissionId,
        reference: submission.reference,
        refused: done === null ? `The plan of its day has no ${input.item}` : null,
        already: done === 'already',
      });
    }
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
    const lines: LineToLink[] = [];
    for (const submissionId of submissionIds) {
      const submission = await linkedSubmission(tx, ctx, submissionId, 'read').catch(refusalOf);
      lines.push(
        typeof submission === 'string'
          ? { submissionId, reference: null, problem: submission }
          : { submissionId, reference: submission.reference, problem: null },
      );
    }
    return { lines, items: await linkableItems(tx, ctx) };
  });
}

/** Why one of several is not linked; nothing that tells what the actor may not know. Anything else is a defect and propagates. */
function refusalOf(failure: unknown): string {
  if (failure instanceof NotFound) return 'You can no longer see this submission';
  if (failure instanceof Forbidden) return 'You may not link it to the plan';
  throw failure;
}
