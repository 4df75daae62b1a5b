import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../kernel/context.ts';
import { type QueueView, type ViewCondition, periodOf } from './queue-views.ts';
import { isFib, isFibSupervisor } from '../kernel/actor.ts';
import { isOnDutySql } from '../people/duty/on-duty.server.ts';
import { finalStatuses } from '../kernel/statuses.ts';

/**
 * The views of a queue as SQL on `submission s`. Constants are written as literals, since only then can the planner use
 * the partial indexes of open submissions.
 */
const literals = (codes: readonly string[]): Prisma.Sql => {
  if (!codes.every((code) => /^[a-z_]+$/.test(code))) throw new Error('Only codes are written as literals.');
  return Prisma.raw(codes.map((code) => `'${code}'`).join(', '));
};

export const isOpen = Prisma.sql`s.status NOT IN (${literals(finalStatuses)})`;

/** Restriction wins: the twin of `clearedFor` (submission-access.ts), and a restricted submission is in no other list. */
export function clearedFor({ actor, clock }: Pick<Ctx, 'actor' | 'clock'>): Prisma.Sql {
  if (!isFib(actor)) return Prisma.sql`NOT s.restricted`;
  if (isFibSupervisor(actor)) return Prisma.sql`true`;
  return Prisma.sql`(NOT s.restricted OR NOT EXISTS (SELECT 1 FROM submission_access x WHERE x.submission_id = s.id)
    OR EXISTS (SELECT 1 FROM submission_access x
      WHERE x.submission_id = s.id AND x.account_id = ${actor.accountId}::uuid AND x.removed_at IS NULL)
    OR (s.priority = 'high' AND ${isOnDutySql(actor, clock.now())}))`;
}

function conditionSql(condition: ViewCondition, me: string, now: Date): Prisma.Sql {
  switch (condition.field) {
    case 'status':
      return Prisma.sql`s.status IN (${literals(condition.in)})`;
    case 'priority':
      return Prisma.sql`s.priority = ${literals([condition.is])}`;
    case 'newInformation':
      return Prisma.sql`s.new_information_at IS NOT NULL`;
    case 'claimedBy':
      if (condition.is === 'somebody') return Prisma.sql`s.claimed_by IS NOT NULL`;
      return condition.is === 'nobody'
        ? Prisma.sql`s.claimed_by IS NULL`
        : Prisma.sql`s.claimed_by = ${me}::uuid`;
    case 'partnerAsked':
      return condition.is ? Prisma.sql`s.status = 'clarification'` : Prisma.sql`s.status <> 'clarification'`;
    default: {
      const column = condition.field === 'dueAt' ? Prisma.sql`s.due_at` : Prisma.sql`s.closed_at`;
      const { from, before } = periodOf(condition.within, now);
      const bounds = [Prisma.sql`${column} IS NOT NULL`];
      if (from) bounds.push(Prisma.sql`${column} >= ${from}`);
      if (before) bounds.push(Prisma.sql`${column} < ${before}`);
      return Prisma.join(bounds, ' AND ');
    }
  }
}

/** The condition that a submission in the view's scope belongs to it. */
export function viewSql(view: QueueView, me: string, now: Date): Prisma.Sql {
  const conditions = view.where.map((condition) => conditionSql(condition, me, now));
  const all = view.order === 'working' ? [isOpen, ...conditions] : conditions;
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, ' AND ');
}
