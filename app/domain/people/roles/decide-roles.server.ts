import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { leaveOldAddress, tookTheSameAddress } from '../accounts/move-address.server.ts';
import { changeShown } from '../accounts/shown-account.server.ts';
import { fromDirectory, signsInHere } from '../accounts/signs-in-here.ts';
import { roleCode, roleLines, type RoleLine } from './role-lines.ts';

const longestReason = 500;

/** `expectedVersion` is that of the account: who gets the roles, at which address, is part of what is decided. */
export type DecisionInput = {
  requestId: Id<'RoleRequest'>;
  expectedVersion: number;
  decision: 'approved' | 'refused' | 'withdrawn';
  /** Why it is refused. */
  reason: string;
};

/**
 * Decides a request for roles or another address: another administrator than whoever asked or gets them approves or refuses
 * it, and whoever asked may withdraw it. It holds at once, and an account that waited for its roles is invited.
 * @throws Forbidden, NotFound, Invalid, Conflict when it was decided or the account has changed
 */
export async function decideRoles(ctx: Ctx, input: DecisionInput): Promise<void> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
  const reason = input.reason.trim();
  if (input.decision === 'refused' && !reason) throw new Invalid({ reason: 'Enter why it is refused' });
  if (reason.length > longestReason)
    throw new Invalid({ reason: `Reason must be ${longestReason} characters or less` });
  await deciding(ctx, async (tx) => {
    const request = await tx.roleRequest.findUnique({ where: { id: input.requestId } });
    if (!request) throw new NotFound();
    const own = [request.askedBy, request.accountId].includes(ctx.actor.accountId);
    if (own !== (input.decision === 'withdrawn')) throw new Forbidden();
    const { accountId } = request;
    await changeShown(tx, { accountId, expectedVersion: input.expectedVersion });
    const by = { decidedBy: ctx.actor.accountId, invitedBy: request.askedBy, reason };
    await decide(tx, ctx, input.requestId, { ...by, decision: input.decision });
  });
}

/** A request as the command lists it, for whoever runs it to see what they decide. */
export type WaitingRoles = {
  email: string;
  /** The address that the account is to have; null where that stays. */
  newEmail: string | null;
  displayName: string;
  roles: RoleLine[];
  askedBy: string;
};

/** Every request that waits and that nobody on the portal could decide: no administrator but who asked or gets the roles. */
export async function rolesForTheServer(ctx: SystemCtx): Promise<WaitingRoles[]> {
  return transaction(ctx.db, async (tx) => (await undecidable(tx)).map(({ line }) => line));
}

/**
 * Approves the request for the account with this address from the server's command, which counts as the second person
 * where there is no other administrator. @throws Invalid
 */
export async function approveRolesOnServer(ctx: SystemCtx, email: string): Promise<WaitingRoles> {
  return deciding(ctx, async (tx) => {
    const waiting = (await undecidable(tx)).find(({ line }) => line.email === email.trim().toLowerCase());
    if (!waiting)
      throw new Invalid({
        email:
          'No request for roles of this address waits for the server: where another administrator is active, they decide it on the portal',
      });
    const { request, line } = waiting;
    await changeShown(tx, { accountId: request.accountId, expectedVersion: request.version });
    const by = { decidedBy: null, invitedBy: request.askedBy, reason: '' };
    await decide(tx, ctx, request.id, { ...by, decision: 'approved' });
    return line;
  });
}

async function undecidable(tx: Tx) {
  const administrators = await roleHolders(tx, 'administrator');
  const rows = await tx.roleRequest.findMany({
    where: { decision: null },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    include: {
      account: { select: { email: true, displayName: true, version: true } },
      askedByAccount: { select: { displayName: true } },
      roles: { include: { area: { select: { name: true } } } },
    },
  });
  return rows
    .filter(({ askedBy, accountId }) => administrators.every((id) => id === askedBy || id === accountId))
    .map(({ id, askedBy, accountId, email, account: { version, ...account }, askedByAccount, roles }) => ({
      request: { id, askedBy, accountId, version },
      line: { ...account, newEmail: email, roles: roleLines(roles), askedBy: askedByAccount.displayName },
    }));
}

/** A transaction whose decision gives an address that another account may have meanwhile. @throws Conflict */
const deciding = <Answer>(ctx: Pick<Ctx, 'db'>, work: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  transaction(ctx.db, work).catch((failure: unknown) => {
    throw tookTheSameAddress(failure)
      ? new Conflict('Another account has this address now, so nothing was done. Refuse the request')
      : failure;
  });

async function decide(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  requestId: Id<'RoleRequest'>,
  {
    decision,
    decidedBy,
    invitedBy,
    reason,
  }: {
    decision: DecisionInput['decision'];
    decidedBy: Id<'Account'> | null;
    invitedBy: string;
    reason: string;
  },
): Promise<void> {
  const decided = await tx.roleRequest.updateManyAndReturn({
    where: { id: requestId, decision: null },
    data: { decision, decidedBy, decidedAt: ctx.realTime.now(), reason: reason || null },
  });
  const [request] = decided;
  if (!request) throw new Conflict('This request has been decided meanwhile. The page now shows how');
  const { accountId, email } = request;
  const asked = await tx.roleRequestRole.findMany({ where: { requestId } });
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  if (decision === 'approved' && asked.length > 0 && !signsInHere(ctx, account))
    throw new Conflict(fromDirectory);
  if (decision === 'approved') {
    await tx.accountRole.createMany({
      data: asked.map(({ role, areaId }) => ({ id: randomUUID(), accountId, role, areaId })),
      skipDuplicates: true,
    });
    if (email !== null) {
      const before = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
      await tx.account.update({ where: { id: accountId }, data: { email } });
      await leaveOldAddress(tx, ctx, before, email);
    }
    // Of an account that is open, the job sends none.
    await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy } });
  }
  await record(tx, ctx, {
    type: 'account.roles_decided',
    data: { decision, roles: asked.map(roleCode), ...(email === null ? {} : { address: true }) },
    subject: { type: 'account', id: accountId },
  });
}
