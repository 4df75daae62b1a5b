import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { roleLines, type RoleLine } from '../roles/role-lines.ts';
import { shownStatus } from './read-account.server.ts';

export type AccountLine = {
  id: string;
  displayName: string;
  email: string;
  side: string;
  organisation: string | null;
  status: string;
  roles: RoleLine[];
};
export type AccountPage = { accounts: AccountLine[]; next: string | null };

const PAGE = 50;

/** Accounts by e-mail address, a page at a time; `after` is the last address of the page before. @throws NotFound */
export async function accounts(ctx: Ctx, input: { after: string | null }): Promise<AccountPage> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const rows = await ctx.db.account.findMany({
    where: input.after ? { email: { gt: input.after } } : {},
    orderBy: { email: 'asc' },
    take: PAGE + 1,
    include: {
      organisation: { select: { name: true } },
      directoryIdentity: { select: { accountId: true } },
      accountRoles: { include: { area: { select: { name: true } } } },
    },
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
      roles: roleLines(row.accountRoles),
    })),
    next: rows.length > PAGE ? (page.at(-1)?.email ?? null) : null,
  };
}
