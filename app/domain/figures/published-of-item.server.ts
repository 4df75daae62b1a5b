import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { freezeClosedMonths } from './freeze-months.server.ts';
import { publishedMonths } from './published-figures.server.ts';
import type { Month } from '../kernel/months.ts';

/** Submissions received in each closed month and linked to one item; null where the number is suppressed. */
export type PublishedItem = { month: Month; count: number | null }[];

/**
 * The published figures of one item of the plan: the frozen rows and nothing that is counted now. Empty where nothing is
 * published for it. The caller has asked who looks.
 */
export async function publishedOfItem(tx: Tx, ctx: Ctx, code: string): Promise<PublishedItem> {
  await freezeClosedMonths(tx, ctx);
  const { first, last } = publishedMonths(ctx.clock.now());
  const rows = await tx.publishedFigure.findMany({
    where: { month: { gte: first, lte: last }, dimension: 'plan_item', key: code },
    orderBy: { month: 'asc' },
    select: { month: true, count: true },
  });
  await record(tx, ctx, {
    type: 'report.viewed',
    data: { report: `published, plan item ${code}`, months: `${first} to ${last}` },
  });
  return rows;
}
