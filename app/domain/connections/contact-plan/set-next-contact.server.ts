import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { dayOf } from '../tasks/task-input.ts';
import type { NextContact } from './contact-input.ts';

/** When the next contact is due, as the database takes it. */
export const nextData = ({ nextOn, endedReason }: NextContact) => ({
  nextOn: nextOn === null ? null : dayOf(nextOn),
  endedReason,
});

/** Notes when the next contact of a locked submission is due, for what waits and the list. */
export async function setNextContact(
  tx: Tx,
  submissionId: Id<'Submission'>,
  next: NextContact,
): Promise<void> {
  const { nextOn } = nextData(next);
  await tx.contactDue.upsert({
    where: { submissionId },
    create: { submissionId, nextOn },
    update: { nextOn },
  });
}
