import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import { roleLines, type RoleLine } from './role-lines.ts';

export type RoleRequestLine = {
  id: string;
  displayName: string;
  email: string;
  /** The address that the account is to have; null where that stays. */
  newEmail: string | null;
  roles: RoleLine[];
  askedBy: string;
  /** Real time. */
  askedAt: Date;
  /** It takes somebody else than whoever asked and whom it is for. */
  own: boolean;
};

const PAGE = 50;
const withArea = { include: { area: { select: { name: true } } } } as const;

/** Requests for roles that wait, the oldest first; `after` is `next` of the page before. @throws NotFound */
export async function roleRequests(
  ctx: Ctx,
  input: { after: string | null },
): Promise<{ requests: RoleRequestLine[]; next: string | null }> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const after = decodeCursor(input.after);
  const rows = await ctx.db.roleRequest.findMany({
    where: {
      decision: null,
      ...(after ? { OR: [{ askedAt: { gt: after.at } }, { askedAt: after.at, id: { gt: after.id } }] } : {}),
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
    include: {
      account: { select: { id: true, displayName: true, email: true } },
      askedByAccount: { select: { displayName: true } },
      roles: withArea,
    },
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    requests: page.map((row) => ({
      id: row.id,
      displayName: row.account.displayName,
      email: row.account.email,
      newEmail: row.email,
      roles: roleLines(row.roles),
      askedBy: row.askedByAccount.displayName,
      askedAt: row.askedAt,
      own: [row.askedBy, row.accountId].includes(ctx.actor.accountId),
    })),
    next:
      rows.length > PAGE && last ? encodeCursor({ priorityRank: 0, at: last.askedAt, id: last.id }) : null,
  };
}

/** One request, with what its account holds now. `version` is the account's: a decision is on the account as shown. */
export type RoleRequestView = RoleRequestLine & {
  accountId: string;
  version: number;
  /** `invited` and the like. */
  status: string;
  held: RoleLine[];
  /** Null while it waits; `by` null where it was decided on the server. */
  decided: { decision: string; by: string | null; at: Date; reason: string | null } | null;
};

/** @throws NotFound */
export async function readRoleRequest(
  ctx: Ctx,
  { requestId }: { requestId: Id<'RoleRequest'> },
): Promise<RoleRequestView> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const row = await ctx.db.roleRequest.findUnique({
    where: { id: requestId },
    include: {
      account: { include: { accountRoles: withArea } },
      askedByAccount: { select: { displayName: true } },
      decidedByAccount: { select: { displayName: true } },
      roles: withArea,
    },
  });
  if (!row) throw new NotFound();
  const { account, decision, decidedAt, reason } = row;
  return {
    id: row.id,
    accountId: account.id,
    version: account.version,
    status: account.status,
    displayName: account.displayName,
    email: account.email,
    newEmail: row.email,
    held: roleLines(account.accountRoles),
    roles: roleLines(row.roles),
    askedBy: row.askedByAccount.displayName,
    askedAt: row.askedAt,
    own: [row.askedBy, row.accountId].includes(ctx.actor.accountId),
    decided:
      decision && decidedAt
        ? { decision, by: row.decidedByAccount?.displayName ?? null, at: decidedAt, reason }
        : null,
  };
}
