import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { AuditEvents } from '../../audit/events.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { accountByPassword } from '../accounts/own-password.server.ts';
import { takeAppCode } from './code-app.server.ts';
import { hasFactor } from './factors.server.ts';
import { passkeyToUse, takePasskey, type RelyingParty } from './passkeys.server.ts';
import { plainCode, takeRecoveryCode } from './recovery-codes.server.ts';
import { withinTries } from './tries.server.ts';

type By = AuditEvents['account.proved']['by'];

/** What somebody proves by who they are: the code of an app or a recovery code, a passkey's answer as JSON, or their password. */
export type Proof =
  | { by: 'code'; code: string }
  | { by: 'passkey'; posted: string; party: RelyingParty }
  | { by: 'password'; password: string };

/**
 * Takes a proof of who the actor is: it counts for ten minutes, and a second factor makes a session whole that was opened by
 * password. Such a session gets another token, which is given; null where it keeps its own. The password counts for whoever
 * has no second factor. @throws Invalid, RateLimited
 */
export async function prove(ctx: Ctx, proof: Proof): Promise<string | null> {
  if (proof.by === 'password') return proveByPassword(ctx, proof.password);
  const session = await withinTries(ctx, () =>
    transaction(ctx.db, async (tx) => {
      const { by, counts } = await takeFactor(tx, ctx, proof);
      await recordProof(tx, ctx, counts ? 'account.proved' : 'account.proof_refused', by);
      return counts ? { token: await proved(tx, ctx, by) } : null;
    }),
  );
  if (session !== null) return session.token;
  if (proof.by === 'passkey')
    throw new Invalid({ passkey: 'The passkey was not accepted. Try again, or enter a code' });
  throw new Invalid({ code: 'Code is wrong, or was used before' });
}

/** Which of the actor's factors it would be, and whether it counts. */
async function takeFactor(
  tx: Tx,
  ctx: Ctx,
  proof: Exclude<Proof, { by: 'password' }>,
): Promise<{ by: By; counts: boolean }> {
  if (proof.by === 'passkey')
    return { by: 'passkey', counts: await takePasskey(tx, ctx, proof.party, proof.posted) };
  const code = plainCode(proof.code);
  return /^\d{6}$/.test(code)
    ? { by: 'code_app', counts: await takeAppCode(tx, ctx, code) }
    : { by: 'recovery_code', counts: await takeRecoveryCode(tx, ctx, code) };
}

async function proveByPassword(ctx: Ctx, password: string): Promise<null> {
  const known = (await accountByPassword(ctx, password)) !== null;
  const counts = await transaction(ctx.db, async (tx) => {
    const accepted = known && !(await hasFactor(tx, ctx.actor.accountId));
    await recordProof(tx, ctx, accepted ? 'account.proved' : 'account.proof_refused', 'password');
    if (accepted) await proved(tx, ctx, 'password');
    return accepted;
  });
  if (!counts) throw new Invalid({ password: 'Password is wrong' });
  return null;
}

const recordProof = (tx: Tx, ctx: Ctx, type: 'account.proved' | 'account.proof_refused', by: By) =>
  record(tx, ctx, { type, data: { by }, subject: { type: 'account', id: ctx.actor.accountId } });

/** Only a session that is still open is moved on, and none below what it was. */
async function proved(tx: Tx, ctx: Ctx, by: By): Promise<string | null> {
  const open = { id: ctx.actor.sessionId ?? '', revokedAt: null };
  const provedAt = ctx.realTime.now();
  const token = newToken();
  const raised =
    by === 'password'
      ? 0
      : (
          await tx.session.updateMany({
            where: { ...open, assurance: 'password' },
            data: { assurance: 'second_factor', provedAt, tokenHash: hashToken(token) },
          })
        ).count;
  if (raised > 0) return token;
  await tx.session.updateMany({ where: open, data: { provedAt } });
  return null;
}

/** By what the actor can prove who they are. */
export type Ways = { passkey: string | null; password: boolean };

export async function waysToProve(ctx: Ctx, party: RelyingParty): Promise<Ways> {
  const passkey = await passkeyToUse(ctx, party);
  return { passkey, password: passkey === null && !(await hasFactor(ctx.db, ctx.actor.accountId)) };
}
