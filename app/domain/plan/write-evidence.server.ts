import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict } from '../kernel/failures.ts';
import type { Cited } from './cited.ts';
import type { LockedItem } from './lock-item.server.ts';

/** An entry of the evidence log that stands; `supersedes` is the one that was wrong. */
export type EvidenceEntry = {
  id: Id<'PlanEvidence'>;
  text: string;
  datedOn: Date;
  cites: Cited | null;
  supersedes: { id: Id<'PlanEvidence'>; why: string } | null;
  authorId: Id<'Account'>;
};

/**
 * Whether an entry of the log of an item can be superseded: it is there, and no other does. @throws Conflict
 */
export async function refuseSuperseded(tx: Tx, item: LockedItem, id: Id<'PlanEvidence'>): Promise<void> {
  const entry = await tx.planEvidence.findFirst({
    where: { id, ...placeOf(item) },
    select: { supersededBy: { select: { id: true } } },
  });
  if (!entry) throw new Conflict('This entry is not in the evidence of this item');
  if (entry.supersededBy) throw new Conflict('Another entry has superseded this one already');
}

/** The log of an activity is the aim's, in which its entries say that they are its. */
const placeOf = (item: LockedItem) =>
  item.kind === 'activity' && item.parentId
    ? { planItemId: item.parentId, activityId: item.id }
    : { planItemId: item.id, activityId: null };

/** Adds an entry to the log of a locked item; one whose id is there already is not added again. @throws Conflict */
export async function writeEvidence(
  tx: Tx,
  ctx: Ctx,
  item: LockedItem,
  { supersedes, cites, ...entry }: EvidenceEntry,
): Promise<void> {
  const place = placeOf(item);
  // Entries get their numbers one after the other.
  await tx.$queryRaw`SELECT 1 FROM plan_item WHERE id = ${place.planItemId}::uuid FOR NO KEY UPDATE`;
  if (await tx.planEvidence.findUnique({ where: { id: entry.id }, select: { id: true } })) return;
  if (supersedes) await refuseSuperseded(tx, item, supersedes.id);
  const last = await tx.planEvidence.aggregate({
    where: { planItemId: place.planItemId },
    _max: { position: true },
  });
  await tx.planEvidence.create({
    data: {
      ...entry,
      ...place,
      position: (last._max.position ?? 0) + 1,
      updateMark: true,
      recordedAt: ctx.clock.now(),
      supersedesId: supersedes?.id ?? null,
      whyWrong: supersedes?.why ?? null,
      cites: cites ?? Prisma.DbNull,
    },
  });
  await record(tx, ctx, {
    type: 'plan.evidence_added',
    data: { item: item.code },
    subject: { type: 'plan_item', id: item.id },
  });
}
