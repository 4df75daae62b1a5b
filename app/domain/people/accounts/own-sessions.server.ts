import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Browser } from './browser-of.ts';

/** A session as its owner sees it; times are real ones, the last use to the minute. */
export type OwnSession = Browser & {
  id: string;
  here: boolean;
  sharedComputer: boolean;
  createdAt: Date;
  lastSeenAt: Date;
};

/** Where the actor is signed in now: this session first, then what was used last. */
export async function ownSessions(ctx: Ctx): Promise<OwnSession[]> {
  const now = ctx.realTime.now();
  const rows = await ctx.db.session.findMany({
    where: {
      accountId: ctx.actor.accountId,
      revokedAt: null,
      idleExpiresAt: { gt: now },
      absoluteExpiresAt: { gt: now },
    },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      sharedComputer: true,
      createdAt: true,
      lastSeenAt: true,
      browser: true,
      operatingSystem: true,
    },
  });
  const all = rows.map((row) => ({ ...row, here: row.id === ctx.actor.sessionId }));
  return [...all.filter(({ here }) => here), ...all.filter(({ here }) => !here)];
}

/** Ends another session of the actor, or all others. What has ended already, and what is not theirs, is left as it is. */
export async function endOwnSessions(ctx: Ctx, which: { id: string } | 'others'): Promise<void> {
  const { accountId, sessionId } = ctx.actor;
  await transaction(ctx.db, async (tx) => {
    const sessions = await endSessions(tx, ctx.realTime.now(), {
      accountId,
      but: sessionId,
      ...(which === 'others' ? {} : { id: which.id }),
    });
    if (sessions > 0)
      await record(tx, ctx, {
        type: 'account.sessions_ended',
        data: { sessions },
        subject: { type: 'account', id: accountId },
      });
  });
}

/** Ends the sessions of an account but for one, or `id` alone: their tokens open nothing from here on. Says how many. */
export async function endSessions(
  tx: Tx,
  now: Date,
  { accountId, but, id }: { accountId: Id<'Account'>; but: string | null; id?: string },
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      accountId,
      revokedAt: null,
      AND: [but === null ? {} : { id: { not: but } }, id === undefined ? {} : { id }],
    },
    data: { revokedAt: now },
  });
  return count;
}
