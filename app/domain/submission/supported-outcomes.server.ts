import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../kernel/id.ts';
import { Invalid } from '../kernel/failures.ts';
import { outcomes, type Outcome } from '../kernel/outcomes.ts';

/**
 * The outcomes that the records of a submission support, whoever wrote them, and whether or not the officer may see what a
 * duplicate is linked to. The database asks the same before it lets one be closed.
 */
export async function supportedOutcomes(tx: Tx, submissionId: Id<'Submission'>): Promise<Outcome[]> {
  const rows = await tx.$queryRaw<{ outcome: Outcome | null }[]>`
    SELECT outcome FROM unnest(enum_range(NULL::outcome)) outcome WHERE outcome_has_evidence(${submissionId}::uuid, outcome)`;
  return rows.flatMap(({ outcome }) => outcome ?? []);
}

/** Refuses, once it is written, what takes away what the partner was told. `field` is where the page says so. @throws Invalid */
export async function refuseUnsupported(
  tx: Tx,
  submissionId: Id<'Submission'>,
  field: string,
): Promise<void> {
  const { status, outcome } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { status: true, outcome: true },
  });
  if (status !== 'closed' || !outcome || (await supportedOutcomes(tx, submissionId)).includes(outcome))
    return;
  throw new Invalid({
    [field]: `It was closed as “${outcomes[outcome].label}”, which rests on this. Have an FIB supervisor open it again first`,
  });
}
