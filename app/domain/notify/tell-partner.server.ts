import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Role } from '../kernel/actor.ts';

/** Who sent a submission, and for which organisation; `enteredBy` is the officer who entered it. */
type Sent = {
  id: Id<'Submission'>;
  submittedBy: Id<'Account'>;
  enteredBy: Id<'Account'> | null;
  organisationId: Id<'Organisation'>;
  /** Whoever sent it can no longer sign in. */
  senderGone?: boolean;
};

/**
 * Tells the partner side of a submission by mail, without content: whoever it belongs to. Where an officer entered it
 * for somebody without an account, or whoever sent it can no longer sign in, that is the leads of the organisation, who see how it stands, and the colleagues
 * who may stand in; and where there is nobody, the officer, so that no message goes to no one.
 */
export async function tellPartner(
  tx: Tx,
  kind: 'received' | 'answer-waiting',
  submission: Id<'Submission'> | Sent,
): Promise<void> {
  const sent = typeof submission === 'string' ? await readSent(tx, submission) : submission;
  for (const accountId of await partnerOf(tx, sent))
    await enqueue(tx, { name: 'send-mail', data: { kind, accountId, submissionId: sent.id } });
}

async function readSent(tx: Tx, id: Id<'Submission'>): Promise<Sent> {
  const { submittedByAccount, ...sent } = await tx.submission.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      submittedBy: true,
      enteredBy: true,
      organisationId: true,
      submittedByAccount: { select: { status: true } },
    },
  });
  return { ...sent, senderGone: submittedByAccount.status !== 'active' };
}

async function partnerOf(
  tx: Tx,
  { submittedBy, enteredBy, organisationId, senderGone }: Sent,
): Promise<Id<'Account'>[]> {
  if (submittedBy !== enteredBy && !senderGone) return [submittedBy];
  const { agreementCover } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { agreementCover: true },
  });
  const roles: Role[] = agreementCover ? ['partner_lead', 'reporter'] : ['partner_lead'];
  const people = await tx.account.findMany({
    where: { organisationId, status: 'active', accountRoles: { some: { role: { in: roles } } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return people.length > 0 ? people.map(({ id }) => id) : [submittedBy];
}
