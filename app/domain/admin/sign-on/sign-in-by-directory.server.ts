import { seal } from '#app/platform/crypto/envelope.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { oldestSignIn, type DirectoryPerson, type SignedOn } from '#app/platform/directory/directory.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import type { SignOnRefusal } from '../../audit/events.ts';
import { record } from '../../audit/record.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { openSession } from '../../people/accounts/open-session.server.ts';
import { personProblems } from '../../people/accounts/person-problems.server.ts';
import { endInvitations } from '../../people/accounts/send-invitation.server.ts';
import { directoryRoles, setDirectoryRoles } from './directory-roles.server.ts';
import { vouch, vouchedUntil } from './vouched.server.ts';
import { followDirectory, nameOf, type NamedAccount } from './follow-directory.server.ts';

/** Where a refresh token lives: of a session, sealed. */
export const renewalPlace = (sessionId: string) => ({
  table: 'directory_session',
  row: sessionId,
  column: 'refresh_sealed',
});

export type Outcome = { token: string } | { refused: SignOnRefusal };

/** How the trail names what decides in place of an administrator. */
export const directoryName = 'Directory of the force';

/**
 * Opens a session for somebody for whom the directory vouches, with a second factor and in a group that brings a role. The
 * first time it makes their account, or finds the one of their address. Roles are what the groups bring, name and address
 * what the directory has, each time anew.
 * What is refused is recorded and said in words by whoever asked.
 */
export async function signInByDirectory(
  ctx: PublicCtx,
  { person, refreshToken }: SignedOn,
  browser: { previousToken: string | null; userAgent: string },
): Promise<Outcome> {
  return transaction(ctx.db, async (tx) => {
    const outcome = await admit(tx, ctx, person, refreshToken);
    if ('refused' in outcome) {
      await recordRefusal(tx, ctx, outcome.refused, outcome.accountId);
      return { refused: outcome.refused };
    }
    const { accountId, displayName, renewal } = outcome;
    const session = await openSession(tx, ctx, {
      accountId,
      assurance: 'single_sign_on',
      provedAt: person.authenticatedAt,
      sharedComputer: false,
      ...browser,
    });
    await tx.directorySession.create({
      data: {
        sessionId: session.id,
        providerSession: person.session,
        refreshSealed: seal(ctx.keyring, renewal, renewalPlace(session.id)),
        checkedAt: ctx.realTime.now(),
      },
    });
    const as = { ...ctx, actor: { accountId, displayName, sessionId: session.id } };
    await record(tx, as, {
      type: 'account.signed_in',
      data: { method: 'directory' },
      subject: { type: 'account', id: accountId },
    });
    return { token: session.token };
  });
}

/** Of whom the directory vouches for alone: what anybody can send here by themselves fills no trail. */
async function recordRefusal(
  tx: Tx,
  ctx: PublicCtx,
  reason: SignOnRefusal,
  accountId: Id<'Account'> | null,
): Promise<void> {
  await record(tx, ctx, {
    type: 'account.sign_on_refused',
    data: { reason },
    ...(accountId ? { subject: { type: 'account' as const, id: accountId } } : {}),
  });
}

type Known = NamedAccount & {
  side: string;
  status: string;
  emergencySeat: number | null;
  directoryIdentity: { issuer: string; subject: string } | null;
};

type Admitted =
  | { accountId: Id<'Account'>; displayName: string; renewal: string }
  | { refused: SignOnRefusal; accountId: Id<'Account'> | null };

