import { transaction } from '#app/platform/db/transaction.ts';
import { namedBySeveral, type NamedBySeveral } from '../../connections/entities/named-by-several.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { isLive } from './live-reports.server.ts';
import { recordProduct, type ReadAs } from './record-product.server.ts';

export type PatternSheet = { now: Date; patterns: NamedBySeveral[]; more: boolean };

/**
 * What at least two live reports name, with the reports by reference: for the tactical tasking and coordination group, made by
 * FIB from what it may read. Nobody who reported is named. @throws NotFound
 */
export async function patternSheet(ctx: Ctx, { as }: { as: ReadAs }): Promise<PatternSheet> {
  if (!may(ctx.actor, 'products.patterns')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const { named, more } = await namedBySeveral(tx, ctx, isLive(ctx));
    await recordProduct(tx, ctx, {
      product: 'pattern sheet',
      as,
      shown: named.flatMap(({ submissionIds }) => submissionIds),
    });
    return { now: ctx.clock.now(), patterns: named, more };
  });
}
