import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#app/platform/db/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { digestOf, hasItsMark } from './event-mark.ts';
import { readEvents } from './read-events.server.ts';
import { beforeTheFirst, isVouched, sealOf } from './seal.ts';

/** Events of one seal: each is one transaction, and the next goes on where it ended. */
const most = 1000;

/**
 * How often, and how long apart, a round looks whether older transactions have ended: 20 seconds, as those of the server's
 * other databases count too. The next round tries again.
 */
const looks = { count: 80, milliseconds: 250 };

/**
 * Seals every event that is settled into the chain, in the order of their numbers, and says how many. An event is settled
 * once no transaction is open that could still bring one with a lower number: its number was given after that of its
 * transaction, so all that began before this look have to end first.
 * @throws Error when the newest seal is not the portal's: what was written in its place is not to be vouched for
 */
export async function sealEvents(ctx: SystemCtx, patience = looks.count): Promise<number> {
  const [newest] = await ctx.db.$queryRaw<{ id: bigint | null; transaction: string }[]>`
    SELECT (SELECT max(id) FROM audit_event) AS id, pg_current_xact_id()::text AS transaction`;
  if (!newest || newest.id === null || !(await haveEnded(ctx.db, newest.transaction, patience))) return 0;
  const upTo = newest.id;
  let sealed = 0;
  for (;;) {
    const count = await transaction(ctx.db, (tx) => sealNext(tx, ctx, upTo));
    sealed += count;
    if (count < most) return sealed;
  }
}

/** Whether every transaction before this one has ended. */
async function haveEnded(db: Db, before: string, patience: number): Promise<boolean> {
  for (let look = 0; ; look += 1) {
    const [seen] = await db.$queryRaw<{ ended: boolean }[]>`
      SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ${before}::text::xid8 AS ended`;
    if (seen?.ended || look >= patience) return seen?.ended ?? false;
    await pause(looks.milliseconds);
  }
}

/** Two instances that seal at once make a seal of one number: the database takes the first. */
async function sealNext(tx: Tx, ctx: SystemCtx, upTo: bigint): Promise<number> {
  const before = await tx.auditSeal.findFirst({ orderBy: { number: 'desc' }, omit: { entries: true } });
  if (before && !isVouched(ctx.keyring, before))
    throw new Error(
      `Seal ${before.number} of the audit trail is not the portal’s, or was made with a key that is not set: run "npm run admin -- verify-audit".`,
    );
  const after = before ?? beforeTheFirst;
  const events = await readEvents(tx, { from: after.toEvent + 1n, to: upTo, count: most });
  if (events.length === 0) return 0;
  const entries = events.map((event) => ({
    id: event.id,
    marked: hasItsMark(ctx.keyring, event),
    digest: digestOf(event),
  }));
  await tx.auditSeal.create({
    data: sealOf(ctx.keyring, after, { events: entries, sealedAt: ctx.realTime.now() }),
  });
  return events.length;
}
