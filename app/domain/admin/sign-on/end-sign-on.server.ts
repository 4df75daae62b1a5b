import type { ProviderSignOut } from '#app/platform/directory/directory.ts';
import type { Limit } from '#app/platform/limits.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { AuditEvents } from '../../audit/events.ts';
import { record } from '../../audit/record.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { directoryName } from './sign-in-by-directory.server.ts';

/** Each word of the provider is taken once; it is too old to be taken long before it would be again. */
const onceHeard: Limit = { name: 'provider-sign-out', points: 1, seconds: 60 * 60 };

/**
 * Ends what the provider says has ended: one session of its own, or all of a person. What it says twice, and what it says of
 * sessions that have ended or never were, changes nothing.
 */
export async function endByProvider(ctx: PublicCtx, told: ProviderSignOut): Promise<void> {
  const { issuer, subject, session, id } = told;
  const word = `${issuer} ${id}`;
  if ((await ctx.limits.take(onceHeard, word)) !== null) return;
  const end = async (tx: Tx) => {
    const ended = await tx.session.findMany({
      where: {
        revokedAt: null,
        directorySession: session === null ? { isNot: null } : { providerSession: session },
        account: { directoryIdentity: { issuer, ...(subject === null ? {} : { subject }) } },
      },
      select: { accountId: true },
      distinct: ['accountId'],
    });
    for (const { accountId } of ended) await endSignOn(tx, ctx, accountId, 'signed_out', session);
  };
  await transaction(ctx.db, end).catch(async (failure: unknown) => {
    // Nothing has ended, so the provider may say it again.
    await ctx.limits.giveBack(onceHeard, word);
    throw failure;
  });
}

/**
 * Ends the sessions of an account that the directory opened, or the one that is `session` at the provider, and forgets
 * their refresh tokens.
 */
export async function endSignOn(
  tx: Tx,
  ctx: PublicCtx,
  accountId: Id<'Account'>,
  why: AuditEvents['account.sign_on_ended']['why'],
  session: string | null = null,
): Promise<void> {
  const of = {
    accountId,
    directorySession: session === null ? { isNot: null } : { providerSession: session },
  };
  const { count } = await tx.session.updateMany({
    where: { ...of, revokedAt: null },
    data: { revokedAt: ctx.realTime.now() },
  });
  await tx.directorySession.deleteMany({ where: { session: { ...of, revokedAt: { not: null } } } });
  if (count > 0)
    await record(
      tx,
      { ...ctx, system: directoryName },
      {
        type: 'account.sign_on_ended',
        data: { why, sessions: count },
        subject: { type: 'account', id: accountId },
      },
    );
}
