import { currentForce } from '../../force/current-force.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { expiriesAt } from './session-times.ts';

/** Moves the end of this session on, as any use of the portal does, and at once. Its longest time stays what it is. */
export async function extendSession(ctx: Ctx): Promise<void> {
  const id = ctx.actor.sessionId;
  if (!id) return;
  const now = ctx.realTime.now();
  const session = await ctx.db.session.findUnique({ where: { id }, select: { sharedComputer: true } });
  await ctx.db.session.updateMany({
    where: { id, revokedAt: null, idleExpiresAt: { gt: now } },
    data: {
      lastSeenAt: now,
      idleExpiresAt: expiriesAt(now, session?.sharedComputer ?? true, await currentForce(ctx.db, ctx)).idle,
    },
  });
}
