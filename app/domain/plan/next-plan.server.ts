import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../kernel/failures.ts';
import { newId, type Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { carryOver } from './carry-over.server.ts';
import { carryWithheld } from './editions/withheld.server.ts';
import { dayOfText, dayText, dayWords, nextYears, periodAfter } from './plan-years.ts';
import { headingsOf, longestTitle, type Headings } from './plan-headings.ts';

/** How a plan is headed, and the days on which it begins and ends, "2016-04-01". */
export type PlanDetails = Headings & { title: string; firstDay: string; lastDay: string };

/** What the next plan would be called, and its period. @throws NotFound, Conflict where one is being written */
export async function prepareNextPlan(ctx: Ctx): Promise<{ after: string; details: PlanDetails }> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const newest = await newestPlan(tx, ctx);
    return { after: newest.title, details: detailsAfter(newest) };
  });
}

/**
 * Makes the next plan from the newest one, as a draft in which every item is carried over. @throws NotFound, Conflict
 * where one is being written already, Invalid
 */
export async function makeNextPlan(ctx: Ctx, details: PlanDetails): Promise<{ planId: Id<'Plan'> }> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const newest = await newestPlan(tx, ctx);
    refuseFaulty(details, newest);
    const planId = newId<'Plan'>();
    const { title, firstDay, lastDay, ...headings } = details;
    await tx.plan.create({
      data: {
        id: planId,
        forceCode: newest.forceCode,
        title,
        firstDay: dayOfText(firstDay),
        lastDay: dayOfText(lastDay),
        followsId: newest.id,
        source: { ...carriedSource(newest.source), ...headings },
        glossary: newest.glossary as object,
      },
    });
    const items = await tx.planItem.findMany({ where: { planId: newest.id }, select: { id: true } });
    await carryOver(tx, { from: newest.id, to: planId, items: items.map(({ id }) => id) });
    await carryWithheld(tx, { from: newest.id, to: planId });
    await record(tx, ctx, {
      type: 'plan.made',
      data: { from: firstDay },
      subject: { type: 'plan', id: planId },
    });
    return { planId };
  });
}

/** The newest plan, locked, so that one follows it at most. */
async function newestPlan(tx: Tx, ctx: Ctx) {
  const { code } = await currentForce(tx, ctx);
  await tx.$queryRaw`SELECT 1 FROM plan WHERE force_code = ${code} FOR NO KEY UPDATE`;
  const newest = await tx.plan.findFirst({ where: { forceCode: code }, orderBy: { firstDay: 'desc' } });
  if (!newest) throw new NotFound();
  if (newest.publishedAt === null) throw new Conflict('The next plan is being written already');
  return newest;
}

type Newest = { title: string; firstDay: Date; lastDay: Date; source: unknown };

/** How the plan after another is headed, and its period. */
export function detailsAfter(newest: Newest): PlanDetails {
  const period = periodAfter(newest);
  const headings = headingsOf(newest.source);
  return {
    ...headings,
    title: nextYears(newest.title),
    secondTitle: nextYears(headings.secondTitle),
    localPlanTitle: nextYears(headings.localPlanTitle),
    firstDay: dayText(period.firstDay),
    lastDay: dayText(period.lastDay),
  };
}

/** What the portal keeps about a plan beside its items, without what is about the printed source. */
export function carriedSource(source: unknown): object {
  const { organisation, strategicLinkKeys } = source as Record<string, unknown>;
  return { organisation, strategicLinkKeys };
}

/** @throws Invalid where the details do not make a plan after this one */
export function refuseFaulty(
  details: Pick<PlanDetails, 'title' | 'firstDay' | 'lastDay'>,
  before: { lastDay: Date } | null,
): void {
  const errors: Record<string, string> = {};
  if (before && dayOfText(details.firstDay) <= before.lastDay)
    errors.firstDay = `First day must be after the plan before ends, on ${dayWords(before.lastDay)}`;
  if (details.lastDay < details.firstDay) errors.lastDay = 'Last day must be on or after the first day';
  if (details.title.length > longestTitle) errors.title = `Title must be ${longestTitle} characters or less`;
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}
