/** Where a plan is in its life, in one word for a page. "In force" is the published plan of today. */
export const planStates = {
  draft: 'Draft',
  to_come: 'To come',
  in_force: 'In force',
  over: 'Over, not closed',
  closed: 'Closed',
} as const;
export type PlanState = keyof typeof planStates;

type Life = { publishedAt: Date | null; closedAt: Date | null; firstDay: Date };

/** `next` is the first day of the published plan that follows it, null where there is none. */
export function planState(
  { publishedAt, closedAt, firstDay }: Life,
  next: Date | null,
  today: Date,
): PlanState {
  if (publishedAt === null) return 'draft';
  if (closedAt !== null) return 'closed';
  if (firstDay > today) return 'to_come';
  return next !== null && next <= today ? 'over' : 'in_force';
}
