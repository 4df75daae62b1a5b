import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { DomainFailure, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import { bulkWords, type BulkAction, type Pick } from '../triage/queues/bulk.ts';
import { colleagues, type Colleague } from '../triage/queues/colleagues.server.ts';
import { decideTransition } from '../submission/decide-transition.ts';
import { mayBePrimary } from '../submission/path-to-closed.ts';
import { queuesHeld, type HeldQueue } from '../submission/queues-held.server.ts';
import { isFibSupervisor } from '../kernel/actor.ts';
import { loadSubmission, accessTo } from '../submission/load-submission.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';

/** One submission of several, before: what stands against it now, null where nothing does. */
export type PickedLine = Pick & { reference: string | null; problem: string | null };

export type PreparedBulk = {
  queue: HeldQueue;
  lines: PickedLine[];
  colleagues: Colleague[];
  queues: { code: string; name: string }[];
};

const unseen = 'You can no longer see this submission';

/** What is about to be done with several submissions of a queue, to be confirmed. @throws NotFound, Forbidden */
export async function prepareBulk(
  ctx: Ctx,
  input: { queueCode: string; action: BulkAction; picks: readonly Pick[] },
): Promise<PreparedBulk> {
  return transaction(ctx.db, async (tx) => {
    const queue = await bulkQueue(tx, ctx, input);
    const lines: PickedLine[] = [];
    const people = new Map<string, Colleague>();
    for (const pick of input.picks) {
      const submission = await loadSubmission(tx, ctx, pick.submissionId).catch(orNull);
      if (!submission) {
        lines.push({ ...pick, reference: null, problem: unseen });
        continue;
      }
      const tried = decideTransition(submission.state, input.action, ctx.actor, accessTo(ctx, submission));
      const problem = tried.ok || tried.kind === 'invalid' ? null : tried.message;
      lines.push({
        submissionId: submission.id,
        expectedVersion: submission.version,
        reference: submission.reference,
        problem,
      });
      if (input.action === 'assign' && people.size === 0)
        for (const each of await colleagues(tx, ctx, submission, 'colleague'))
          people.set(each.accountId, each);
    }
    const others = input.action === 'reroute' ? await forceQueues(tx) : [];
    return {
      queue,
      lines,
      colleagues: [...people.values()],
      queues: others
        .filter(({ id, kind }) => id !== queue.id && mayBePrimary(kind, { restricted: false }))
        .map(({ code, name }) => ({ code, name })),
    };
  });
}

/** What became of one of several: `problem` null where it was done. */
export type BulkResult = { submissionId: Id<'Submission'>; reference: string | null; problem: string | null };

/**
 * Does one action on several submissions, each in a transaction of its own by the same rules as alone: some may fail,
 * and each says so itself. What is missing for all of them is refused before any is touched.
 * @throws NotFound, Forbidden, Invalid
 */
export async function bulkAct(
  ctx: Ctx,
  input: {
    queueCode: string;
    action: BulkAction;
    picks: readonly Pick[];
    comment: string;
    otherQueue: string;
    colleague: string;
  },
): Promise<BulkResult[]> {
  const { action, picks, comment, otherQueue, colleague } = input;
  await transaction(ctx.db, (tx) => bulkQueue(tx, ctx, input));
  refuseIncomplete(input);
  const results: BulkResult[] = [];
  for (const { submissionId, expectedVersion } of picks) {
    const taken = { submissionId, action, comment, otherQueue, colleague, expectedVersion };
    const problem = await performAction(ctx, taken).then(() => null, problemOf);
    results.push({ submissionId, reference: null, problem });
  }
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, {
      type: 'submission.bulk',
      data: { action, asked: results.length, done: results.filter(({ problem }) => problem === null).length },
    });
    return withReferences(tx, results);
  });
}

function refuseIncomplete(input: {
  action: BulkAction;
  picks: readonly Pick[];
  comment: string;
  otherQueue: string;
  colleague: string;
}): void {
  if (input.picks.length === 0) throw new Invalid({ pick: 'Select at least one submission' });
  const errors: Record<string, string> = {};
  if (input.action === 'assign' && input.colleague === '') errors['colleague'] = 'Select an officer';
  if (input.action === 'reroute' && input.otherQueue === '') errors['otherQueue'] = 'Select a queue';
  if (input.action === 'reroute' && input.comment.trim() === '')
    errors['comment'] = 'Enter why these belong in another queue';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

/** A refusal of one is its own; anything else is a defect and propagates. */
function problemOf(failure: unknown): string {
  if (failure instanceof NotFound) return unseen;
  if (failure instanceof Invalid) return Object.values(failure.fieldErrors)[0] ?? failure.message;
  if (failure instanceof DomainFailure) return failure.message;
  throw failure;
}

/** References only of what was just in the actor's hands: what they could not see stays without. */
async function withReferences(tx: Tx, results: readonly BulkResult[]): Promise<BulkResult[]> {
  const visible = results.filter(({ problem }) => problem !== unseen).map(({ submissionId }) => submissionId);
  const rows = await tx.submission.findMany({
    where: { id: { in: visible } },
    select: { id: true, reference: true },
  });
  const referenceOf = new Map(rows.map(({ id, reference }) => [id, reference]));
  return results.map((each) => ({ ...each, reference: referenceOf.get(each.submissionId) ?? null }));
}

async function bulkQueue(
  tx: Tx,
  ctx: Ctx,
  { queueCode, action }: { queueCode: string; action: BulkAction },
): Promise<HeldQueue> {
  const queue = (await queuesHeld(tx, ctx.actor)).find(({ code }) => code === queueCode);
  if (!queue) throw new NotFound();
  if (queue.hold !== 'holder') throw new Forbidden();
  if (action === 'assign' && !isFibSupervisor(ctx.actor))
    throw new Forbidden(`Only an FIB supervisor may do this: ${bulkWords.assign.button}`);
  return queue;
}

function orNull(failure: unknown): null {
  if (failure instanceof NotFound) return null;
  throw failure;
}
