import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, NotFound } from '../../kernel/failures.ts';

/** A second factor as its owner sees it. Real times. */
type FactorLine = {
  id: Id<'Factor'>;
  kind: 'passkey' | 'code_app';
  name: string;
  confirmedAt: Date;
  lastUsedAt: Date | null;
};

const setUp = { confirmedAt: { not: null } };

export const hasFactor = async (tx: Tx | Ctx['db'], accountId: Id<'Account'>): Promise<boolean> =>
  (await tx.factor.count({ where: { accountId, ...setUp } })) > 0;

/** The actor's second factors, the oldest first, and how many recovery codes are left. */
export async function ownFactors(ctx: Ctx): Promise<{ factors: FactorLine[]; codesLeft: number }> {
  const { accountId } = ctx.actor;
  const rows = await ctx.db.factor.findMany({
    where: { accountId, ...setUp },
    orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, name: true, confirmedAt: true, lastUsedAt: true },
  });
  return {
    factors: rows.flatMap(({ confirmedAt, ...row }) =>
      confirmedAt === null ? [] : [{ ...row, confirmedAt }],
    ),
    codesLeft: await ctx.db.recoveryCode.count({ where: { accountId, usedAt: null } }),
  };
}

/**
 * What follows from a factor that was just set up: the session in which it was done counts as proved with it, every other
 * one that was opened by password alone owes the second step from here on, and the owner is told by mail.
 */
export async function factorAdded(tx: Tx, ctx: Ctx, kind: FactorLine['kind']): Promise<void> {
  const { accountId, sessionId } = ctx.actor;
  await tx.session.updateMany({
    where: { id: sessionId ?? '', assurance: { not: 'single_sign_on' } },
    data: { assurance: 'second_factor', provedAt: ctx.realTime.now() },
  });
  await tx.account.update({ where: { id: accountId }, data: { firstFactorByCode: false } });
  await record(tx, ctx, {
    type: 'account.factor_added',
    data: { kind },
    subject: { type: 'account', id: accountId },
  });
  await enqueue(tx, { name: 'send-mail', data: { kind: 'factor-added', accountId } });
}

/**
 * Removes a second factor of the actor and tells them by mail. With the last go the recovery codes. `needed`: they may not
 * be without one. @throws NotFound; @throws Invalid for the last of whoever needs one
 */
export async function removeFactor(
  ctx: Ctx,
  { factorId, needed }: { factorId: Id<'Factor'>; needed: boolean },
): Promise<void> {
  const { accountId } = ctx.actor;
  await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
    const factors = await tx.factor.findMany({
      where: { accountId, ...setUp },
      select: { id: true, kind: true },
    });
    const factor = factors.find(({ id }) => id === factorId);
    if (!factor) throw new NotFound();
    if (factors.length === 1 && needed)
      throw new Invalid({}, 'You need a second factor. Set up another before you remove the last');
    await tx.factor.delete({ where: { id: factor.id } });
    if (factors.length === 1) await tx.recoveryCode.deleteMany({ where: { accountId } });
    await record(tx, ctx, {
      type: 'account.factor_removed',
      data: { kind: factor.kind },
      subject: { type: 'account', id: accountId },
    });
    await enqueue(tx, { name: 'send-mail', data: { kind: 'factor-removed', accountId } });
  });
}
