import type { Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { dueAt } from '../../force/clocks.ts';
import { workingCalendar } from '../../force/clocks-calendar.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';
import { isOutsideKind } from '../../kernel/recipients.ts';
import type { ActionInput } from '../../submission/action-input.ts';
import type { GivenGrade, Item, SanitisedVersion } from '../../submission/items.server.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import type { Recipient } from './addressed-to.server.ts';

/** What goes out, to whom, under which conditions and on whose word. */
export type LetOut = {
  item: Item;
  text: SanitisedVersion;
  grade: GivenGrade;
  recipient: Recipient;
  conditions: string;
  /** Why it goes out as free to share although the partner set a limit, where the grade does not say so. */
  limitReason: string | null;
  sentBy: Id<'Account'>;
};

/** Writes a dissemination that the table of actions has let through, with a time by which it has to be acknowledged. */
export async function letOut(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { item, text, grade, recipient, conditions, limitReason, sentBy }: LetOut,
): Promise<Id<'Dissemination'>> {
  const now = ctx.clock.now();
  const { clocks, workingHours } = await currentForce(tx, ctx);
  const target = clocks[submission.state.priority].acknowledged;
  const id = newId<'Dissemination'>();
  await tx.dissemination.create({
    data: {
      ...recipient.columns,
      id,
      itemId: item.id,
      submissionId: submission.id,
      sanitisedTextId: text.id,
      itemGradeId: grade.id,
      conditions: conditions || null,
      limitReason,
      disseminatedBy: sentBy,
      disseminatedAt: now,
      acknowledgeBy: dueAt(now, target, workingCalendar(workingHours)),
      awaits: isOutsideKind(recipient.kind) ? 'passing' : 'acknowledgement',
    },
  });
  await record(tx, ctx, {
    type: 'item.disseminated',
    data: { ...recipient.named, conditions: conditions !== '' },
    subject: { type: 'intelligence_item', id: item.id },
  });
  return id;
}

/** What the table of actions has to know of an item that is to go out, with its newest text. @throws Conflict */
export async function readyToGo(tx: Tx, { grade, versions: [text] }: Item): Promise<ActionInput> {
  return {
    itemsGraded: grade !== null,
    ...(grade ? { handling: grade.handling } : {}),
    ...(text ? { textWrittenBy: text.writtenById } : {}),
    ...(text && grade && (await approverOf(tx, text.id, grade.id))),
  };
}

async function approverOf(
  tx: Tx,
  sanitisedTextId: Id<'SanitisedText'>,
  itemGradeId: Id<'ItemGrade'>,
): Promise<{ approvedBy: string } | null> {
  const judged = await tx.itemApproval.findUnique({
    where: { sanitisedTextId_itemGradeId: { sanitisedTextId, itemGradeId } },
    select: { approvedBy: true, approved: true },
  });
  if (judged && !judged.approved)
    throw new Conflict('A second person found that this version should not have gone out: write a new one');
  return judged;
}
