import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { spansAround } from './event-spans.ts';
import type { Span } from './volume-rows.ts';

/** A dated event of the plan, and submissions in the same number of whole days before and after its day. */
export type PlanEventLine = {
  id: string;
  title: string;
  happenedOn: Date;
  days: number;
  before: number;
  after: number;
};

/** The events of a plan in a span, in their order. */
export const eventsIn = ({ from, to }: Span) =>
  ({
    where: { happenedOn: { gte: from, lt: to } },
    orderBy: { happenedOn: 'asc' },
    select: { id: true, title: true, happenedOn: true },
  }) satisfies Prisma.PlanEventFindManyArgs;

/** The change of reporting around each of these events, counted in one statement. */
export async function eventChanges(
  tx: Tx,
  events: readonly Pick<PlanEventLine, 'id' | 'title' | 'happenedOn'>[],
  now: Date,
): Promise<PlanEventLine[]> {
  if (events.length === 0) return [];
  const around = events.map((event) => ({ ...event, ...spansAround(event.happenedOn, now) }));
  const instants = (of: keyof (typeof around)[number]['spans']) =>
    around.map(({ spans }) => spans[of].toISOString());
  const counted = await tx.$queryRaw<{ id: string; before: number; after: number }[]>`
    SELECT e.id, count(*) FILTER (WHERE s.submitted_at < e.day)::int AS before, count(*) FILTER (WHERE s.submitted_at >= e.after)::int AS after
    FROM unnest(${around.map(({ id }) => id)}::text[], ${instants('before')}::text[]::timestamptz[], ${instants('day')}::text[]::timestamptz[],
        ${instants('after')}::text[]::timestamptz[], ${instants('end')}::text[]::timestamptz[]) AS e (id, first, day, after, last)
      JOIN counted_submission s ON s.submitted_at >= e.first AND s.submitted_at < e.last
    GROUP BY e.id`;
  return around.map(({ id, title, happenedOn, days }) => {
    const { before = 0, after = 0 } = counted.find((row) => row.id === id) ?? {};
    return { id, title, happenedOn, days, before, after };
  });
}