async function admit(
  tx: Tx,
  ctx: PublicCtx,
  person: DirectoryPerson,
  renewal: string | null,
): Promise<Admitted> {
  const email = await ownAddress(tx, ctx, person);
  const known = await accountOf(tx, person, email);
  const refuse = (refused: SignOnRefusal) => ({ refused, accountId: known?.id ?? null });
  const standing = known && problemOf(known, person);
  if (standing) return refuse(standing);
  if (!person.secondFactor) return refuse('second_factor');
  // The browser carries what the provider is asked, so whoever sits at it may have taken out that it asks for an age.
  const age = person.authenticatedAt && ctx.realTime.now().getTime() - person.authenticatedAt.getTime();
  if (age !== null && age > oldestSignIn * 1000) return refuse('stale');
  if (renewal === null) return refuse('unchecked');
  const roles = await directoryRoles(tx, ctx, person.groups);
  const directory = { ...ctx, system: directoryName };
  if (roles.length === 0) {
    // Whoever had roles has left the groups that brought them.
    if (known) await setDirectoryRoles(tx, directory, known.id, roles);
    return refuse('no_group');
  }
  const account = known ?? (email === null ? null : await makeAccount(tx, ctx, person, email));
  if (account === null) return refuse('address');
  if (!(await activate(tx, ctx, account))) return refuse('suspended');
  await linkIdentity(tx, ctx, account, person, known === null);
  await setDirectoryRoles(tx, directory, account.id, roles);
  const { displayName } = await followDirectory(tx, directory, account, { name: nameOf(person), email });
  return { accountId: account.id, displayName, renewal };
}

/** Why somebody cannot come in by this account, whatever the directory says of them. */
function problemOf(account: Known, { issuer, subject }: DirectoryPerson): SignOnRefusal | null {
  if (account.side === 'partner') return 'partner';
  if (account.emergencySeat !== null) return 'emergency';
  if (account.status === 'suspended') return 'suspended';
  // An address that was somebody else's opens nothing of theirs. Where the force has a new provider, everybody is new there.
  const linked = account.directoryIdentity;
  return linked?.issuer === issuer && linked.subject !== subject ? 'address' : null;
}

/** By who they are in the directory, else by an address that it vouches for and that is of the force's own mail. */
async function accountOf(
  tx: Tx,
  { issuer, subject }: DirectoryPerson,
  email: string | null,
): Promise<Known | null> {
  const include = { directoryIdentity: true } as const;
  const where = { directoryIdentity: { issuer, subject } };
  const linked = await tx.account.findFirst({ where, include });
  return linked ?? (email === null ? null : tx.account.findUnique({ where: { email }, include }));
}

async function ownAddress(tx: Tx, ctx: PublicCtx, { email }: DirectoryPerson): Promise<string | null> {
  if (email === null) return null;
  const problems = await personProblems(tx, ctx, { email, displayName: email, side: 'police' });
  return problems['email'] === undefined ? email : null;
}

async function makeAccount(tx: Tx, ctx: PublicCtx, person: DirectoryPerson, email: string): Promise<Known> {
  const displayName = nameOf(person) ?? email.slice(0, email.indexOf('@'));
  return tx.account.create({
    data: {
      id: newId<'Account'>(),
      email,
      displayName,
      side: 'police',
      status: 'active',
      createdAt: ctx.realTime.now(),
    },
    include: { directoryIdentity: true },
  });
}

/** Holds the account until the session is kept; an invitation that waits for it ends. Not one that was suspended meanwhile. */
async function activate(tx: Tx, ctx: PublicCtx, { id, status }: Known): Promise<boolean> {
  const invited = status === 'invited';
  if (invited) await endInvitations(tx, id, ctx.realTime.now());
  const held = await tx.account.updateMany({
    where: { id, status: { not: 'suspended' } },
    data: { status: 'active', ...(invited ? { version: { increment: 1 } } : {}) },
  });
  return held.count > 0;
}

async function linkIdentity(
  tx: Tx,
  ctx: PublicCtx,
  { id: accountId, directoryIdentity }: Known,
  { issuer, subject }: DirectoryPerson,
  made: boolean,
): Promise<void> {
  if (directoryIdentity?.issuer === issuer) {
    await vouch(tx, ctx, accountId);
    return;
  }
  const identity = { issuer, subject, linkedAt: ctx.realTime.now(), vouchedUntil: vouchedUntil(ctx) };
  await tx.directoryIdentity.upsert({
    where: { accountId },
    create: { accountId, ...identity },
    update: identity,
  });
  await record(
    tx,
    { ...ctx, system: directoryName },
    { type: 'account.linked', data: { made }, subject: { type: 'account', id: accountId } },
  );
}
