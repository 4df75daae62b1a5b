import { Invalid } from '../../kernel/failures.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { Ctx, PublicCtx } from '../../kernel/context.ts';
import { hashPassword, passwordProblem } from './password.ts';

/**
 * The hash of a password that its owner chooses: by invitation, by a mailed link or in place of another.
 * @throws Invalid where it is too easy to guess, also by the names of its owner, the force and its areas
 */
export async function hashOfNew(
  ctx: Ctx | PublicCtx,
  password: string,
  owner: { email: string; displayName: string },
): Promise<string> {
  const pack = await currentForce(ctx.db, ctx);
  const areas = await ctx.db.area.findMany({ select: { name: true } });
  const words = [owner.email, owner.displayName, pack.force.name, ...areas.map(({ name }) => name)];
  const problem = passwordProblem(password, words);
  if (problem) throw new Invalid({ password: problem });
  return hashPassword(password);
}
