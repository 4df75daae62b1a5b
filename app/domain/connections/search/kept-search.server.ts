import type { z } from 'zod';
import { open, seal } from '#app/platform/crypto/envelope.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { searchKeptHours } from './sought.ts';

const keptFor = searchKeptHours * 60 * 60_000;

const placeOf = (row: Id<'KeptSearch'>) => ({ table: 'kept_search', row, column: 'sought' });

/** Keeps what the actor looks for, sealed, so that its results have an address without a word of it: reports, or accounts. @throws NotFound */
export async function keepSearch(ctx: Ctx, sought: object): Promise<Id<'KeptSearch'>> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  const id = newId<'KeptSearch'>();
  const expiresAt = new Date(ctx.realTime.now().getTime() + keptFor);
  await ctx.db.keptSearch.create({
    data: {
      id,
      accountId: ctx.actor.accountId,
      sought: seal(ctx.keyring, JSON.stringify(sought), placeOf(id)),
      expiresAt,
    },
  });
  return id;
}

/**
 * What the actor looked for, and nobody else, on a page whose searches are `as`. Null where there is no such search, or none
 * any more: pages answer all of these alike.
 */
export async function keptSearch<Sought>(
  ctx: Ctx,
  input: { searchId: Id<'KeptSearch'>; as: z.ZodType<Sought> },
): Promise<Sought | null> {
  const kept = await ctx.db.keptSearch.findFirst({
    where: { id: input.searchId, accountId: ctx.actor.accountId, expiresAt: { gt: ctx.realTime.now() } },
  });
  if (!kept) return null;
  const sought = input.as.safeParse(JSON.parse(open(ctx.keyring, kept.sought, placeOf(input.searchId))));
  return sought.success ? sought.data : null;
}
