import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Side } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { changeShown, type ShownAccount } from '../people/accounts/shown-account.server.ts';
import { endSessions } from '../people/accounts/own-sessions.server.ts';
import { fromDirectory, signsInHere } from '../people/accounts/signs-in-here.ts';
import { askForSecond } from '../people/roles/ask-for-roles.server.ts';
import { roleCode, roleLines, type RoleLine } from '../people/roles/role-lines.ts';
import { handOn } from './hand-on.server.ts';
import { areasAreThere, roleProblems, type WantedRole } from '../people/roles/role-problems.server.ts';

/** What the page of an account's roles shows. `asked` waits for a second administrator. */
export type AccountRoles = {
  accountId: Id<'Account'>;
  version: number;
  displayName: string;
  side: Side;
  signsInHere: boolean;
  held: WantedRole[];
  asked: WantedRole[];
  heldLines: RoleLine[];
  askedLines: RoleLine[];
  areas: { id: string; name: string }[];
};

/** @throws NotFound */
export async function readRoles(
  ctx: Ctx,
  { accountId }: { accountId: Id<'Account'> },
): Promise<AccountRoles> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const withArea = { include: { area: { select: { name: true } } } } as const;
  const row = await ctx.db.account.findUnique({
    where: { id: accountId },
    include: {
      accountRoles: withArea,
      roleRequests: { where: { decision: null }, take: 1, include: { roles: withArea } },
    },
  });
  if (!row) throw new NotFound();
  const asked = row.roleRequests[0]?.roles ?? [];
  return {
    accountId,
    version: row.version,
    displayName: row.displayName,
    side: row.side,
    signsInHere: signsInHere(ctx, row),
    held: row.accountRoles.map(({ role, areaId }) => ({ role, areaId })),
    asked: asked.map(({ role, areaId }) => ({ role, areaId })),
    heldLines: roleLines(row.accountRoles),
    askedLines: roleLines(asked),
    areas: await ctx.db.area.findMany({
      where: { OR: [{ validTo: null }, { validTo: { gt: ctx.clock.now() } }] },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
  };
}

/**
 * Gives an account the roles that are wanted and takes what is not. What is taken ends at once, with every session but that of
 * whoever does it, and what they hold and may hold no longer goes back to its queue. A partner's role is given at once too; what an account of the police is to get beyond what it holds is asked
 * for, and given by a second administrator. @throws Forbidden, NotFound, Invalid, Conflict when it is no longer as shown
 */
export async function changeRoles(
  ctx: Ctx,
  { roles: wanted, ...shown }: ShownAccount & { roles: readonly WantedRole[] },
): Promise<'roles' | 'roles-asked'> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
  const { accountId } = shown;
  return transaction(ctx.db, async (tx) => {
    await changeShown(tx, shown);
    const { accountRoles, ...account } = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      include: { accountRoles: true },
    });
    if (!signsInHere(ctx, account)) throw new Conflict(fromDirectory);
    const { side } = account;
    const errors = roleProblems(side, wanted);
    if (!errors.areaId && !(await areasAreThere(tx, ctx, wanted)))
      errors.areaId = 'Select areas of the force';
    if (accountId === ctx.actor.accountId && !wanted.some(({ role }) => role === 'administrator'))
      errors.roles = 'You cannot take your own role of administrator, so that one always remains';
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    const [held, asks] = [new Set(accountRoles.map(roleCode)), new Set(wanted.map(roleCode))];
    const taken = accountRoles.filter((role) => !asks.has(roleCode(role)));
    const given = wanted.filter((role) => !held.has(roleCode(role)));
    await tx.accountRole.deleteMany({ where: { id: { in: taken.map(({ id }) => id) } } });
    if (taken.length > 0) {
      const but = accountId === ctx.actor.accountId ? ctx.actor.sessionId : null;
      await endSessions(tx, ctx.realTime.now(), { accountId, but });
      if (side === 'police') await handOn(tx, ctx, { accountId, handTo: null, why: 'roles' });
    }
    if (side === 'partner')
      await tx.accountRole.createMany({
        data: given.map(({ role }) => ({ id: randomUUID(), accountId, role })),
        skipDuplicates: true,
      });
    else await askForSecond(tx, ctx, accountId, { roles: given });
    if (taken.length > 0 || (side === 'partner' && given.length > 0))
      await record(tx, ctx, {
        type: 'account.roles_changed',
        data: { roles: wanted.map(roleCode).filter((code) => side === 'partner' || held.has(code)) },
        subject: { type: 'account', id: accountId },
      });
    return side === 'police' && given.length > 0 ? 'roles-asked' : 'roles';
  });
}
