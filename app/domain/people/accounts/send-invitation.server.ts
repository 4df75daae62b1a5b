import { randomUUID } from 'node:crypto';
import { invitation as invitationMail } from '#emails/messages.ts';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import type { Post } from '../../notify/send-mail.server.ts';

/** An invitation opens for this long (real time) and once only. */
export const invitationLasts = 7 * 24 * 60 * 60_000;

/**
 * Mails a fresh invitation to an account that is still to be opened and has a role; earlier ones stop working. One whose roles
 * wait for a second administrator gets it when they have agreed, one of a suspended organisation when that is lifted. The
 * token exists only
 * in the mail: the database keeps its hash. When sending fails the job is tried again and makes another.
 */
export async function sendInvitation(
  ctx: SystemCtx,
  { mailer, force, portalUrl, addressOf }: Post,
  input: { accountId: Id<'Account'>; invitedBy: string | null },
): Promise<void> {
  const { accountId } = input;
  const token = newToken();
  const to = await transaction(ctx.db, async (tx) => {
    const now = ctx.realTime.now();
    await endInvitations(tx, accountId, now);
    // Locked until the invitation is there: one that is withdrawn or sent elsewhere now is so after it, and ends it.
    const [account] = await tx.$queryRaw<{ email: string }[]>`
      SELECT email FROM account WHERE id = ${accountId}::uuid AND status = 'invited'
        AND EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = account.id)
        AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = account.organisation_id AND o.status <> 'active')
        FOR NO KEY UPDATE`;
    if (!account) return null;
    await tx.invitation.create({
      data: {
        id: randomUUID(),
        accountId,
        tokenHash: hashToken(token),
        createdBy: input.invitedBy,
        createdAt: now,
        expiresAt: new Date(now.getTime() + invitationLasts),
      },
    });
    return account.email;
  });
  if (to === null) return;
  const path = addressOf({ invitation: token });
  await mailer.send({ to, ...invitationMail({ force, portalUrl, path }) });
}

/**
 * Ends every link that still opens the account. It goes before the account itself is changed, as accepting one takes both
 * rows in this order too.
 */
export async function endInvitations(tx: Tx, accountId: Id<'Account'>, now: Date): Promise<void> {
  await tx.invitation.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
}
