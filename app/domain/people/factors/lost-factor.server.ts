import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { endSessions } from '../accounts/own-sessions.server.ts';
import { makeCodes } from './recovery-codes.server.ts';

/** That somebody has lost their second factor, as administrators see it. Real times. */
type LossLine = {
  id: Id<'FactorLoss'>;
  accountId: Id<'Account'>;
  displayName: string;
  email: string;
  askedBy: string;
  askedAt: Date;
  reason: string;
  /** It takes somebody else than whoever asked and whom it is for. */
  own: boolean;
};

const asked = {
  include: {
    account: { select: { displayName: true, email: true } },
    askedByAccount: { select: { displayName: true } },
  },
} as const;

type Asked = {
  id: Id<'FactorLoss'>;
  accountId: Id<'Account'>;
  askedBy: Id<'Account'>;
  askedAt: Date;
  reason: string;
  account: { displayName: string; email: string };
  askedByAccount: { displayName: string };
};

const lineOf = ({ account, askedByAccount, askedBy, ...row }: Asked, by: string | null): LossLine => ({
  id: row.id,
  accountId: row.accountId,
  ...account,
  askedBy: askedByAccount.displayName,
  askedAt: row.askedAt,
  reason: row.reason,
  own: by === askedBy || by === row.accountId,
});

/** What waits for a second person, the oldest first. @throws NotFound */
export async function lossesWaiting(ctx: Ctx): Promise<LossLine[]> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const rows = await ctx.db.factorLoss.findMany({
    where: { decision: null },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: 100,
    ...asked,
  });
  return rows.map((row) => lineOf(row, ctx.actor.accountId));
}

/** An account with its second factors, and what waits about them. @throws NotFound */
export async function factorsOfAccount(ctx: Ctx, { accountId }: { accountId: Id<'Account'> }) {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const account = await ctx.db.account.findUnique({
    where: { id: accountId },
    select: {
      displayName: true,
      email: true,
      status: true,
      factors: { where: { confirmedAt: { not: null } }, select: { kind: true, name: true } },
      factorLosses: { where: { decision: null }, ...asked },
    },
  });
  if (!account) throw new NotFound();
  const { factorLosses, ...rest } = account;
  const waiting = factorLosses[0];
  return {
    ...rest,
    own: accountId === ctx.actor.accountId,
    waiting: waiting ? lineOf(waiting, ctx.actor.accountId) : null,
  };
}

/** People of a partner lead's organisation for whom the lead may ask: themselves not. @throws NotFound */
export async function colleaguesWithAccount(ctx: Ctx): Promise<{ id: Id<'Account'>; displayName: string }[]> {
  const { accountId, organisationId } = ctx.actor;
  if (!may(ctx.actor, 'organisation.lead') || organisationId === null) throw new NotFound();
  return ctx.db.account.findMany({
    where: { organisationId, status: 'active', id: { not: accountId } },
    orderBy: [{ displayName: 'asc' }, { email: 'asc' }],
    select: { id: true, displayName: true },
  });
}

/**
 * Asks that somebody may set up a second factor anew, as theirs is lost: an administrator for anybody else, a partner lead for
 * their own colleagues. Nothing changes before a second person has decided. @throws Forbidden, NotFound, Conflict
 */
export async function askForNewFactor(
  ctx: Ctx,
  { accountId, reason }: { accountId: Id<'Account'>; reason: string },
): Promise<void> {
  const { actor } = ctx;
  const manages = may(actor, 'accounts.manage');
  if ((!manages && !may(actor, 'organisation.lead')) || accountId === actor.accountId) throw new Forbidden();
  await transaction(ctx.db, async (tx) => {
    const [account] = await tx.$queryRaw<{ organisation_id: Id<'Organisation'> | null }[]>`
      SELECT organisation_id FROM account WHERE id = ${accountId}::uuid AND status = 'active' FOR NO KEY UPDATE`;
    if (!account || (!manages && account.organisation_id !== actor.organisationId)) throw new NotFound();
    const before = await tx.factorLoss.count({ where: { accountId, decision: null } });
    if (before > 0) throw new Conflict('Somebody has already asked for this. It is waiting for a decision');
    await tx.factorLoss.create({
      data: {
        id: newId<'FactorLoss'>(),
        accountId,
        askedBy: actor.accountId,
        askedAt: ctx.realTime.now(),
        reason,
      },
    });
    await record(tx, ctx, {
      type: 'account.factor_lost',
      data: { reason },
      subject: { type: 'account', id: accountId },
    });
    for (const decider of await roleHolders(tx, 'administrator'))
      if (decider !== actor.accountId && decider !== accountId)
        await enqueue(tx, { name: 'send-mail', data: { kind: 'factor-lost', accountId: decider } });
  });
}

