import { open, seal } from '#app/platform/crypto/envelope.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { DirectoryFailure, type Directory } from '#app/platform/directory/directory.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { directoryRoles, setDirectoryRoles } from './directory-roles.server.ts';
import { endSignOn } from './end-sign-on.server.ts';
import { directoryName, renewalPlace } from './sign-in-by-directory.server.ts';
import { doubt, vouch } from './vouched.server.ts';

/** How old what the directory said of a session may be before it is asked again. */
export const checkedEvery = 10 * 60_000;

/**
 * Asks the directory of everybody whose session it opened whether they still are who they were: who has left is signed out,
 * and whose groups have changed has other roles. Of whom it has said nothing for too long loses theirs. While the directory is away their sessions go on, up to their own end.
 * @throws Error where one could not be asked, for the log: the directory is away, or after all others were
 */
export async function checkSignOns(ctx: SystemCtx): Promise<void> {
  const { directory } = ctx;
  if (directory === null) return;
  await forgetEnded(ctx);
  await takeRolesNotVouchedFor(ctx);
  const due = await ctx.db.directorySession.findMany({
    where: { checkedAt: { lt: new Date(ctx.realTime.now().getTime() - checkedEvery) } },
    orderBy: { checkedAt: 'asc' },
    select: {
      sessionId: true,
      refreshSealed: true,
      session: { select: { accountId: true, account: { select: { directoryIdentity: true } } } },
    },
  });
  let failed: unknown = null;
  for (const { session, ...row } of due)
    try {
      const { accountId, account } = session;
      await check(ctx, directory, { ...row, accountId, subject: account.directoryIdentity?.subject ?? '' });
    } catch (failure) {
      if (failure instanceof DirectoryFailure && failure.why === 'away') throw failure;
      failed ??= failure;
    }
  if (failed !== null) throw new Error('The directory could not be asked of a session', { cause: failed });
}

/** What has ended needs to be asked no more. */
async function forgetEnded({ db, realTime }: SystemCtx): Promise<void> {
  const now = realTime.now();
  await db.directorySession.deleteMany({
    where: {
      session: {
        OR: [
          { revokedAt: { not: null } },
          { idleExpiresAt: { lte: now } },
          { absoluteExpiresAt: { lte: now } },
        ],
      },
    },
  });
}

/**
 * Takes the roles of those of whom the directory has said nothing for too long, and hands on what they hold. Whoever signs
 * in again has what their groups bring.
 */
async function takeRolesNotVouchedFor(ctx: SystemCtx): Promise<void> {
  const over = await ctx.db.directoryIdentity.findMany({
    where: {
      vouchedUntil: { lte: ctx.realTime.now() },
      account: { emergencySeat: null, accountRoles: { some: {} } },
    },
    select: { accountId: true },
  });
  for (const { accountId } of over)
    await transaction(ctx.db, (tx) =>
      setDirectoryRoles(tx, { ...ctx, system: directoryName }, accountId, []),
    );
}

type Due = { sessionId: string; accountId: Id<'Account'>; subject: string; refreshSealed: Uint8Array };

async function check(
  ctx: SystemCtx,
  directory: Directory,
  { sessionId, accountId, subject, refreshSealed }: Due,
): Promise<void> {
  const token = open(ctx.keyring, refreshSealed, renewalPlace(sessionId));
  const renewed = await directory.renew(token, subject);
  await transaction(ctx.db, async (tx) => {
    if (renewed === null) {
      await endSignOn(tx, ctx, accountId, 'left');
      await doubt(tx, ctx, accountId);
      return;
    }
    const roles = await directoryRoles(tx, ctx, renewed.person.groups);
    await setDirectoryRoles(tx, { ...ctx, system: directoryName }, accountId, roles);
    if (roles.length === 0) {
      await endSignOn(tx, ctx, accountId, 'no_group');
      return;
    }
    await vouch(tx, ctx, accountId);
    await tx.directorySession.updateMany({
      where: { sessionId },
      data: {
        checkedAt: ctx.realTime.now(),
        refreshSealed: seal(ctx.keyring, renewed.refreshToken ?? token, renewalPlace(sessionId)),
      },
    });
  });
}
