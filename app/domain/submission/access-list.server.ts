import { randomUUID } from 'node:crypto';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';

/** Who may open a restricted submission, since when, by whose word and why. */
export type AccessLine = {
  accountId: Id<'Account'>;
  name: string;
  addedAt: Date;
  addedBy: string;
  reason: string;
};

/** The people on the access list of a submission, in the order in which they came onto it. */
export const accessLines = {
  where: { removedAt: null },
  orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  select: {
    accountId: true,
    account: { select: { displayName: true } },
    addedAt: true,
    addedByAccount: { select: { displayName: true } },
    reason: true,
  },
} satisfies Prisma.Submission$submissionAccessesArgs;

type Row = Prisma.SubmissionAccessGetPayload<{ select: typeof accessLines.select }>;

export const accessListOf = (rows: readonly Row[]): AccessLine[] =>
  rows.map(({ account, addedByAccount, ...line }) => ({
    ...line,
    name: account.displayName,
    addedBy: addedByAccount.displayName,
  }));

/** Puts somebody of FIB onto the list, once, in the transaction of the change for which they need it. */
export async function putOnAccessList(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  submissionId: Id<'Submission'>,
  accountId: Id<'Account'>,
  reason: string,
): Promise<void> {
  await tx.submissionAccess.createMany({
    data: {
      id: randomUUID(),
      submissionId,
      accountId,
      addedAt: ctx.clock.now(),
      addedBy: ctx.actor?.accountId ?? accountId,
      reason,
    },
    skipDuplicates: true,
  });
}

/** Takes somebody off the list; that they were on it stays. */
export async function takeOffAccessList(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  accountId: Id<'Account'>,
  reason: string,
): Promise<void> {
  await tx.submissionAccess.updateMany({
    where: { submissionId, accountId, removedAt: null },
    data: { removedAt: ctx.clock.now(), removedBy: ctx.actor.accountId, removedFor: reason },
  });
}
