import type { Tx } from '#app/platform/db/transaction.ts';
import { concernsChild } from '../../form/says-child.ts';
import { textSaid, type Said } from '../../form/said.ts';
import { contactWish } from '../../form/victim-wish.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';

/**
 * Keeps what a report says since its partner added to it: their own reference, that a child is concerned, and that a victim
 * wants contact, unless the police have planned it already. `before` and `now` are what it said and says. The submission must be locked.
 */
export async function noteToldSince(
  tx: Tx,
  ctx: Ctx,
  id: Id<'Submission'>,
  { before, now }: { before: Said; now: Said },
): Promise<void> {
  const today = forceDay(ctx.clock.now());
  if (concernsChild(now, today)) await tx.submission.update({ where: { id }, data: { concernsChild: true } });
  const partnerReference = textSaid(now, 'partner.reference');
  if (textSaid(before, 'partner.reference') === null && partnerReference !== null)
    await tx.submission.update({ where: { id }, data: { partnerReference } });
  if (contactWish(before) === 'wanted' || contactWish(now) !== 'wanted') return;
  const contactWishedOn = new Date(`${today}T00:00:00Z`);
  await tx.submission.updateMany({ where: { id, contactPlans: { none: {} } }, data: { contactWishedOn } });
}
