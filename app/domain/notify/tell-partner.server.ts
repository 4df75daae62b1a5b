import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/**
 * Tells the partner side of a submission by mail, without content: whoever it belongs to. Where an officer entered it
 * for somebody without an account, that is the leads of the organisation, who see how it stands, and the colleagues
 * who may stand in; and where there is nobody, the officer, so that no message goes to no one.
 */
export async function tellPartner(
  tx: Tx,
  kind: 'received' | 'answer-waiting',
  submissionId: string,
): Promise<void> {
  for (const accountId of await partnerOf(tx, submissionId))
    await enqueue(tx, { name: 'send-mail', data: { kind, accountId, submissionId } });
}

async function partnerOf(tx: Tx, submissionId: string): Promise<string[]> {
  const { submittedBy, enteredBy, organisationId, organisation } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      submittedBy: true,
      enteredBy: true,
      organisationId: true,
      organisation: { select: { agreementCover: true } },
    },
  });
  if (submittedBy !== enteredBy) return [submittedBy];
  const roles = organisation.agreementCover ? ['partner_lead', 'reporter'] : ['partner_lead'];
  const people = await tx.account.findMany({
    where: { organisationId, status: 'active', accountRoles: { some: { role: { in: roles } } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return people.length > 0 ? people.map(({ id }) => id) : [submittedBy];
}
