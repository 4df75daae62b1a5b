import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { namedBySeveral, type NamedBySeveral } from '../connections/entities/named-by-several.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { receivedIn } from './measures.server.ts';
import { spanOf, type Period } from './period.ts';

export type Repeats = { named: NamedBySeveral[]; more: boolean };

/** What more than one report of a period names. Looking is recorded with what it showed. @throws NotFound */
export async function repeats(ctx: Ctx, period: Period): Promise<Repeats> {
  if (!may(ctx.actor, 'repeats.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const found = await namedBySeveral(tx, ctx, receivedIn(spanOf(period)));
    await record(tx, ctx, {
      type: 'report.viewed',
      data: {
        report: 'repeats',
        months: `${period.first} to ${period.last}`,
        shown: found.named.map(({ id }) => id),
      },
    });
    return found;
  });
}
