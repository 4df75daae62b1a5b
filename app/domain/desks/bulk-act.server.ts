import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { DomainFailure, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import { readableOther } from '../connections/matching/relate-submissions.server.ts';
import { possibleOwners } from '../connections/tasks/possible-owners.server.ts';
import { parseReference } from '../kernel/reference.ts';
import type { SubmissionAction } from '../submission/actions.ts';
import { actionToEnd } from '../submission/ends.ts';
import { maySeeRawText } from '../submission/submission-access.ts';
import { linkableItems } from '../triage/actions/link-plan-item.server.ts';
import { mayLinkPlan } from '../triage/actions/plan-links.server.ts';
import { bulkWords, isMoving, mostAtOnce, type BulkAction, type Pick } from '../triage/queues/bulk.ts';
import { doOne, type BulkFields, type Hub } from './bulk-one.server.ts';
import { colleagues, type Colleague } from '../triage/queues/colleagues.server.ts';
import { decideTransition } from '../submission/decide-transition.ts';
import { mayBePrimary } from '../submission/path-to-closed.ts';
import { queuesHeld, type HeldQueue } from '../submission/queues-held.server.ts';
import { isFibSupervisor } from '../kernel/actor.ts';
import { loadSubmission, accessTo, type LoadedSubmission } from '../submission/load-submission.server.ts';

/** One submission of several, before: what stands against it now, null where nothing does. */
export type PickedLine = Pick & { reference: string | null; problem: string | null };

export type PreparedBulk = {
  queue: HeldQueue;
  lines: PickedLine[];
  colleagues: Colleague[];
  queues: { code: string; name: string }[];
  /** Who may have a task about the first of them; whoever may not have that of another is refused there. */
  owners: { value: string; text: string }[];
  /** What of the plan they can be linked to. */
  items: { code: string; text: string }[];
};

const unseen = 'You can no longer see this submission';

/** What is about to be done with several submissions of a queue, to be confirmed. @throws NotFound, Forbidden, Invalid */
export async function prepareBulk(
  ctx: Ctx,
  input: { queueCode: string; action: BulkAction; picks: readonly Pick[] },
): Promise<PreparedBulk> {
  const { action } = input;
  refuseTooMany(input.picks);
  return transaction(ctx.db, async (tx) => {
    const queue = await bulkQueue(tx, ctx, input);
    const lines: PickedLine[] = [];
    const people = new Map<string, Colleague>();
    let owners: PreparedBulk['owners'] = [];
    for (const pick of input.picks) {
      const submission = await loadSubmission(tx, ctx, pick.submissionId).catch(orNull);
      if (!submission) {
        lines.push({ ...pick, reference: null, problem: unseen });
        continue;
      }
      lines.push({
        submissionId: submission.id,
        expectedVersion: submission.version,
        reference: submission.reference,
        problem: standsAgainst(ctx, action, submission),
      });
      if (action === 'assign' && people.size === 0)
        for (const each of await colleagues(tx, ctx, submission, 'colleague'))
          people.set(each.accountId, each);
      if (action === 'task' && owners.length === 0)
        owners = (await possibleOwners(tx, ctx, { submission, sentTo: null })).map(({ value, text }) => ({
          value,
          text,
        }));
    }
    const others = action === 'reroute' ? await forceQueues(tx) : [];
    return {
      queue,
      lines,
      colleagues: [...people.values()],
      queues: others
        .filter(({ id, kind }) => id !== queue.id && mayBePrimary(kind, { restricted: false }))
        .map(({ code, name }) => ({ code, name })),
      owners,
      items: action === 'plan' ? await linkableItems(tx, ctx) : [],
    };
  });
}

/** Why it cannot be done with this one, whatever is entered; null where nothing is known against it. */
function standsAgainst(ctx: Ctx, action: BulkAction, submission: LoadedSubmission): string | null {
  const { state } = submission;
  const refusalOf = (one: SubmissionAction) => {
    const tried = decideTransition(state, one, ctx.actor, accessTo(ctx, submission));
    return tried.ok || tried.kind === 'invalid' ? null : tried.message;
  };
  if (isMoving(action)) return refusalOf(action);
  if (action === 'duplicate') {
    if (state.claimedBy === null) return 'Claim this submission first';
    const alone = refusalOf(actionToEnd('duplicate', state));
    if (alone !== null || state.priority !== 'high') return alone;
    return state.dangerGoesOn ? null : 'It is High: ask to end it on its own page';
  }
  if (action === 'plan') return mayLinkPlan(ctx.actor, submission) ? null : 'You may not link it to the plan';
  return maySeeRawText(ctx.actor, state, submission.accessFacts) ? null : 'You may not read it';
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
  input: BulkFields & { queueCode: string; action: BulkAction; picks: readonly Pick[] },
): Promise<BulkResult[]> {
  const { action, picks } = input;
  await transaction(ctx.db, (tx) => bulkQueue(tx, ctx, input));
  refuseIncomplete(input);
  const hub = await hubOf(ctx, input);
  const results: BulkResult[] = [];
  for (const [index, pick] of picks.entries()) {
    const fields = { ...input, taskId: input.taskIds[index], hub };
    const problem = await doOne(ctx, action, pick, fields).then(() => null, problemOf);
    results.push({ submissionId: pick.submissionId, reference: null, problem });
  }
  // The first is linked only with another.
  const [first, ...others] = results;
  if (action === 'relate' && first && others.every(({ problem }) => problem !== null))
    first.problem = 'None of the others was linked to it';
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, {
      type: 'submission.bulk',
      data: { action, asked: results.length, done: results.filter(({ problem }) => problem === null).length },
    });
    return withReferences(tx, results);
  });
}

