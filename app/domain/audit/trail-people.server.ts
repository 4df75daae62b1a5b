import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';

/** An account whose events may be asked for. `of` is its organisation, or null for police. */
export type TrailPerson = { id: string; name: string; of: string | null };

/** As many as can be chosen from. */
const most = 20;

/**
 * The accounts whose name holds what was typed, or the one that is chosen already and fits it. @throws NotFound, Invalid
 * where there are none or too many.
 */
export async function trailPeople(
  ctx: Ctx,
  { typed, chosen }: { typed: string; chosen: string | null },
): Promise<TrailPerson[]> {
  if (!may(ctx.actor, 'audit.read')) throw new NotFound();
  const displayName = { contains: escaped(typed), mode: 'insensitive' } as const;
  const select = { id: true, displayName: true, organisation: { select: { name: true } } } as const;
  const fits =
    chosen === null ? null : await ctx.db.account.findFirst({ where: { id: chosen, displayName }, select });
  const found = fits
    ? [fits]
    : await ctx.db.account.findMany({
        where: { displayName },
        orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
        take: most + 1,
        select,
      });
  const people = found.map(({ id, displayName: name, organisation }) => ({
    id,
    name,
    of: organisation?.name ?? null,
  }));
  if (people.length === 0) throw new Invalid({ person: 'No account has a name like this' });
  if (people.length > most)
    throw new Invalid({ person: `More than ${most} people have a name like this. Enter more of it` });
  return people;
}

/** The name of the account, or null. */
export async function trailPersonName(ctx: Ctx, accountId: Id<'Account'>): Promise<string | null> {
  if (!may(ctx.actor, 'audit.read')) throw new NotFound();
  const account = await ctx.db.account.findUnique({
    where: { id: accountId },
    select: { displayName: true },
  });
  return account?.displayName ?? null;
}

/** A character that the database would take for a pattern stands for itself. */
const escaped = (typed: string): string => typed.replace(/[\\%_]/g, '\\$&');
