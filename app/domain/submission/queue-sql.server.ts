import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Actor } from '../kernel/actor.ts';
import { type QueueView, type ViewCondition, periodOf } from './queue-views.ts';
import { isFib } from '../kernel/actor.ts';
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

/** Restriction wins: outside FIB a restricted submission is in no list. */
export const clearedFor = (actor: Actor): Prisma.Sql =>
  isFib(actor) ? Prisma.sql`true` : Prisma.sql`NOT s.restricted`;

function conditionSql(condition: ViewCondition, me: string, now: Date): Prisma.Sql {
  switch (condition.field) {
    case 'status':
      return Prisma.sql`s.status IN (${literals(condition.in)})`;
    case 'priority':
      return Prisma.sql`s.priority = ${literals([condition.is])}`;
    case 'newInformation':
      return Prisma.sql`s.new_information_at IS NOT NULL`;
    case 'claimedBy':
      return condition.is === 'nobody'
        ? Prisma.sql`s.claimed_by IS NULL`
        : Prisma.sql`s.claimed_by = ${me}::uuid`;
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
