import { Secret, TOTP } from 'otpauth';
import { open, seal, type SealedPlace } from '#app/platform/crypto/envelope.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { factorAdded } from './factors.server.ts';
import { withinTries } from './tries.server.ts';

const placeOf = (id: Id<'Factor'>): SealedPlace => ({ table: 'factor', row: id, column: 'secret_sealed' });

/** Codes of six digits, a new one every 30 seconds, as every authenticator app makes them (RFC 6238). */
const codesOf = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });

/** A clock may be half a minute wrong, either way. */
const stepsAside = 1;

/** The step of time of a code, where it is one of now; null otherwise. */
function stepOf(codes: TOTP, code: string, now: Date): bigint | null {
  const timestamp = now.getTime();
  const delta = codes.validate({ token: code, timestamp, window: stepsAside });
  return delta === null ? null : BigInt(codes.counter({ timestamp }) + delta);
}

/**
 * The app that the actor is setting up, with its secret to be scanned or typed. One for each session, which no other sees:
 * opened again, it is the same, until a first code shows that the app has it. `issuer` stands in the app above the codes.
 */
export async function appToSetUp(
  ctx: Ctx,
  { issuer }: { issuer: string },
): Promise<{ secret: string; uri: string }> {
  const { accountId, sessionId } = ctx.actor;
  const id = newId<'Factor'>();
  const made = new Secret({ size: 20 }).base32;
  await ctx.db.factor.createMany({
    data: {
      id,
      accountId,
      kind: 'code_app',
      name: '',
      createdAt: ctx.realTime.now(),
      secretSealed: seal(ctx.keyring, made, placeOf(id)),
      sessionId,
    },
    skipDuplicates: true,
  });
  const { factor, email } = await beingSetUp(ctx.db, ctx);
  const secret = open(ctx.keyring, factor.secretSealed, placeOf(factor.id));
  return { secret, uri: codesOf(secret, { issuer, label: email }).toString() };
}

async function beingSetUp(tx: Tx | Ctx['db'], ctx: Ctx) {
  const { accountId, sessionId } = ctx.actor;
  const { factors, email } = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, factors: { where: { confirmedAt: null, sessionId } } },
  });
  const [factor] = factors;
  if (!factor?.secretSealed) throw new Invalid({ code: 'Open this page again and scan the new picture' });
  return { email, factor: { id: factor.id, secretSealed: factor.secretSealed } };
}

/** Sets the app up by its first code, which is used up by it. @throws Invalid, RateLimited */
export async function setUpApp(ctx: Ctx, { name, code }: { name: string; code: string }): Promise<void> {
  const done = await withinTries(ctx, () =>
    transaction(ctx.db, async (tx) => {
      const { factor } = await beingSetUp(tx, ctx);
      const now = ctx.realTime.now();
      const codes = codesOf(open(ctx.keyring, factor.secretSealed, placeOf(factor.id)));
      const lastStep = stepOf(codes, code, now);
      if (lastStep === null) return null;
      const { count } = await tx.factor.updateMany({
        where: { id: factor.id, confirmedAt: null },
        data: { name, lastStep, confirmedAt: now, sessionId: null },
      });
      if (count > 0) await factorAdded(tx, ctx, 'code_app');
      return true;
    }),
  );
  if (done === null)
    throw new Invalid({
      code: 'Code is wrong. Enter the one that the app shows now, and check that your phone has the right time',
    });
}

/** Whether it is the present code of an app of the actor. It counts once: the step that it belongs to is kept. */
export async function takeAppCode(tx: Tx, ctx: Ctx, code: string): Promise<boolean> {
  const now = ctx.realTime.now();
  const apps = await tx.factor.findMany({
    where: { accountId: ctx.actor.accountId, kind: 'code_app', confirmedAt: { not: null } },
    select: { id: true, secretSealed: true },
  });
  for (const { id, secretSealed } of apps) {
    if (secretSealed === null) continue;
    const lastStep = stepOf(codesOf(open(ctx.keyring, secretSealed, placeOf(id))), code, now);
    if (lastStep === null) continue;
    const { count } = await tx.factor.updateMany({
      where: { id, OR: [{ lastStep: null }, { lastStep: { lt: lastStep } }] },
      data: { lastStep, lastUsedAt: now },
    });
    if (count > 0) return true;
  }
  return false;
}
