import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { SystemCtx } from '../kernel/context.ts';

/** So many rows of a table go in one transaction. */
const batch = 500;
const day = 24 * 60 * 60_000;

/**
 * Removes sessions, invitations and links whose longest time ended so many days ago, and limits and searches whose time is
 * over: nobody decides about them, and no report hangs on them. Times of all five are real time.
 */
export async function clearExpired(ctx: SystemCtx): Promise<void> {
  const { cleared } = (await currentForce(ctx.db, ctx)).retention;
  const now = ctx.realTime.now();
  const before = (days: number) => new Date(now.getTime() - days * day);
  const sessions = before(cleared.sessions);
  const links = before(cleared.links);
  const counts = {
    sessions: await inBatches(
      ctx,
      (tx) => tx.$executeRaw`
      DELETE FROM session WHERE id IN (SELECT id FROM session
        WHERE absolute_expires_at < ${sessions} LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
    ),
    invitations: await inBatches(
      ctx,
      (tx) => tx.$executeRaw`
      DELETE FROM invitation WHERE id IN (SELECT id FROM invitation
        WHERE expires_at < ${links} LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
    ),
    resets: await inBatches(
      ctx,
      (tx) => tx.$executeRaw`
      DELETE FROM password_reset WHERE id IN (SELECT id FROM password_reset
        WHERE expires_at < ${links} LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
    ),
    limits: await inBatches(
      ctx,
      (tx) => tx.$executeRaw`
      DELETE FROM rate_limit WHERE key IN (SELECT key FROM rate_limit
        WHERE expire < ${now.getTime()} LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
    ),
    searches: await inBatches(
      ctx,
      (tx) => tx.$executeRaw`
      DELETE FROM kept_search WHERE id IN (SELECT id FROM kept_search
        WHERE expires_at < ${now} LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
    ),
  };
  if (Object.values(counts).every((count) => count === 0)) return;
  await transaction(ctx.db, (tx) => record(tx, ctx, { type: 'retention.cleared', data: counts }));
}

async function inBatches(ctx: SystemCtx, remove: (tx: Tx) => Promise<number>): Promise<number> {
  let total = 0;
  let removed: number;
  do {
    removed = await transaction(ctx.db, remove);
    total += removed;
  } while (removed === batch);
  return total;
}
