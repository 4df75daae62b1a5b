import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { smallest } from '../kernel/counted.ts';
import { NotFound } from '../kernel/failures.ts';
import {
  addMonths,
  monthOf,
  quarterOf,
  quartersBetween,
  startOfMonth,
  type Month,
} from '../kernel/months.ts';

/** At most this many quarters are shown, the newest first. */
const shown = 8;
/** Any fixed number: one transaction at a time freezes. */
const freezeLock = 7_402_016;

/** Submissions received by the whole force in a quarter and not restricted, named by its first month; null where they are fewer than five. */
export type PublishedQuarter = { firstMonth: Month; count: number | null };

/**
 * All that readers outside FIB may see of figures: how many submissions the force received in each quarter that is over,
 * without those restricted to FIB, as it was when first looked at afterwards. Quarters do not overlap and nothing is cut any finer, so that no number
 * follows from two others. @throws NotFound
 */
export async function publishedQuarters(ctx: Ctx): Promise<PublishedQuarter[]> {
  if (!may(ctx.actor, 'figures.read-published')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    await freezeClosedQuarters(tx, ctx);
    const quarters = await tx.publishedQuarter.findMany({
      orderBy: { firstMonth: 'desc' },
      take: shown,
      select: { firstMonth: true, count: true },
    });
    const months = [quarters.at(-1), quarters[0]]
      .map((quarter) => quarter?.firstMonth ?? 'none')
      .join(' to ');
    await record(tx, ctx, { type: 'report.viewed', data: { report: 'published', months } });
    return quarters;
  });
}

async function freezeClosedQuarters(tx: Tx, ctx: Ctx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${freezeLock}::bigint)`;
  const [first] = await tx.$queryRaw<
    { at: Date | null }[]
  >`SELECT min(submitted_at) AS at FROM counted_submission`;
  if (!first?.at) return;
  const lastClosed = addMonths(quarterOf(monthOf(ctx.clock.now())), -3);
  const frozen = await tx.publishedQuarter.findMany({ select: { firstMonth: true } });
  const known = new Set(frozen.map(({ firstMonth }) => firstMonth));
  for (const firstMonth of quartersBetween(quarterOf(monthOf(first.at)), lastClosed)) {
    if (known.has(firstMonth)) continue;
    const [{ count } = { count: 0 }] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::integer AS count FROM counted_submission
      WHERE NOT restricted AND submitted_at >= ${startOfMonth(firstMonth)} AND submitted_at < ${startOfMonth(addMonths(firstMonth, 3))}`;
    await tx.publishedQuarter.create({
      data: { firstMonth, count: count < smallest ? null : count, frozenAt: ctx.clock.now() },
    });
    await record(tx, ctx, { type: 'figures.frozen', data: { quarter: firstMonth } });
  }
}
