import type { Limit } from '#app/platform/limits.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { AuditEvents } from '../../audit/events.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { Invalid, RateLimited } from '../../kernel/failures.ts';
import { alarm } from '../sign-on/emergency-alarm.server.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { lockedMail, signInByAddress, signInByDevice, signInByNetwork, signInByStrangers } from './limits.ts';
import { networkOf } from './network.ts';
import { isNewDevice } from './new-device.server.ts';
import { openSession } from './open-session.server.ts';
import { hashPassword, isOutdated, passwordMatches } from './password.ts';
import { signsInHere } from './signs-in-here.ts';

export type SignInInput = {
  email: string;
  password: string;
  sharedComputer: boolean;
  /** Network address, for the limit only. */
  address: string;
  /** The token of a session that this browser already had: it ends here, so no token lives on over a sign-in. */
  previousToken: string | null;
  /** The cookie in which this browser keeps which accounts signed in with it (known-device.ts); null where it keeps none. */
  device: string | null;
  /** As the browser names itself, for its owner's list of sessions. */
  userAgent: string;
};

export type SignedIn = {
  token: string;
  accountId: Id<'Account'>;
  side: string;
  /** That cookie from now on; null on a shared computer, which is to remember nobody. */
  device: string | null;
};

const WRONG = 'Email address or password is wrong';
/** Said to whoever knows the password alone, which opens nothing any more. */
const ELSEWHERE = 'Police sign in with their force account. Choose “Sign in with your force account”';

/**
 * Signs in by e-mail address and password and opens a session. Gives the token for the cookie, kept here only as a hash.
 * The same error for an unknown address, a wrong password and an account that may not sign in.
 * @throws RateLimited after too many tries; @throws Invalid
 */
export async function signIn(ctx: PublicCtx, input: SignInInput): Promise<SignedIn> {
  const email = input.email.trim().toLowerCase();
  const tries = triesOf(ctx, email, input);
  await takeTries(ctx, email, tries);
  const account = await ctx.db.account.findUnique({
    where: { email },
    include: { organisation: { select: { status: true } } },
  });
  const matches = await passwordMatches(account?.passwordHash ?? null, input.password).catch(
    async (failure: unknown) => {
      for (const { limit, key } of tries) await ctx.limits.giveBack(limit, key);
      throw failure;
    },
  );
  if (account?.status !== 'active' || account.organisation?.status === 'closed' || !matches) {
    await recordFailure(
      ctx,
      account?.id ?? null,
      !account ? 'unknown' : matches ? 'not_active' : 'wrong_password',
    );
    throw new Invalid({ email: WRONG }, WRONG);
  }
  if (!signsInHere(ctx, account)) {
    await recordFailure(ctx, account.id, 'with_directory');
    throw new Invalid({ email: ELSEWHERE }, ELSEWHERE);
  }
  for (const { limit, key, after } of tries) await ctx.limits[after](limit, key);
  const passwordHash = await strengthened(ctx, account, input.password);
  const isNew = await isNewDevice(ctx, account, input.device);
  const token = await transaction(ctx.db, async (tx) => {
    await refuseReplaced(tx, { id: account.id, passwordHash });
    const { sharedComputer, previousToken, userAgent } = input;
    const session = await openSession(tx, ctx, {
      accountId: account.id,
      assurance: 'password',
      provedAt: ctx.realTime.now(),
      sharedComputer,
      previousToken,
      userAgent,
    });
    const emergency = account.emergencySeat !== null;
    const actor = { accountId: account.id, displayName: account.displayName, sessionId: session.id };
    const as = { ...ctx, actor };
    await record(tx, as, {
      type: 'account.signed_in',
      data: { method: 'password', ...(emergency ? { emergency } : {}) },
      subject: { type: 'account', id: account.id },
    });
    if (isNew)
      await enqueue(tx, {
        name: 'send-mail',
        data: { kind: 'new-device', accountId: account.id, sessionId: session.id },
      });
    if (emergency) await alarm(tx);
    return session.token;
  });
  const device = input.sharedComputer
    ? null
    : rememberDevice(ctx.keyring, input.device, email, ctx.realTime.now());
  return { token, accountId: account.id, side: account.side, device };
}

