import type { Id } from '#app/domain/kernel/id.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { waitsFor, type WaitsFor } from '../kernel/status-words.ts';
import type { Priority } from '../kernel/statuses.ts';
import type { LoadedSubmission } from '../submission/load-submission.server.ts';

/** What whoever may know of a submission is shown of it. */
export type Identity = {
  id: Id<'Submission'>;
  reference: string;
  version: number;
  priority: Priority;
  area: string | null;
  dueAt: Date | null;
  waitsFor: WaitsFor;
  holder: string | null;
  now: Date;
};

export const identityParts = {
  dueAt: true,
  firstSeenAt: true,
  assessedAt: true,
  answeredAt: true,
  area: { select: { name: true } },
  claimedByAccount: { select: { displayName: true } },
} satisfies Prisma.SubmissionSelect;

export async function identityOf(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<Identity> {
  const row = await tx.submission.findUniqueOrThrow({ where: { id: submission.id }, select: identityParts });
  return identityFrom(ctx, submission, row);
}

export const identityFrom = (
  ctx: Ctx,
  submission: LoadedSubmission,
  row: Prisma.SubmissionGetPayload<{ select: typeof identityParts }>,
): Identity => ({
  id: submission.id,
  reference: submission.reference,
  version: submission.version,
  priority: submission.state.priority,
  area: row.area?.name ?? null,
  dueAt: row.dueAt,
  waitsFor: waitsFor({ ...row, held: row.claimedByAccount !== null }),
  holder: row.claimedByAccount?.displayName ?? null,
  now: ctx.clock.now(),
});
