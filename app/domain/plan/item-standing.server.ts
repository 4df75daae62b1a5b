import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { isItemStatus, type ItemStatus } from './item-status.ts';

/** Something said about how an item stands. */
export type StatusEntry = { id: string; status: ItemStatus; note: string; by: string; at: Date };

/** As many as one page shows; older ones stay on record. */
const most = 50;

/** The statuses that an item has had, newest first. */
export async function statusHistory(tx: Tx, planItemId: Id<'PlanItem'>): Promise<StatusEntry[]> {
  const rows = await tx.planItemStatus.findMany({
    where: { planItemId },
    orderBy: { number: 'desc' },
    take: most,
    include: { setByAccount: { select: { displayName: true } } },
  });
  return rows.flatMap(({ id, status, note, setByAccount, setAt }) =>
    isItemStatus(status) ? [{ id, status, note, by: setByAccount.displayName, at: setAt }] : [],
  );
}

/** How each item of a plan stands now, by id; what nobody has said anything of is left out. */
export async function statusNow(tx: Tx, planId: string): Promise<Map<string, ItemStatus>> {
  const rows = await tx.$queryRaw<{ id: string; status: ItemStatus }[]>`
    SELECT i.id, newest.status FROM plan_item i
    JOIN LATERAL (SELECT status FROM plan_item_status s WHERE s.plan_item_id = i.id ORDER BY s.number DESC LIMIT 1) newest ON true
    WHERE i.plan_id = ${planId}::uuid`;
  return new Map(rows.map(({ id, status }) => [id, status]));
}
