import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../kernel/id.ts';
import { isItemStatus, type ItemStatus } from './item-status.ts';

/** An item as another year's published plan has it; `status` is the last thing said of it there. */
export type ItemOfYear = {
  planId: Id<'Plan'>;
  title: string;
  code: string;
  text: string;
  status: ItemStatus | null;
};

/** The items that this one goes on from and those that go on from it, the newest first; drafts are left out. */
export async function otherYears(tx: Tx, itemId: Id<'PlanItem'>): Promise<ItemOfYear[]> {
  const rows = await tx.$queryRaw<
    { plan_id: Id<'Plan'>; title: string; code: string; text: string; status: string | null }[]
  >`
    WITH RECURSIVE earlier AS (
      SELECT i.id, i.carried_from_id FROM plan_item i WHERE i.id = ${itemId}::uuid
      UNION SELECT i.id, i.carried_from_id FROM earlier e JOIN plan_item i ON i.id = e.carried_from_id
    ), later AS (
      SELECT ${itemId}::uuid AS id
      UNION SELECT i.id FROM later l JOIN plan_item i ON i.carried_from_id = l.id
    )
    SELECT i.plan_id, p.title, i.code, i.text,
      (SELECT s.status::text FROM plan_item_status s WHERE s.plan_item_id = i.id ORDER BY s.number DESC LIMIT 1) AS status
    FROM (SELECT id FROM earlier UNION SELECT id FROM later) other
      JOIN plan_item i ON i.id = other.id JOIN plan p ON p.id = i.plan_id
    WHERE i.id <> ${itemId}::uuid AND p.published_at IS NOT NULL ORDER BY p.first_day DESC, i.code`;
  return rows.map(({ plan_id: planId, title, code, text, status }) => ({
    planId,
    title,
    code,
    text,
    status: status !== null && isItemStatus(status) ? status : null,
  }));
}
