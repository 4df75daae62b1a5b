import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { currentRules } from './current-rules.server.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import { pastFacts } from './past-facts.server.ts';
import { changesBetween, outcomeOf, replayChanges, type ReplayChange, type ReplayOutcome } from './replay.ts';
import { lockRuleDraft, openRuleDraft, requireRuleWriter, type RuleDraft } from './rule-drafts.server.ts';
import { route } from './route.ts';

/** Over how many of the newest submissions a draft may be replayed. */
export const replaySizes = [100, 400, 1000] as const;

const batch = 100;

type Difference = {
  submissionId: Id<'Submission'>;
  before: ReplayOutcome;
  after: ReplayOutcome;
  changes: ReplayChange[];
};

/**
 * Routes the newest submissions once by the rules in force and once by the draft, from the same facts, and keeps each
 * difference. Nothing of a submission changes. Read in batches outside a transaction; that the draft is still the one
 * that was replayed is checked when the result is kept. @throws NotFound, Invalid, Conflict
 */
export async function replayRules(ctx: Ctx, input: { last: string; seenRevision: number }): Promise<void> {
  requireRuleWriter(ctx);
  const size = replaySizes.find((each) => String(each) === input.last);
  if (size === undefined) throw new Invalid({ last: 'Select how many submissions to replay' });
  const draft = await openRuleDraft(ctx.db);
  if (!draft) throw new NotFound();
  const { counted, differences } = await differencesOf(ctx, draft, size);
  await transaction(ctx.db, async (tx) => {
    await lockRuleDraft(tx, ctx, input.seenRevision);
    const id = randomUUID();
    await tx.routingReplay.create({
      data: {
        id,
        draftId: draft.id,
        revision: input.seenRevision,
        counted,
        differing: differences.length,
        changes: countsOf(differences),
        runBy: ctx.actor.accountId,
        runAt: ctx.clock.now(),
      },
    });
    await tx.routingReplayDifference.createMany({
      data: differences.map(({ submissionId, before, after }, index) => ({
        replayId: id,
        position: index + 1,
        submissionId,
        before,
        after,
      })),
    });
    await record(tx, ctx, {
      type: 'routing.replayed',
      data: { draft: draft.id, revision: input.seenRevision, counted, differing: differences.length },
      subject: { type: 'routing_draft', id: draft.id },
    });
  });
}

async function differencesOf(
  { db }: Ctx,
  draft: RuleDraft,
  size: number,
): Promise<{ counted: number; differences: Difference[] }> {
  const [inForce, queues] = [await currentRules(db), await forceQueues(db)];
  const differences: Difference[] = [];
  let counted = 0;
  let after: { submittedAt: Date; id: string } | null = null;
  while (counted < size) {
    const past = await pastFacts(db, after, Math.min(batch, size - counted));
    for (const { id, facts } of past) {
      const was = outcomeOf(route(facts, inForce, queues), queues);
      const becomes = outcomeOf(route(facts, draft.ruleSet, queues), queues);
      const changes = changesBetween(was, becomes);
      if (changes.length > 0) differences.push({ submissionId: id, before: was, after: becomes, changes });
    }
    counted += past.length;
    after = past.at(-1) ?? null;
    if (past.length < batch || after === null) break;
  }
  return { counted, differences: gravestFirst(differences) };
}

const rank: readonly string[] = Object.keys(replayChanges);
const gravity = ({ changes: [first] }: Difference) => rank.indexOf(first ?? '');

/** The newest first among those that differ in the same. */
const gravestFirst = (differences: Difference[]) =>
  differences.toSorted((one, other) => gravity(one) - gravity(other));

function countsOf(differences: readonly Difference[]): Partial<Record<ReplayChange, number>> {
  const counts: Partial<Record<ReplayChange, number>> = {};
  for (const change of differences.flatMap(({ changes }) => changes))
    counts[change] = (counts[change] ?? 0) + 1;
  return counts;
}
