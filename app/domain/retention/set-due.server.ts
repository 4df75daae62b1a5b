import { transaction } from '#app/platform/db/transaction.ts';
import type { SystemCtx } from '../kernel/context.ts';

/** So many reports in one transaction. */
const batch = 200;

/**
 * Notes of each report that has ended, and of which it is not known, by which rule of the pack it is kept and from which day
 * on somebody looks at it. The database reckons it, as it does once more before one goes.
 */
export async function setDue(ctx: SystemCtx): Promise<void> {
  let set: number;
  do
    set = await transaction(
      ctx.db,
      (tx) => tx.$executeRaw`
      WITH ended AS (SELECT id FROM submission
        WHERE retention_due_on IS NULL AND status IN ('closed', 'rejected', 'withdrawn')
        ORDER BY status_changed_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED)
      UPDATE submission s SET retention_rule = d.rule, retention_due_on = d.due_on
      FROM ended, LATERAL due_by_rule(ended.id) AS d WHERE s.id = ended.id`,
    );
  while (set === batch);
}
