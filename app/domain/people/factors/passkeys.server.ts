import { z } from 'zod';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { newId } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { factorAdded } from './factors.server.ts';
import { withinTries } from './tries.server.ts';

/** For whom passkeys are made: the portal by its one address. A passkey answers there alone, so no other site can ask for it. */
export type RelyingParty = { name: string; origin: string };

const idOf = ({ origin }: RelyingParty) => new URL(origin).hostname;

const ownPasskeys = (tx: Tx | Ctx['db'], ctx: Ctx) =>
  tx.factor.findMany({
    where: { accountId: ctx.actor.accountId, kind: 'passkey' },
    select: { id: true, credentialId: true, publicKey: true, signCount: true },
  });

const describe = (passkeys: Awaited<ReturnType<typeof ownPasskeys>>) =>
  passkeys.flatMap(({ credentialId }) => (credentialId === null ? [] : [{ id: credentialId }]));

/** Keeps what a passkey is to sign, for this session alone; the one before counts no more. */
const keepChallenge = (ctx: Ctx, passkeyChallenge: string) =>
  ctx.db.session.updateMany({ where: { id: ctx.actor.sessionId ?? '' }, data: { passkeyChallenge } });

/** What was to be signed, once: whatever comes of it, it is used up. */
async function takeChallenge(tx: Tx, ctx: Ctx): Promise<string | null> {
  const [session] = await tx.$queryRaw<{ passkey_challenge: string | null }[]>`
    SELECT passkey_challenge FROM session WHERE id = ${ctx.actor.sessionId}::uuid AND revoked_at IS NULL FOR NO KEY UPDATE`;
  if (!session?.passkey_challenge) return null;
  await tx.session.update({ where: { id: ctx.actor.sessionId ?? '' }, data: { passkeyChallenge: null } });
  return session.passkey_challenge;
}

/** What a browser asks a new passkey for, as JSON. */
export async function passkeyToSetUp(ctx: Ctx, party: RelyingParty): Promise<string> {
  const { accountId, displayName } = ctx.actor;
  const { email } = await ctx.db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true },
  });
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: idOf(party),
    userName: email,
    userDisplayName: displayName,
    userID: new TextEncoder().encode(accountId),
    excludeCredentials: describe(await ownPasskeys(ctx.db, ctx)),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  await keepChallenge(ctx, options.challenge);
  return JSON.stringify(options);
}

/** What a browser asks a passkey of the actor for, as JSON; null where they have none. */
export async function passkeyToUse(ctx: Ctx, party: RelyingParty): Promise<string | null> {
  const passkeys = await ownPasskeys(ctx.db, ctx);
  if (passkeys.length === 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: idOf(party),
    allowCredentials: describe(passkeys),
    userVerification: 'preferred',
  });
  await keepChallenge(ctx, options.challenge);
  return JSON.stringify(options);
}

/** What a browser gives back, as far as it has to be known before the library looks at all of it. */
const answered = z.looseObject({ id: z.string(), response: z.looseObject({}) });

function answerOf(posted: string): { id: string } | null {
  try {
    return answered.parse(JSON.parse(posted));
  } catch {
    return null;
  }
}

const notAccepted = 'The passkey was not accepted. Try again, or use another way';

/** Sets a passkey up. `posted`: the browser's answer as JSON. @throws Invalid, RateLimited */
export async function setUpPasskey(
  ctx: Ctx,
  party: RelyingParty,
  { name, posted }: { name: string; posted: string },
): Promise<void> {
  const response = answerOf(posted);
  const made = await withinTries(ctx, () =>
    transaction(ctx.db, async (tx) => {
      const challenge = await takeChallenge(tx, ctx);
      if (challenge === null || response === null) return null;
      const verified = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: party.origin,
        expectedRPID: idOf(party),
        requireUserVerification: false,
      }).catch(() => null);
      if (!verified?.verified) return null;
      const { credential } = verified.registrationInfo;
      const now = ctx.realTime.now();
      const { count } = await tx.factor.createMany({
        data: {
          id: newId<'Factor'>(),
          accountId: ctx.actor.accountId,
          kind: 'passkey',
          name,
          createdAt: now,
          confirmedAt: now,
          credentialId: credential.id,
          publicKey: credential.publicKey,
          signCount: BigInt(credential.counter),
        },
        skipDuplicates: true,
      });
      if (count === 0) return null;
      await factorAdded(tx, ctx, 'passkey');
      return true;
    }),
  );
  if (made === null) throw new Invalid({ passkey: notAccepted });
}

/** Whether it is the answer of a passkey of the actor to what this session asked, on the portal's own address. */
export async function takePasskey(tx: Tx, ctx: Ctx, party: RelyingParty, posted: string): Promise<boolean> {
  const challenge = await takeChallenge(tx, ctx);
  const response = answerOf(posted);
  const passkey = (await ownPasskeys(tx, ctx)).find(({ credentialId }) => credentialId === response?.id);
  if (challenge === null || !passkey?.credentialId || !passkey.publicKey) return false;
  const verified = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: idOf(party),
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: Number(passkey.signCount ?? 0),
    },
    requireUserVerification: false,
  }).catch(() => null);
  if (!verified?.verified) return false;
  await tx.factor.update({
    where: { id: passkey.id },
    data: { signCount: BigInt(verified.authenticationInfo.newCounter), lastUsedAt: ctx.realTime.now() },
  });
  return true;
}
