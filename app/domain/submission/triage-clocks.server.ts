import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { ClockTargets } from '../force/clocks.ts';

/** How long things may take in this force, for whoever works by it, and when a question no longer stops the clocks. */
export async function triageClocks(
  ctx: Ctx,
): Promise<{ clocks: ClockTargets; pauseEndsAfterDays: number; approveWithinMinutes: number }> {
  const { clocks, clarification, approvalAfterwards } = await currentForce(ctx.db, ctx);
  return {
    clocks,
    pauseEndsAfterDays: clarification.pauseEndsAfterDays,
    approveWithinMinutes: approvalAfterwards.minutes,
  };
}
