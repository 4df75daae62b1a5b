import { createHash } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { planAsked, type PlanOfForce } from './current-plan.server.ts';

/**
 * A plan that the actor writes, locked against everybody else who does. @throws NotFound, Conflict where it is published:
 * what it says stays
 */
export async function lockDraft(tx: Tx, ctx: Ctx, planId: Id<'Plan'>): Promise<PlanOfForce> {
  const plan = await lockPlan(tx, ctx, planId);
  if (plan.publishedAt !== null)
    throw new Conflict('This plan is published: what it says does not change any more');
  return plan;
}

/** A plan in whichever part of its life, locked. @throws NotFound */
export async function lockPlan(tx: Tx, ctx: Ctx, planId: Id<'Plan'>): Promise<PlanOfForce> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  const { code } = await currentForce(tx, ctx);
  await tx.$queryRaw`SELECT 1 FROM plan WHERE id = ${planId}::uuid AND force_code = ${code} FOR NO KEY UPDATE`;
  return planAsked(tx, ctx, planId);
}

/** Changes exactly when what a form of a draft was opened with does, so that of two who write the same the later is told. */
export const versionOf = (opened: object): string =>
  createHash('sha256').update(JSON.stringify(opened)).digest('base64url').slice(0, 22);
