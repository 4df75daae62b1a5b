import { transaction } from '#app/platform/db/transaction.ts';
import { has, isRole, roles } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Forbidden, Invalid, NotFound } from '../failures.ts';

export type AccountLine = {
  id: string;
  displayName: string;
  email: string;
  side: string;
  organisation: string | null;
  status: string;
  roles: { label: string; area: string | null }[];
};
export type AccountPage = { accounts: AccountLine[]; next: string | null };

const PAGE = 50;

/** Accounts by e-mail address, a page at a time; `after` is the last address of the page before. @throws NotFound */
export async function accounts(ctx: Ctx, input: { after: string | null }): Promise<AccountPage> {
  if (!has(ctx.actor, 'administrator')) throw new NotFound();
  const areas = new Map(
    (await ctx.db.area.findMany({ select: { id: true, name: true } })).map((area) => [area.id, area.name]),
  );
  const rows = await ctx.db.account.findMany({
    where: input.after ? { email: { gt: input.after } } : {},
    orderBy: { email: 'asc' },
    take: PAGE + 1,
    include: { organisation: { select: { name: true } }, accountRoles: true },
  });
  const page = rows.slice(0, PAGE);
  return {
    accounts: page.map((row) => ({
      id: row.id,
      displayName: row.displayName,
      email: row.email,
      side: row.side,
      organisation: row.organisation?.name ?? null,
      status: row.status,
      roles: row.accountRoles.flatMap((held) =>
        isRole(held.role)
          ? [{ label: roles[held.role].label, area: held.areaId ? (areas.get(held.areaId) ?? null) : null }]
          : [],
      ),
    })),
    next: rows.length > PAGE ? (page.at(-1)?.email ?? null) : null,
  };
}

/** Suspends an account and ends its sessions at once, or restores it. A reason is kept. @throws Forbidden, Invalid, NotFound */
export async function setAccountStatus(
  ctx: Ctx,
  input: { accountId: string; to: 'suspended' | 'active'; reason: string },
): Promise<void> {
  if (!has(ctx.actor, 'administrator')) throw new Forbidden();
  if (!input.reason.trim()) throw new Invalid({ reason: 'Enter the reason' });
  if (input.accountId === ctx.actor.accountId)
    throw new Invalid({ reason: 'You cannot suspend your own account' });
  await transaction(ctx.db, async (tx) => {
    const changed = await tx.account.updateMany({
      where: { id: input.accountId, status: input.to === 'suspended' ? 'active' : 'suspended' },
      data: { status: input.to },
    });
    if (changed.count === 0) throw new NotFound();
    if (input.to === 'suspended')
      await tx.session.updateMany({
        where: { accountId: input.accountId, revokedAt: null },
        data: { revokedAt: ctx.realTime.now() },
      });
    await record(tx, ctx, {
      type: input.to === 'suspended' ? 'account.suspended' : 'account.restored',
      data: { reason: input.reason.trim().slice(0, 500) },
      subject: { type: 'account', id: input.accountId },
    });
  });
}
