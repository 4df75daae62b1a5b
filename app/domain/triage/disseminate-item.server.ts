import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../administration/current-force.server.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Invalid } from '../failures.ts';
import { currentRules } from '../routing/current-rules.server.ts';
import { disseminationLinks } from '../routing/rules.ts';
import { dueAt } from './clocks.ts';
import { workingCalendar } from './clocks-calendar.ts';
import { itemFor, type GivenGrade } from './items.server.ts';
import { failureOf, moveSubmission } from './move-submission.server.ts';
import { apply, type Moved } from './move.ts';
import { addRuleLinks } from './plan-links.server.ts';
import { refuseStale } from './refuse-stale.server.ts';
import { checkForRelease, limitChecks, type ShownWarning } from './release-check.server.ts';
import { textMark } from './sanitise-item.server.ts';
import type { QueueKind } from './statuses.ts';
import { standingTo, type Handled } from './subject.server.ts';
import { charactersOrLess, textLimits } from './text-limits.ts';

/** `checked` confirms the warnings about the conditions, as `textMark` names them. */
export type DisseminateInput = {
  itemId: string;
  queueCode: string;
  conditions: string;
  checked: string | null;
  seenVersion: number | null;
};

export type DisseminateResult =
  | { sent: true; disseminationId: string; submissionId: string; secondPerson: Moved['secondPerson'] }
  | { sent: false; warnings: ShownWarning[]; mark: string };

/** A handled submission as one of its items makes it look: the two-person rule asks for that item's handling code. */
const asItem = (handled: Handled, grade: GivenGrade | null): Handled => ({
  ...handled,
  subject: { ...handled.subject, handlingC: grade?.handling === 'C' },
});

/**
 * Sends the newest sanitised version of an item to a queue, with the conditions under which it may be used and a time by
 * which it has to be acknowledged; plan items that follow from it are linked. Under the two-person rule a second person
 * has approved that version, or, because it is High, does so afterwards.
 * @throws NotFound, Forbidden, Conflict, Invalid, RateLimited
 */
export async function disseminateItem(ctx: Ctx, input: DisseminateInput): Promise<DisseminateResult> {
  const conditions = input.conditions.trim();
  if (conditions.length > textLimits.conditions)
    throw new Invalid({
      conditions: `Conditions must be ${charactersOrLess(textLimits.conditions)}`,
    });
  await limitChecks(ctx);
  return transaction(ctx.db, async (tx) => {
    const { item, handled } = await itemFor(tx, ctx, input.itemId, 'change');
    const itself = asItem(handled, item.grade);
    const [text] = item.versions;
    const queue = await recipientQueue(tx, input.queueCode);
    const given = {
      itemsGraded: item.grade !== null,
      ...(text ? { textWrittenBy: text.writtenById } : {}),
      ...(text && (await approverOf(tx, text.id))),
      ...(queue ? { recipient: { kind: queue.kind, areaId: queue.areaId } } : {}),
    };
    await refuseStale(tx, ctx, handled, input.seenVersion);
    const may = apply(itself.subject, 'disseminate', ctx.actor, standingTo(ctx, itself), given);
    if (!may.ok) throw failureOf(may);
    if (!text || !queue || !item.grade) throw new Invalid({ recipient: 'Select who to disseminate this to' });
    if (await isSent(tx, text.id, queue.id))
      throw new Invalid({ recipient: 'This version has already gone to this queue' });

    // The recipient reads these as well, so they are held against the same checks as the text.
    const released = [conditions, item.grade.usage ?? ''].filter((each) => each !== '');
    const warnings = released.length > 0 ? (await checkForRelease(tx, ctx, handled.id, released)).flat() : [];
    const mark = textMark(released.join('\n'));
    if (warnings.length > 0 && input.checked !== mark) return { sent: false, warnings, mark };

    const moved = await moveSubmission(tx, ctx, itself, {
      action: 'disseminate',
      given,
      data: { item: item.number, version: text.version, queue: queue.code },
    });
    const now = ctx.clock.now();
    const { clocks, workingHours } = await currentForce(tx);
    const target = clocks[handled.subject.priority].acknowledged;
    const disseminationId = randomUUID();
    await tx.dissemination.create({
      data: {
        id: disseminationId,
        itemId: item.id,
        submissionId: handled.id,
        sanitisedTextId: text.id,
        itemGradeId: item.grade.id,
        queueId: queue.id,
        conditions: conditions || null,
        disseminatedBy: ctx.actor.accountId,
        disseminatedAt: now,
        acknowledgeBy: dueAt(now, target, workingCalendar(workingHours)),
      },
    });
    await record(tx, ctx, {
      type: 'item.disseminated',
      data: { queue: queue.code, conditions: conditions !== '' },
      subject: { type: 'intelligence_item', id: item.id },
    });
    await addRuleLinks(tx, ctx, handled.id, disseminationLinks(await currentRules(tx), queue.kind));
    return { sent: true, disseminationId, submissionId: handled.id, secondPerson: moved.secondPerson };
  });
}

/** Items go to SPOC queues; FIB has them already. */
async function recipientQueue(
  tx: Tx,
  code: string,
): Promise<{ id: string; code: string; kind: QueueKind; areaId: string | null } | null> {
  const queue = await tx.queue.findUnique({ where: { code } });
  return queue && queue.kind !== 'fib' ? { ...queue, kind: queue.kind as QueueKind } : null;
}

async function approverOf(tx: Tx, sanitisedTextId: string): Promise<{ approvedBy: string } | null> {
  return tx.itemApproval.findUnique({ where: { sanitisedTextId }, select: { approvedBy: true } });
}

async function isSent(tx: Tx, sanitisedTextId: string, queueId: string): Promise<boolean> {
  return (await tx.dissemination.count({ where: { sanitisedTextId, queueId } })) > 0;
}