/**
 * The stored hash of a password that was right. One made with parameters of before is made anew, as nobody else ever knows the
 * password again; that of a demonstration's account guards nothing and stays.
 */
async function strengthened(
  ctx: PublicCtx,
  account: { id: Id<'Account'>; demonstration: boolean; passwordHash: string | null },
  password: string,
): Promise<string | null> {
  const { id, demonstration, passwordHash: before } = account;
  if (demonstration || before === null || !isOutdated(before)) return before;
  const passwordHash = await hashPassword(password);
  await ctx.db.account.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } });
  return passwordHash;
}

/**
 * Holds the account as it was read until the session is kept: a password that was replaced, or an account that was suspended,
 * while this one was checked opens none.
 */
async function refuseReplaced(
  tx: Tx,
  { id, passwordHash }: { id: Id<'Account'>; passwordHash: string | null },
) {
  const held = await tx.$queryRaw<{ id: Id<'Account'> }[]>`
    SELECT id FROM account WHERE id = ${id}::uuid AND password_hash = ${passwordHash} AND status = 'active' FOR SHARE`;
  if (held.length === 0) throw new Invalid({ email: WRONG }, WRONG);
}

/** `after` says what becomes of a try that turned out well. */
type Try = { limit: Limit; key: string; after: 'forget' | 'giveBack' };

/**
 * The limits against which a try counts, the narrowest first. The same for an account that there is and one that there
 * is not. A success clears the owner's own count and gives strangers nothing back but this one try.
 */
function triesOf(ctx: PublicCtx, email: string, { device, address }: SignInInput): Try[] {
  const known = knownDevice(ctx.keyring, device, email, ctx.realTime.now());
  if (known) return [{ limit: signInByDevice, key: `${email} ${known}`, after: 'forget' }];
  return [
    { limit: signInByNetwork, key: `${email} ${networkOf(address)}`, after: 'forget' },
    { limit: signInByAddress, key: address, after: 'giveBack' },
    { limit: signInByStrangers, key: email, after: 'giveBack' },
  ];
}

/** Stops at the first refusal, so that one network that goes on trying uses up no more of what all strangers have. */
async function takeTries(ctx: PublicCtx, email: string, tries: Try[]): Promise<void> {
  for (const { limit, key } of tries) {
    const wait = await ctx.limits.take(limit, key);
    if (wait === null) continue;
    await recordFailure(ctx, null, 'limited');
    await warnOwner(ctx, email);
    throw new RateLimited(wait, 'Too many attempts to sign in. Wait a few minutes and try again');
  }
}

/**
 * Tells the owner of the account by mail, once an hour at most, that somebody keeps trying. Of an address without one the
 * same statements run, so that their time tells nothing: the mail to nobody is dropped where it is sent.
 */
async function warnOwner(ctx: PublicCtx, email: string): Promise<void> {
  if ((await ctx.limits.take(lockedMail, email)) !== null) return;
  const account = await ctx.db.account.findUnique({ where: { email }, select: { id: true } });
  const accountId = account?.id ?? newId<'Account'>();
  await transaction(ctx.db, (tx) =>
    enqueue(tx, { name: 'send-mail', data: { kind: 'account-locked', accountId } }),
  );
}

async function recordFailure(
  ctx: PublicCtx,
  accountId: Id<'Account'> | null,
  reason: AuditEvents['account.sign_in_failed']['reason'],
): Promise<void> {
  await transaction(ctx.db, (tx) =>
    record(tx, ctx, {
      type: 'account.sign_in_failed',
      data: { reason },
      ...(accountId ? { subject: { type: 'account' as const, id: accountId } } : {}),
    }),
  );
}
