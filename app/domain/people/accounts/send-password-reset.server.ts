import { randomUUID } from 'node:crypto';
import { passwordReset } from '#emails/messages.ts';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import type { Post } from '../../notify/send-mail.server.ts';
import { signsInHere } from './signs-in-here.ts';

/** A link for a new password opens for this long (real time) and works once. */
export const resetLasts = 30 * 60_000;

/**
 * Mails a link for a new password to an account that is in use; to any other, and to nobody (null), nothing. Links sent
 * before go on working until one of them is used, so that a stranger who asks again takes none away. The token exists only
 * in the mail: the database keeps its hash. When sending fails the job is tried again and makes another.
 */
export async function sendPasswordReset(
  ctx: SystemCtx,
  post: Post,
  { accountId }: { accountId: Id<'Account'> | null },
): Promise<void> {
  if (accountId === null) return;
  const link = await transaction(ctx.db, (tx) => makeLink(tx, ctx, accountId));
  if (link) await mail(post, link);
}

/**
 * The same by the command of a server. The link is mailed and never shown: whoever runs a server is to have no account
 * opened to them by it. @throws Invalid for no account in use
 */
export async function sendPasswordResetTo(ctx: SystemCtx, post: Post, email: string): Promise<void> {
  const account = await ctx.db.account.findUnique({ where: { email: email.trim().toLowerCase() } });
  const link =
    account &&
    (await transaction(ctx.db, async (tx) => {
      await record(tx, ctx, {
        type: 'account.reset_asked',
        data: { by: 'command' },
        subject: { type: 'account', id: account.id },
      });
      return makeLink(tx, ctx, account.id);
    }));
  if (!link)
    throw new Invalid({
      email:
        'No account in use that signs in with a password has this email address: invited and suspended ones get no link, nor those of police who sign in with their force account',
    });
  await mail(post, link);
}

type Link = { email: string; token: string };

/** Null for an account that cannot sign in. Its row is held, so that a change of its address comes before or after. */
async function makeLink(tx: Tx, ctx: SystemCtx, accountId: Id<'Account'>): Promise<Link | null> {
  const [account] = await tx.$queryRaw<{ email: string; side: string; emergencySeat: number | null }[]>`
    SELECT a.email, a.side, a.emergency_seat AS "emergencySeat" FROM account a LEFT JOIN organisation o ON o.id = a.organisation_id
    WHERE a.id = ${accountId}::uuid AND a.status = 'active' AND o.status IS DISTINCT FROM 'closed' FOR SHARE OF a`;
  if (!account || !signsInHere(ctx, account)) return null;
  const token = newToken();
  const now = ctx.realTime.now();
  await tx.passwordReset.create({
    data: {
      id: randomUUID(),
      accountId,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + resetLasts),
    },
  });
  return { email: account.email, token };
}

async function mail({ mailer, force, portalUrl, addressOf }: Post, { email, token }: Link): Promise<void> {
  const path = addressOf({ passwordReset: token });
  await mailer.send({ to: email, ...passwordReset({ force, portalUrl, path }) });
}
