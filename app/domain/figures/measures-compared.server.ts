import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { BeforeAfter } from './compared.ts';
import { measureOf, measuredIn, receivedIn, type MeasureCode } from './measures.server.ts';
import type { Span } from './volume-rows.ts';

/** `people` of a measure that has a number: how many, of the later window. */
export type MeasureCompared = BeforeAfter & { people: number | null };

/** What these measures count in two windows of the same length, the earlier one first, in one pass over both. */
export async function measuresCompared<Code extends MeasureCode>(
  tx: Tx,
  codes: readonly Code[],
  { before, after }: { before: Span; after: Span },
  now: Date,
): Promise<Record<Code, MeasureCompared>> {
  const [isBefore, isAfter] = [receivedIn(before), receivedIn(after)];
  const columns = codes.map((code) => {
    const { counts, people } = measureOf(code);
    const sum = people ? Prisma.sql`coalesce(sum(${people}) FILTER (WHERE ${isAfter}), 0)` : Prisma.sql`NULL`;
    return Prisma.sql`'${Prisma.raw(code)}', jsonb_build_object('before', count(*) FILTER (WHERE ${counts} AND ${isBefore}),
      'after', count(*) FILTER (WHERE ${counts} AND ${isAfter}), 'people', ${sum})`;
  });
  const whole = { from: before.from, to: after.to };
  const [row] = await tx.$queryRaw<{ counts: Record<Code, MeasureCompared> }[]>`
    SELECT jsonb_build_object(${Prisma.join(columns)}) AS counts FROM ${measuredIn(whole, now)} WHERE ${receivedIn(whole)}`;
  if (!row) throw new Error('A count has a row.');
  return row.counts;
}
