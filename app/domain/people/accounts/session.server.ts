import { Prisma } from '#app/platform/db/generated/client.ts';
import { hashToken } from '#app/platform/crypto/token.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Assurance } from '#app/platform/db/generated/enums.ts';
import { isRole, type Actor } from '../../kernel/actor.ts';
import { needsFactor, standingOf, type FactorRule, type Standing } from '../factors/standing.ts';
import { currentForce, settingsKey } from '../../force/current-force.server.ts';
import type { PublicCtx, Ctx } from '../../kernel/context.ts';
import { expiriesAt, provedLately, sessionEnd, touchEvery, type SessionEnd } from './session-times.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';

/**
 * `packHash`: the pack in force, which the same statement names; `provedLately`: within `proofLasts` they proved who they are; `standing`: how
 * far the session reaches.
 */
export type SignedIn = Actor & {
  packHash: string | null;
  sessionEnd: SessionEnd;
  keyboardTriage: boolean;
  /** The hints for the first time are still shown to them: until they say that they have done with them. */
  hints: boolean;
  provedLately: boolean;
  standing: Standing;
  needsFactor: boolean;
  /** Their organisation is suspended: a report about danger is all that they may send, and they read nothing. */
  suspended: boolean;
  /** What `beside` of `resolveSession` said. */
  beside: unknown;
};

type SessionRow = {
  id: string;
  shared_computer: boolean;
  last_seen_at: Date;
  idle_expires_at: Date;
  absolute_expires_at: Date;
  proved_at: Date | null;
  assurance: Assurance;
  first_factor_by_code: boolean;
  has_factor: boolean;
  factor_agreed: boolean;
  suspended: boolean;
  account_id: Id<'Account'>;
  display_name: string;
  side: string;
  organisation_id: Id<'Organisation'> | null;
  keyboard_triage: boolean;
  hints: boolean;
  roles: { role: string; areaId: Id<'Area'> | null }[];
  pack_hash: string | null;
  beside: unknown;
};

/**
 * Who the token of a cookie stands for, or null: unknown, revoked, out of time or the account no longer active.
 * A session in use is touched at most once a minute; `background`: nobody uses it, a page asks by itself. One statement:
 * every page pays for it. `factors`: whether a second factor is required of those who need one. `beside`: what else the
 * page needs of theirs, as an expression that gives JSON, where `a` is the account.
 */
export async function resolveSession(
  ctx: PublicCtx,
  token: string,
  {
    background = false,
    factors = 'required',
    beside = Prisma.sql`NULL::json`,
  }: { background?: boolean; factors?: FactorRule; beside?: Prisma.Sql } = {},
): Promise<SignedIn | null> {
  const [session] = await ctx.db.$queryRaw<SessionRow[]>`
    SELECT s.id, s.shared_computer, s.last_seen_at, s.idle_expires_at, s.absolute_expires_at, s.proved_at, s.assurance,
      a.id AS account_id, a.display_name, a.side, a.organisation_id, a.keyboard_triage, a.hints_done_at IS NULL AS hints,
      a.first_factor_by_code,
      EXISTS (SELECT 1 FROM factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS has_factor,
      coalesce(o.agreement_second_factor, false) AS factor_agreed, coalesce(o.status = 'suspended', false) AS suspended,
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'areaId', r.area_id)) FROM account_role r WHERE r.account_id = a.id), '[]') AS roles,
      (SELECT ${settingsKey} FROM force_pack p ORDER BY p.loaded_at DESC LIMIT 1) AS pack_hash,
      ${beside} AS beside
    FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN organisation o ON o.id = a.organisation_id
    WHERE s.token_hash = ${hashToken(token)} AND s.revoked_at IS NULL AND a.status = 'active'
      AND o.status IS DISTINCT FROM 'closed'`;
  const now = ctx.realTime.now();
  if (!session || now >= session.idle_expires_at || now >= session.absolute_expires_at) return null;
  const packHash = session.pack_hash;
  const force = await currentForce(ctx.db, { packHash });
  const sharedComputer = session.shared_computer;
  if (!background && now.getTime() - session.last_seen_at.getTime() >= touchEvery) {
    await ctx.db.session.updateMany({
      where: { id: session.id, revokedAt: null },
      data: { lastSeenAt: now, idleExpiresAt: expiriesAt(now, sharedComputer, force).idle },
    });
  }
  const side = session.side === 'partner' ? 'partner' : 'police';
  const roles = session.roles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : []));
  const needed = needsFactor(factors, { side, roles, agreed: session.factor_agreed });
  return {
    accountId: session.account_id,
    displayName: session.display_name,
    side,
    organisationId: session.organisation_id,
    roles,
    sessionId: session.id,
    packHash,
    sessionEnd: sessionEnd(now, { sharedComputer, absoluteExpiresAt: session.absolute_expires_at }, force),
    keyboardTriage: session.keyboard_triage,
    hints: session.hints,
    provedLately: provedLately(session.proved_at, now),
    needsFactor: needed,
    suspended: session.suspended,
    beside: session.beside,
    standing: standingOf({
      assurance: session.assurance,
      hasFactor: session.has_factor,
      needsFactor: needed,
      firstByCode: session.first_factor_by_code,
    }),
  };
}

/**
 * Whether a token that opens nothing any more belonged to a session on a shared computer: what was typed there is not
 * handed on to whoever signs in next.
 */
export async function wasOnSharedComputer(ctx: PublicCtx, token: string): Promise<boolean> {
  const session = await ctx.db.session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { sharedComputer: true },
  });
  return session?.sharedComputer ?? false;
}

/** Ends this session at once; its token opens nothing from here on. Gives how it was opened. */
export async function signOut(ctx: Ctx): Promise<'password' | 'second_factor' | 'single_sign_on' | null> {
  const id = ctx.actor.sessionId;
  if (!id) return null;
  return transaction(ctx.db, async (tx) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: ctx.realTime.now() },
      select: { assurance: true },
    });
    await tx.directorySession.deleteMany({ where: { sessionId: id } });
    await record(tx, ctx, { type: 'account.signed_out', data: {}, subject: { type: 'session', id } });
    return ended?.assurance ?? null;
  });
}

/** Moves the end of this session on, as any use of the portal does, and at once. Its longest time stays what it is. */
export async function extendSession(ctx: Ctx): Promise<void> {
  const id = ctx.actor.sessionId;
  if (!id) return;
  const now = ctx.realTime.now();
  const session = await ctx.db.session.findUnique({ where: { id }, select: { sharedComputer: true } });
  await ctx.db.session.updateMany({
    where: { id, revokedAt: null, idleExpiresAt: { gt: now } },
    data: {
      lastSeenAt: now,
      idleExpiresAt: expiriesAt(now, session?.sharedComputer ?? true, await currentForce(ctx.db, ctx)).idle,
    },
  });
}
