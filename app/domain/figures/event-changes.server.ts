import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { spansAround, type Spans } from './event-spans.ts';
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

/** The change of reporting around each of these events, by the days that the database counted, in one statement. */
export async function eventChanges(
  tx: Tx,
  events: readonly Pick<PlanEventLine, 'id' | 'title' | 'happenedOn'>[],
  now: Date,
): Promise<PlanEventLine[]> {
  if (events.length === 0) return [];
  const around = events.map((event) => ({ ...event, ...spansAround(event.happenedOn, now) }));
  const days = (of: (spans: Spans) => number) => around.map(({ spans }) => forceDay(new Date(of(spans))));
  const counted = await tx.$queryRaw<{ id: string; before: number | null; after: number | null }[]>`
    SELECT e.id, (sum(c.count) FILTER (WHERE c.key < e.day))::integer AS before, (sum(c.count) FILTER (WHERE c.key > e.day))::integer AS after
    FROM unnest(${around.map(({ id }) => id)}::text[], ${days(({ before }) => before.getTime())}::text[],
        ${days(({ day }) => day.getTime())}::text[], ${days(({ end }) => end.getTime() - 1)}::text[]) AS e (id, first, day, last)
      JOIN submission_count c ON c.fact = 'day' AND c.month >= left(e.first, 7) AND c.key >= e.first AND c.key <= e.last
    GROUP BY e.id`;
  return around.map(({ id, title, happenedOn, days }) => {
    const found = counted.find((row) => row.id === id);
    return { id, title, happenedOn, days, before: found?.before ?? 0, after: found?.after ?? 0 };
  });
}
