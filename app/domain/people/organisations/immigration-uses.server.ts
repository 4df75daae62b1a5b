import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { addMonths, monthOf, quarterOf, type Month } from '../../kernel/months.ts';

/** How often something of an organisation's reports went to immigration enforcement in a quarter, named by its first month. */
export type ImmigrationUses = { firstMonth: Month; count: number };

/**
 * The last four quarters that are over, the newest first, zero included: by when it was agreed to, whether or not it was
 * recalled since. Nothing finer, so that no number says which report it was (docs/decisions/0080). The caller has asked who
 * looks.
 */
export async function immigrationUses(
  tx: Tx,
  ctx: Ctx,
  organisationId: Id<'Organisation'>,
): Promise<ImmigrationUses[]> {
  const present = quarterOf(monthOf(ctx.clock.now()));
  const quarters = [3, 6, 9, 12].map((months) => addMonths(present, -months));
  const counted = await tx.immigrationUse.groupBy({
    by: ['firstMonth'],
    where: { organisationId, firstMonth: { in: quarters } },
    _count: true,
  });
  return quarters.map((firstMonth) => ({
    firstMonth,
    count: counted.find((row) => row.firstMonth === firstMonth)?._count ?? 0,
  }));
}
