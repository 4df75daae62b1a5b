import { isRole, roles } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { shownStatus } from './read-account.server.ts';

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
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
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
      status: shownStatus(row),
      roles: row.accountRoles.flatMap((held) =>
        isRole(held.role)
          ? [{ label: roles[held.role].label, area: held.areaId ? (areas.get(held.areaId) ?? null) : null }]
          : [],
      ),
    })),
    next: rows.length > PAGE ? (page.at(-1)?.email ?? null) : null,
  };
}
