import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Cited } from './cited.ts';
import type { ItemStatus } from './item-status.ts';
import type { LockedItem } from './lock-item.server.ts';

/** Whether what somebody said of an item stands, or waits for the MDS lead. */
export type Said = 'stands' | 'proposed';

export type Proposed =
  | { id: Id<'PlanProposal'>; kind: 'status'; status: ItemStatus; text: string }
  | {
      id: Id<'PlanProposal'>;
      kind: 'evidence';
      text: string;
      datedOn: Date;
      cites: Cited | null;
      supersedes: { id: Id<'PlanEvidence'>; why: string } | null;
    };

/** Writes what a contributor says of a locked item, for the MDS lead to decide on; what is sent twice is there once. */
export async function propose(tx: Tx, ctx: Ctx, item: LockedItem, proposed: Proposed): Promise<Said> {
  const { id, kind, text } = proposed;
  const said =
    proposed.kind === 'status'
      ? { status: proposed.status }
      : {
          datedOn: proposed.datedOn,
          cites: proposed.cites ?? Prisma.DbNull,
          supersedesId: proposed.supersedes?.id ?? null,
          whyWrong: proposed.supersedes?.why ?? null,
        };
  const { count } = await tx.planProposal.createMany({
    data: [
      {
        id,
        planItemId: item.id,
        kind,
        text,
        ...said,
        proposedBy: ctx.actor.accountId,
        proposedAt: ctx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count > 0)
    await record(tx, ctx, {
      type: 'plan.proposed',
      data: { item: item.code, kind },
      subject: { type: 'plan_item', id: item.id },
    });
  return 'proposed';
}
