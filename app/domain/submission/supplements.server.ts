import type { Danger, KnownHow } from '#app/platform/db/generated/enums.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/** `part`: the part of the submission's page where it stands. */
export type Written = { id: string; addedAt: Date; danger: string; part: 'added' | 'messages' };

/** The partner's additions after sending, oldest first, for whoever may read the original. */
export type Supplement = {
  id: string;
  addedAt: Date;
  text: string;
  /** Null of a page or an entry of the form, in place of free text. */
  knownHow: KnownHow | null;
  danger: Danger;
};

/** The supplements of a submission, oldest first. */
export const supplementsInOrder = {
  orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  select: { id: true, addedAt: true, text: true, knownHow: true, danger: true },
} satisfies Prisma.SupplementFindManyArgs;

export function readSupplements(tx: Tx, submissionId: Id<'Submission'>): Promise<Supplement[]> {
  return tx.supplement.findMany({ where: { submissionId }, ...supplementsInOrder });
}

type Message = { id: string; kind: string; sentAt: Date; danger: string | null };

/** Everything from the partner that an officer has to read: additions, and answers to questions. Oldest first. */
export function writtenOf(row: {
  supplements: readonly Pick<Supplement, 'id' | 'addedAt' | 'danger'>[];
  partnerMessages: readonly Message[];
}): Written[] {
  return [
    ...row.supplements.map(({ id, addedAt, danger }) => ({ id, addedAt, danger, part: 'added' as const })),
    ...row.partnerMessages
      .filter(({ kind }) => kind === 'reply')
      .map(({ id, sentAt, danger }) => ({
        id,
        addedAt: sentAt,
        danger: danger ?? 'not_asked',
        part: 'messages' as const,
      })),
  ].sort((one, other) => one.addedAt.getTime() - other.addedAt.getTime());
}

/** How much the partner wrote of a submission that asks to be read. */
export async function countWritten(tx: Tx, submissionId: Id<'Submission'>): Promise<number> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      supplements: supplementsInOrder,
      partnerMessages: { select: { id: true, kind: true, sentAt: true, danger: true } },
    },
  });
  return writtenOf(row).length;
}

/**
 * The part of it that came after an officer last marked it as read, oldest first. The history comes newest
 * first.
 */
export function unreadOf(
  newInformationAt: Date | null,
  written: readonly Written[],
  history: readonly { action: string; at: Date }[],
): Written[] {
  if (newInformationAt === null) return [];
  const read = history.find(({ action }) => action === 'read_information');
  return written.filter(({ addedAt }) => read === undefined || addedAt >= read.at);
}
