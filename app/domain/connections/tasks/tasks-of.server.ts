import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { lineColumns, lineJoins, taskLine, type LineRow } from './task-lines.server.ts';
import type { TaskLine } from './task-words.ts';

/** More than this about one thing is work for a list of its own. */
const most = 100;

/** The tasks of one thing, the open ones first, each by its day. A submission's are those of its items too. The caller has asked who looks. */
export async function tasksOf(
  tx: Tx,
  ctx: Ctx,
  of:
    | { planItemId: Id<'PlanItem'> }
    | { submissionId: Id<'Submission'> }
    | { itemId: Id<'IntelligenceItem'> }
    | { disseminationId: Id<'Dissemination'> },
): Promise<TaskLine[]> {
  const rows = await tx.$queryRaw<LineRow[]>`
    SELECT ${lineColumns} FROM task t ${lineJoins} WHERE ${belongsTo(of)}
    ORDER BY (t.state <> 'open'), t.due_on, t.id LIMIT ${most}`;
  return rows.map((row) => taskLine(ctx, row));
}

function belongsTo(of: Parameters<typeof tasksOf>[2]): Prisma.Sql {
  if ('planItemId' in of) return Prisma.sql`t.plan_item_id = ${of.planItemId}::uuid`;
  if ('disseminationId' in of) return Prisma.sql`t.dissemination_id = ${of.disseminationId}::uuid`;
  if ('itemId' in of) return Prisma.sql`t.item_id = ${of.itemId}::uuid`;
  return Prisma.sql`t.submission_id = ${of.submissionId}::uuid`;
}
