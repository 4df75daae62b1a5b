import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

type Choice = { id: string; name: string };

/** The organisations and areas of which an administrator may choose for a new account, by name. @throws NotFound */
export async function invitationChoices(ctx: Ctx): Promise<{ organisations: Choice[]; areas: Choice[] }> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const select = { id: true, name: true } as const;
  const orderBy = { name: 'asc' } as const;
  return {
    organisations: await ctx.db.organisation.findMany({ where: { status: 'active' }, orderBy, select }),
    areas: await ctx.db.area.findMany({
      where: { OR: [{ validTo: null }, { validTo: { gt: ctx.clock.now() } }] },
      orderBy,
      select,
    }),
  };
}
