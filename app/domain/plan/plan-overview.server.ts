import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { currentPlan, dayOf } from './current-plan.server.ts';
import { ownerWords } from './item-owner.ts';
import { isItemStatus } from './item-status.ts';
import type { OverviewLine } from './plan-overview.ts';
import { reviewsDue } from './reviews-due.server.ts';
import { shortText } from '../kernel/short-text.ts';

type Row = {
  code: string;
  text: string;
  status: string | null;
  role: string | null;
  name: string | null;
  evidence_on: Date | null;
  review_on: Date | null;
  due: boolean;
  tasks: number;
};

/**
 * How every activity and action of the plan in force stands, in the plan's order. An item nobody is named for has the owner of
 * what it stands under. Tasks are counted for who works with tasks. @throws NotFound
 */
export async function planOverview(ctx: Ctx): Promise<OverviewLine[]> {
  if (!may(ctx.actor, 'plan.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => overviewOf(tx, ctx, ofPlan(await currentPlan(tx, ctx))));
}

/** The id of a plan that was read, for `overviewOf`. */
export const ofPlan = ({ id }: { id: Id<'Plan'> }): Prisma.Sql => Prisma.sql`${id}::uuid`;

/** The same of the plan with this id, or of the one that a subselect finds; none where it finds none. */
export async function overviewOf(tx: Tx, ctx: Ctx, planId: Prisma.Sql): Promise<OverviewLine[]> {
  const countsTasks = may(ctx.actor, 'tasks.work');
  const rows = await tx.$queryRaw<Row[]>`
      SELECT i.code, i.text, own.review_on, i.id IN (SELECT due.id FROM (${reviewsDue(dayOf(ctx.clock.now()))}) due) AS due,
        CASE WHEN own.named THEN own.role ELSE above.role END AS role,
        CASE WHEN own.named THEN own.name ELSE above.name END AS name,
        (SELECT s.status FROM plan_item_status s WHERE s.plan_item_id = i.id ORDER BY s.number DESC LIMIT 1) AS status,
        (SELECT max(coalesce(e.dated_on, CASE WHEN e.author_id IS NOT NULL THEN (e.recorded_at AT TIME ZONE 'Europe/London')::date END)) FROM plan_evidence e
          WHERE (e.plan_item_id = i.id OR (e.plan_item_id = i.parent_id AND e.activity_id = i.id))
            AND NOT EXISTS (SELECT 1 FROM plan_evidence later WHERE later.supersedes_id = e.id)) AS evidence_on,
        (SELECT count(*)::int FROM task t WHERE t.plan_item_id = i.id AND t.state = 'open') AS tasks
      FROM plan_item i JOIN plan_item parent ON parent.id = i.parent_id
        LEFT JOIN LATERAL (
          SELECT o.role_title AS role, a.display_name AS name, o.review_on, num_nonnulls(o.role_title, o.account_id) > 0 AS named
          FROM plan_item_owner o LEFT JOIN account a ON a.id = o.account_id
          WHERE o.plan_item_id = i.id ORDER BY o.number DESC LIMIT 1
        ) own ON true
        LEFT JOIN LATERAL (
          SELECT o.role_title AS role, a.display_name AS name
          FROM plan_item_owner o LEFT JOIN account a ON a.id = o.account_id
          WHERE o.plan_item_id = parent.id ORDER BY o.number DESC LIMIT 1
        ) above ON true
      WHERE i.plan_id = ${planId} AND i.kind IN ('activity', 'action') ORDER BY parent.position, i.position`;
  return rows.map(
    ({ code, text, status, role, name, evidence_on: evidenceOn, review_on: on, due, tasks }) => ({
      code,
      text: shortText(text),
      status: status !== null && isItemStatus(status) ? status : null,
      owner: ownerWords({ role, name }),
      evidenceOn,
      review: on && { on, due },
      openTasks: countsTasks ? tasks : null,
    }),
  );
}
