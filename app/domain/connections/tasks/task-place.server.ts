import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { currentPlan, ofPublishedPlans } from '../../plan/current-plan.server.ts';
import { mayContribute } from '../../plan/item-owner.server.ts';
import { takesEvidence } from '../../plan/plan-tree.ts';
import { Conflict, Forbidden, NotFound } from '../../kernel/failures.ts';
import { refuseAnswer } from '../../submission/dissemination.server.ts';
import { disseminationFor } from '../../submission/dissemination.server.ts';
import { itemFor } from '../../submission/items.server.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';
import type { PlaceOfTask } from './possible-owners.server.ts';
import { type TaskAbout } from './task-words.ts';

/** Where somebody adds a task. */
export type TaskPlace =
  | { kind: 'plan'; code: string }
  | { kind: 'submission'; submissionId: Id<'Submission'> }
  | { kind: 'item'; itemId: Id<'IntelligenceItem'> }
  | { kind: 'dissemination'; disseminationId: Id<'Dissemination'> };

/** The same, found: what `possibleOwners` goes by, and what the row says it is about. */
export type OpenedPlace = PlaceOfTask & {
  about: TaskAbout;
  keys: {
    planItemId: Id<'PlanItem'> | null;
    submissionId: Id<'Submission'> | null;
    itemId: Id<'IntelligenceItem'> | null;
    disseminationId: Id<'Dissemination'> | null;
  };
};

const nothing = { planItemId: null, submissionId: null, itemId: null, disseminationId: null };

/**
 * The thing that a task is added to. Tasks of a submission are for whoever may read it; those of a dissemination are added
 * by its recipients, once they have acknowledged it; those of the plan by the MDS lead and by the contributor who owns the
 * item. @throws NotFound, Forbidden, Conflict
 */
export async function openPlace(tx: Tx, ctx: Ctx, place: TaskPlace): Promise<OpenedPlace> {
  switch (place.kind) {
    case 'plan':
      return planPlace(tx, ctx, place.code);
    case 'submission': {
      if (ctx.actor.side !== 'police') throw new NotFound();
      const submission = await loadSubmission(tx, ctx, place.submissionId);
      if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) throw new Forbidden();
      const { id, reference } = submission;
      return {
        about: { kind: 'submission', submissionId: id, reference },
        keys: { ...nothing, submissionId: id },
        submission,
        sentTo: null,
      };
    }
    case 'item': {
      const { item, submission } = await itemFor(tx, ctx, place.itemId, 'read');
      if (item.voided) throw new Conflict('This item was voided: nothing is done with it any more');
      const { id: submissionId, reference } = submission;
      return {
        about: { kind: 'item', itemId: item.id, number: item.number, submissionId, reference },
        keys: { ...nothing, submissionId, itemId: item.id },
        submission,
        sentTo: null,
      };
    }
    case 'dissemination': {
      const { row, submission, recipient } = await disseminationFor(tx, ctx, place.disseminationId);
      refuseAnswer(row, recipient);
      const { id: disseminationId, item } = row;
      return {
        about: {
          kind: 'dissemination',
          disseminationId,
          number: item.number,
          reference: submission.reference,
        },
        keys: { ...nothing, disseminationId },
        submission,
        sentTo: row,
      };
    }
  }
}

async function planPlace(tx: Tx, ctx: Ctx, code: string): Promise<OpenedPlace> {
  if (!may(ctx.actor, 'tasks.work')) throw new NotFound();
  const plan = await currentPlan(tx, ctx);
  const item = await tx.planItem.findFirst({
    where: { planId: plan.id, code },
    select: { id: true, parentId: true, kind: true },
  });
  if (!item && (await tx.planItem.count({ where: { ...(await ofPublishedPlans(tx, ctx)), code } })) > 0)
    throw new Conflict(`${code} has ended: the plan in force does not go on with it`);
  if (!item || !takesEvidence(item.kind)) throw new NotFound();
  if (!(await mayContribute(tx, ctx, item))) throw new Forbidden();
  return {
    about: { kind: 'plan', code },
    keys: { ...nothing, planItemId: item.id },
    submission: null,
    sentTo: null,
  };
}
