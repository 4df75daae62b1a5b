import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden } from '../../kernel/failures.ts';
import type { Status } from '../../kernel/statuses.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import type { ActionInput } from '../../submission/action-input.ts';
import { askedToHandOn, gapsWith, reasonProblem } from '../../submission/closing-gates.ts';
import { decideTransition } from '../../submission/decide-transition.ts';
import { itemFor, type Item } from '../../submission/items.server.ts';
import { accessTo, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { voidingGates, type VoidingGate } from './voiding-gates.ts';

/** `handedOn`: who takes on what is still open of it, and why. */
export type VoidInput = {
  itemId: Id<'IntelligenceItem'>;
  reason: string;
  handedOn: string;
  expectedVersion: number | null;
};

/**
 * Voids an item that was a mistake, with the reason. It stays as it was, in sight and for good: its number comes never
 * again, and nothing is done with it any more. A submission of which nothing else was accepted or sent has to be assessed
 * again. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function voidItem(ctx: Ctx, input: VoidInput): Promise<{ submissionId: Id<'Submission'> }> {
  return transaction(ctx.db, async (tx) => {
    const { item, submission } = await itemFor(tx, ctx, input.itemId, 'change');
    const reason = input.reason.trim();
    const gates = await gatesOf(tx, item, submission);
    const toHandOn = askedToHandOn(gates);
    await transition(tx, ctx, submission, {
      action: 'void_item',
      expectedVersion: input.expectedVersion,
      input: {
        comment: reason,
        voidingGaps: gapsWith(gates, null),
        looseEnds: reasonProblem(input.handedOn, toHandOn),
        othersStand: await othersStand(tx, item),
        ...(reason.length > textLimits.linkReason
          ? { tooLong: { comment: `The reason must be ${charactersOrLess(textLimits.linkReason)}` } }
          : {}),
      },
      note: toHandOn ? `${reason}\n\nHanded on: ${input.handedOn.trim()}` : reason,
      data: { item: item.number },
    });
    await tx.itemVoid.create({
      data: {
        id: newId<'ItemVoid'>(),
        itemId: item.id,
        reason,
        voidedBy: ctx.actor.accountId,
        voidedAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'item.voided',
      data: { number: item.number },
      subject: { type: 'intelligence_item', id: item.id },
    });
    await tellHolder(tx, ctx, submission);
    return { submissionId: submission.id };
  });
}

export type PreparedVoid = {
  submissionId: Id<'Submission'>;
  reference: string;
  version: number;
  item: Item;
  /** Why it cannot be voided now, settled or not; null where it can. */
  refusal: string | null;
  gates: VoidingGate[];
  /** What its submission is, and what it becomes once the item is voided. */
  status: Status;
  becomes: Status;
};

/** What the page of voiding asks with. @throws NotFound, Forbidden */
export async function prepareVoid(
  ctx: Ctx,
  input: { itemId: Id<'IntelligenceItem'> },
): Promise<PreparedVoid> {
  return transaction(ctx.db, async (tx) => {
    const { item, submission } = await itemFor(tx, ctx, input.itemId, 'read');
    const settled: ActionInput = {
      comment: 'given',
      voidingGaps: [],
      looseEnds: null,
      othersStand: await othersStand(tx, item),
    };
    const { state } = submission;
    const tried = decideTransition(state, 'void_item', ctx.actor, accessTo(ctx, submission), settled);
    if (!tried.ok && tried.kind === 'forbidden') throw new Forbidden(tried.message);
    await record(tx, ctx, {
      type: 'item.read',
      data: { part: 'whole' },
      subject: { type: 'intelligence_item', id: item.id },
    });
    return {
      submissionId: submission.id,
      reference: submission.reference,
      version: submission.version,
      item,
      refusal: tried.ok ? null : tried.message,
      gates: await gatesOf(tx, item, submission),
      status: state.status,
      becomes: tried.ok ? tried.to : state.status,
    };
  });
}

async function gatesOf(tx: Tx, item: Item, { state }: LoadedSubmission): Promise<VoidingGate[]> {
  const openTasks = await tx.task.count({ where: { itemId: item.id, state: 'open' } });
  return voidingGates(item, { restricted: state.restricted, openTasks });
}

/** The furthest that a submission has come with the items that stand besides this one. */
async function othersStand(tx: Tx, item: Item): Promise<NonNullable<ActionInput['othersStand']>> {
  const others = await tx.intelligenceItem.findMany({
    where: {
      submissionId: item.submissionId,
      id: { not: item.id },
      itemVoid: null,
      itemGrades: { some: {} },
    },
    select: { disseminations: { where: { disseminationRecall: null }, select: { id: true }, take: 1 } },
  });
  if (others.length === 0) return 'none';
  return others.some(({ disseminations }) => disseminations.length > 0) ? 'sent' : 'graded';
}
