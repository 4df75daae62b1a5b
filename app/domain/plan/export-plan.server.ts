import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { planAsked } from './current-plan.server.ts';
import { ownerWords } from './item-owner.ts';
import { isItemStatus, itemStatuses } from './item-status.ts';
import { dayText } from './plan-years.ts';
import { planLines, type OwnerLine, type PlanLine, type StatusLine } from './plan-lines.ts';
import { readWhole } from './read-whole.server.ts';

export type ExportedPlan = { firstDay: string; lines: PlanLine[] };

/** A whole plan as lines of a table: what it says, and what was written about it since. Looking is recorded. @throws NotFound */
export async function exportPlan(ctx: Ctx, input: { planId: Id<'Plan'> }): Promise<ExportedPlan> {
  if (!may(ctx.actor, 'plan.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const plan = await planAsked(tx, ctx, input.planId);
    const { view } = await readWhole(tx, plan);
    const ofPlan = { planItem: { planId: plan.id } };
    const statuses = await tx.planItemStatus.findMany({
      where: ofPlan,
      orderBy: { number: 'asc' },
      include: {
        planItem: { select: { code: true } },
        setByAccount: { select: { displayName: true } },
      },
    });
    const owners = await tx.planItemOwner.findMany({
      where: ofPlan,
      orderBy: { number: 'asc' },
      include: { planItem: { select: { code: true } }, account: { select: { displayName: true } } },
    });
    const events = await tx.planEvent.findMany({
      where: { planId: plan.id },
      orderBy: [{ happenedOn: 'asc' }, { title: 'asc' }],
    });
    const firstDay = dayText(plan.firstDay);
    await record(tx, ctx, {
      type: 'plan.exported',
      data: { from: firstDay },
      subject: { type: 'plan', id: plan.id },
    });
    return {
      firstDay,
      lines: planLines(view, {
        statuses: statuses.map(({ planItem, status, note, setByAccount, setAt }): StatusLine => ({
          code: planItem.code,
          text: isItemStatus(status) ? itemStatuses[status] : status,
          note,
          by: setByAccount.displayName,
          at: setAt,
        })),
        owners: owners.map(({ planItem, account, roleTitle, reviewOn, setAt }): OwnerLine => ({
          code: planItem.code,
          name: ownerWords({ role: roleTitle, name: account?.displayName ?? null }) ?? 'Nobody',
          reviewOn: reviewOn ? dayText(reviewOn) : null,
          at: setAt,
        })),
        events: events.map(({ title, happenedOn }) => ({ title, on: dayText(happenedOn) })),
      }),
    };
  });
}
