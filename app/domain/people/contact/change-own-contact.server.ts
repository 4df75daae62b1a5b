import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { partsOf, readWays, type WrittenWays } from './contact-ways.ts';
import { accountPlace, sealWays } from './sealed-ways.ts';
import { readWishes, type WrittenWishes } from './usual-wishes.ts';

/**
 * Keeps how the actor is reached, sealed, in their own account, and what they usually wish of what they saw themselves.
 * Reports that were sent keep what they were sent with. The trail says which parts of the contact there are, never what they
 * say. @throws Invalid
 */
export async function changeOwnContact(
  ctx: Ctx,
  { sharingLimit = '', callFirst = '', ...written }: WrittenWays & Partial<WrittenWishes>,
): Promise<void> {
  const wishes = readWishes({ sharingLimit, callFirst });
  const { ways, errors } = readWays(written);
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  const { accountId: id } = ctx.actor;
  const parts = partsOf(ways);
  const contactSealed = Object.values(parts).some(Boolean)
    ? sealWays(ctx.keyring, ways, accountPlace(id))
    : null;
  await transaction(ctx.db, async (tx) => {
    await tx.account.update({ where: { id }, data: { contactSealed, ...wishes } });
    await record(tx, ctx, {
      type: 'account.contact_changed',
      data: { ...parts, ...wishes },
      subject: { type: 'account', id },
    });
  });
}
