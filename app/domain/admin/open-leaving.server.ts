import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may, permissions } from '../kernel/permissions.ts';
import { queueMembers } from '../people/duty/queue-people.server.ts';
import { roleLines, type RoleLine } from '../people/roles/role-lines.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { openMember, type Member } from './open-member.server.ts';

/** What an officer holds, in numbers: whoever looks after accounts reads no submission. */
export type Held = {
  submissions: { queue: string; count: number; high: number; contactsDue: number }[];
  tasks: number;
  planItems: number;
  /** Reports that they entered for partners and did not send, and how many of those say danger. */
  drafts: { count: number; danger: number };
  duties: number;
  /** A request for roles or another address waits for them. */
  request: boolean;
};

export type Leaving = {
  account: { id: string; version: number; displayName: string; email: string };
  colleagues: { id: string; displayName: string }[];
} & (
  | {
      side: 'police';
      held: Held;
      /** Queues and roles that would have nobody who can sign in. */
      alone: { queues: string[]; roles: RoleLine[] };
    }
  | { side: 'partner'; waits: Pick<Member, 'notSent' | 'asked'> }
);

/** The checklist for somebody who leaves, before their account is suspended. @throws NotFound */
export async function openLeaving(ctx: Ctx, { accountId }: { accountId: Id<'Account'> }): Promise<Leaving> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const row = await ctx.db.account.findFirst({
    where: { id: accountId, status: 'active', NOT: { id: ctx.actor.accountId } },
  });
  if (!row) throw new NotFound();
  const { id, version, displayName, email, organisationId } = row;
  const account = { id, version, displayName, email };
  if (organisationId !== null) {
    const { colleagues, ...waits } = await openMember(ctx, { accountId });
    return { account, side: 'partner', colleagues, waits };
  }
  return transaction(ctx.db, async (tx) => ({
    account,
    side: 'police',
    held: await heldBy(tx, ctx, accountId),
    alone: await onlyTheirs(tx, accountId),
    colleagues: await tx.account.findMany({
      where: {
        side: 'police',
        status: 'active',
        id: { not: accountId },
        accountRoles: { some: { role: { in: [...permissions['tasks.work']] } } },
      },
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
      select: { id: true, displayName: true },
    }),
  }));
}

type Counts = Omit<Held, 'submissions' | 'drafts'> & { drafts: number; danger: number };

async function heldBy(tx: Tx, ctx: Ctx, accountId: Id<'Account'>): Promise<Held> {
  const submissions = await tx.$queryRaw<Held['submissions']>`
    SELECT q.name AS queue, count(*)::int AS count, count(*) FILTER (WHERE s.priority = 'high')::int AS high,
      count(c.next_on)::int AS "contactsDue"
    FROM submission s JOIN queue q ON q.id = s.primary_queue_id LEFT JOIN contact_due c ON c.submission_id = s.id
    WHERE s.claimed_by = ${accountId}::uuid AND ${isOpen} GROUP BY q.name ORDER BY q.name`;
  const [counts] = await tx.$queryRaw<[Counts]>`
    SELECT
      (SELECT count(*)::int FROM task t WHERE t.owner_account_id = ${accountId}::uuid AND t.state = 'open') AS tasks,
      (SELECT count(*)::int FROM plan_item i JOIN plan p ON p.id = i.plan_id AND p.closed_at IS NULL WHERE ${accountId}::uuid = (
        SELECT o.account_id FROM plan_item_owner o WHERE o.plan_item_id = i.id ORDER BY o.number DESC LIMIT 1)) AS "planItems",
      (SELECT count(*)::int FROM draft d WHERE d.account_id = ${accountId}::uuid) AS drafts,
      (SELECT count(*)::int FROM draft d WHERE d.account_id = ${accountId}::uuid AND d.says_danger) AS danger,
      (SELECT count(*)::int FROM duty_list_entry e
        WHERE e.account_id = ${accountId}::uuid AND (e.valid_to IS NULL OR e.valid_to > ${ctx.clock.now()})) AS duties,
      EXISTS (SELECT 1 FROM role_request r WHERE r.account_id = ${accountId}::uuid AND r.decision IS NULL) AS request`;
  const { drafts, danger, ...rest } = counts;
  return { submissions, drafts: { count: drafts, danger }, ...rest };
}

async function onlyTheirs(
  tx: Tx,
  accountId: Id<'Account'>,
): Promise<{ queues: string[]; roles: RoleLine[] }> {
  const members = await queueMembers(tx);
  const others = (queue: string) => members.some((one) => one.queue === queue && one.accountId !== accountId);
  const held = await tx.accountRole.findMany({
    // Of those who work on a queue, the queue is said.
    where: { accountId, role: { notIn: ['fib_officer', 'spoc'] } },
    include: { area: { select: { name: true } } },
  });
  const otherRoles = await tx.accountRole.findMany({
    where: {
      accountId: { not: accountId },
      account: { status: 'active' },
      role: { in: held.map(({ role }) => role) },
    },
    select: { role: true, areaId: true },
  });
  return {
    queues: members
      .filter((one) => one.accountId === accountId && !others(one.queue))
      .map(({ queue }) => queue),
    roles: roleLines(
      held.filter(
        ({ role, areaId }) => !otherRoles.some((other) => other.role === role && other.areaId === areaId),
      ),
    ),
  };
}