/** What is missing for all of them, by field: for each action what it cannot do without. */
const needed: Readonly<Record<BulkAction, Partial<Record<keyof BulkFields, string>>>> = {
  claim: {},
  release: {},
  assign: { colleague: 'Select an officer' },
  reroute: { otherQueue: 'Select a queue', comment: 'Enter why these belong in another queue' },
  duplicate: {
    original: 'Enter the reference of a report that you may open',
    comment: 'Enter why they are duplicates of it',
  },
  relate: { kind: 'Select how they are linked', comment: 'Enter why you link them' },
  task: {
    text: 'Enter what is to be done',
    owner: 'Select who has the task',
    dueOn: 'Due date must be a real date, like 20 1 2016',
  },
  plan: { item: 'Select a part of the plan', comment: 'Enter why they serve this part of the plan' },
};

function refuseTooMany(picks: readonly Pick[]): void {
  const tooMany = `Select ${mostAtOnce} submissions or fewer. Nothing has been done`;
  if (picks.length > mostAtOnce) throw new Invalid({ pick: tooMany }, tooMany);
}

function refuseIncomplete(input: BulkFields & { action: BulkAction; picks: readonly Pick[] }): void {
  const { action, picks } = input;
  refuseTooMany(picks);
  if (picks.length === 0) throw new Invalid({ pick: 'Select at least one submission' });
  if (action === 'relate' && picks.length === 1)
    throw new Invalid({ pick: 'Select at least two submissions' });
  const errors: Record<string, string> = {};
  for (const [field, missing] of Object.entries(needed[action]))
    if (String(input[field as keyof BulkFields]).trim() === '') errors[field] = missing;
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

/** @throws Invalid where the original is none that the actor may open */
async function hubOf(
  ctx: Ctx,
  { action, original, picks }: { action: BulkAction; original: string; picks: readonly Pick[] },
): Promise<Hub | null> {
  if (action !== 'duplicate' && action !== 'relate') return null;
  return transaction(ctx.db, async (tx) => {
    const reference = parseReference(original);
    const found =
      action === 'relate'
        ? await readableOther(tx, ctx, { id: picks[0]?.submissionId ?? '' })
        : reference && (await readableOther(tx, ctx, { reference }));
    if (found) return { submissionId: found.id, reference: found.reference };
    throw new Invalid(
      action === 'relate'
        ? { pick: 'You can no longer open the first of them. Select the others again' }
        : { original: 'Enter the reference of a report that you may open' },
    );
  });
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