type LossDecision = 'approved' | 'refused' | 'withdrawn';

/**
 * Decides it: another administrator than whoever asked or lost it approves or refuses, and whoever asked may withdraw. Approved,
 * every factor and session of the account ends, its owner is told by mail, and the code is given with which they set up the
 * next: once, to be told in person or by telephone. @throws Forbidden, NotFound, Conflict
 */
export async function decideNewFactor(
  ctx: Ctx,
  { lossId, decision }: { lossId: Id<'FactorLoss'>; decision: LossDecision },
): Promise<string | null> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
  return transaction(ctx.db, async (tx) => {
    const loss = await tx.factorLoss.findUnique({ where: { id: lossId } });
    if (!loss) throw new NotFound();
    const own = [loss.askedBy, loss.accountId].includes(ctx.actor.accountId);
    if (own !== (decision === 'withdrawn')) throw new Forbidden();
    return decide(tx, ctx, lossId, { decision, decidedBy: ctx.actor.accountId });
  });
}

/** Every request that nobody on the portal could decide: no administrator but who asked or lost it. */
export function lossesForTheServer(ctx: SystemCtx): Promise<LossLine[]> {
  return transaction(ctx.db, undecidable);
}

/** Approves the one for this address on the server, which counts as the second person there. Gives the code. @throws Invalid */
export async function newFactorOnServer(ctx: SystemCtx, email: string): Promise<string> {
  return transaction(ctx.db, async (tx) => {
    const waiting = (await undecidable(tx)).find((line) => line.email === email.trim().toLowerCase());
    const code = waiting && (await decide(tx, ctx, waiting.id, { decision: 'approved', decidedBy: null }));
    if (!code)
      throw new Invalid({
        email:
          'No lost second factor of this address waits for the server: where another administrator is active, they decide it on the portal',
      });
    return code;
  });
}

async function undecidable(tx: Tx): Promise<LossLine[]> {
  const administrators = await roleHolders(tx, 'administrator');
  const rows = await tx.factorLoss.findMany({
    where: { decision: null },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    ...asked,
  });
  return rows
    .filter(({ askedBy, accountId }) => administrators.every((id) => id === askedBy || id === accountId))
    .map((row) => lineOf(row, null));
}

async function decide(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  lossId: Id<'FactorLoss'>,
  { decision, decidedBy }: { decision: LossDecision; decidedBy: Id<'Account'> | null },
): Promise<string | null> {
  const now = ctx.realTime.now();
  const [decided] = await tx.factorLoss.updateManyAndReturn({
    where: { id: lossId, decision: null },
    data: { decision, decidedBy, decidedAt: now },
  });
  if (!decided) throw new Conflict('This has been decided meanwhile. The page now shows how it stands');
  const { accountId } = decided;
  await record(tx, ctx, {
    type: 'account.factor_loss_decided',
    data: { decision },
    subject: { type: 'account', id: accountId },
  });
  if (decision !== 'approved') return null;
  await tx.factor.deleteMany({ where: { accountId } });
  await tx.account.update({ where: { id: accountId }, data: { firstFactorByCode: true } });
  await endSessions(tx, now, { accountId, but: null });
  await enqueue(tx, { name: 'send-mail', data: { kind: 'factor-starts-anew', accountId } });
  const [code = ''] = await makeCodes(tx, { accountId, now, count: 1 });
  return code;
}
