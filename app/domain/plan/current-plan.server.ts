import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { forceDay } from '../kernel/postcode-rules.ts';

/** A plan with its period, both days included, and where it is in its life. */
export type PlanOfForce = {
  id: Id<'Plan'>;
  title: string;
  source: unknown;
  glossary: unknown;
  firstDay: Date;
  lastDay: Date;
  publishedAt: Date | null;
  closedAt: Date | null;
  followsId: Id<'Plan'> | null;
};

export const planFields = {
  id: true,
  title: true,
  source: true,
  glossary: true,
  firstDay: true,
  lastDay: true,
  publishedAt: true,
  closedAt: true,
  followsId: true,
} as const;

/** A date as the database keeps it: the day of the force on which the instant falls. */
export const dayOf = (at: Date): Date => new Date(`${forceDay(at)}T00:00:00Z`);

/**
 * The plan of a day: the newest published one that has begun. It stays in force past its last day until the next one
 * begins, so that no report is without a plan.
 */
export const planOn = (forceCode: string, day: Date) =>
  ({
    forceCode,
    publishedAt: { not: null },
    firstDay: { lte: day },
    NOT: { followedBy: { publishedAt: { not: null }, firstDay: { lte: day } } },
  }) satisfies Prisma.PlanWhereInput;

/** The id of the plan of the day on which something happened, as a subselect. Costs no statement where the pack is known. */
export async function idOfPlanOn(tx: Tx, ctx: Pick<Ctx, 'packHash'>, at: Date): Promise<Prisma.Sql> {
  const { code } = await currentForce(tx, ctx);
  const isThere = (plan: Prisma.Sql) =>
    Prisma.sql`${plan}.published_at IS NOT NULL AND ${plan}.first_day <= ${forceDay(at)}::date`;
  return Prisma.sql`(SELECT p.id FROM plan p WHERE p.force_code = ${code} AND ${isThere(Prisma.sql`p`)}
    AND NOT EXISTS (SELECT FROM plan n WHERE n.follows_id = p.id AND ${isThere(Prisma.sql`n`)}) LIMIT 1)`;
}

/** What `isPlanOn` asks of a published plan. */
export const daysOfPlan = {
  firstDay: true,
  followedBy: { select: { firstDay: true, publishedAt: true } },
} as const;

/** The same of a published plan that was read: whether it is the one of the day. */
export function isPlanOn(
  { firstDay, followedBy }: Prisma.PlanGetPayload<{ select: typeof daysOfPlan }>,
  at: Date,
): boolean {
  const day = dayOf(at);
  const followed = followedBy !== null && followedBy.publishedAt !== null && followedBy.firstDay <= day;
  return firstDay <= day && !followed;
}

/** The plan in force today. @throws NotFound when there is none */
export async function currentPlan(db: Db | Tx, ctx: Pick<Ctx, 'packHash' | 'clock'>): Promise<PlanOfForce> {
  const { code } = await currentForce(db, ctx);
  const plan = await db.plan.findFirst({
    where: planOn(code, dayOf(ctx.clock.now())),
    select: planFields,
  });
  if (!plan) throw new NotFound();
  return plan;
}

/** Whether a report that was sent at an instant counts for a published plan: from its first day until the next one begins. */
export const inPeriodOf = (planId: Id<'Plan'>, at: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  ${at} >= (SELECT p.first_day::timestamp AT TIME ZONE 'Europe/London' FROM plan p WHERE p.id = ${planId}::uuid)
  AND ${at} < coalesce((SELECT p.first_day::timestamp AT TIME ZONE 'Europe/London' FROM plan p
    WHERE p.follows_id = ${planId}::uuid AND p.published_at IS NOT NULL), 'infinity'))`;

/**
 * The plan that an address names, or the one in force. A draft is there for who writes plans. @throws NotFound
 */
export async function planAsked(
  tx: Tx,
  ctx: Ctx,
  planId: Id<'Plan'> | null | undefined,
): Promise<PlanOfForce> {
  if (!planId) return currentPlan(tx, ctx);
  const { code } = await currentForce(tx, ctx);
  const plan = await tx.plan.findFirst({ where: { id: planId, forceCode: code }, select: planFields });
  if (!plan || (plan.publishedAt === null && !may(ctx.actor, 'plan.write'))) throw new NotFound();
  return plan;
}

/**
 * The plan of the day on which something happened, as a condition for what looks an item up by its code, which other
 * plans use too. A report belongs to the plan of the day on which it was sent. Costs no statement where the pack is known.
 */
export const ofPlanOn = async (
  tx: Tx,
  ctx: Pick<Ctx, 'packHash'>,
  at: Date,
): Promise<{ plan: Prisma.PlanWhereInput }> => ({
  plan: planOn((await currentForce(tx, ctx)).code, dayOf(at)),
});

/** Every plan that was published, as such a condition. */
export const ofPublishedPlans = async (
  tx: Tx,
  ctx: Pick<Ctx, 'packHash'>,
): Promise<{ plan: Prisma.PlanWhereInput }> => ({
  plan: { forceCode: (await currentForce(tx, ctx)).code, publishedAt: { not: null } },
});

/** The plan that an address names, or the one in force, as such a condition: `planAsked` without a statement. */
export const ofPlanAsked = async (
  tx: Tx,
  ctx: Ctx,
  planId: Id<'Plan'> | null | undefined,
): Promise<{ plan: Prisma.PlanWhereInput }> => {
  if (!planId) return ofPlanOn(tx, ctx, ctx.clock.now());
  const published = may(ctx.actor, 'plan.write') ? {} : { publishedAt: { not: null } };
  return { plan: { id: planId, forceCode: (await currentForce(tx, ctx)).code, ...published } };
};
