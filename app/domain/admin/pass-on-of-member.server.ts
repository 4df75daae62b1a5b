import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Invalid } from '../kernel/failures.ts';
import { giveDraft } from '../intake/drafts/take-over-draft.server.ts';
import { tellPartner } from '../notify/tell-partner.server.ts';
import { agreedFor } from '../people/organisations/organisation.server.ts';
import { otherLeads } from '../reminders/sweep-danger-drafts.server.ts';

type Leaver = { accountId: Id<'Account'>; organisationId: Id<'Organisation'> };

/**
 * What waits for a member who can no longer sign in goes on to others. Questions of the police are told to those who see the
 * report now. What is not sent becomes the colleague's who is named, where the agreement lets one stand in for another;
 * otherwise it stays as it is, and of what says danger the leads are told at once. @throws Invalid
 */
export async function passOnOfMember(
  tx: Tx,
  ctx: Ctx,
  { handTo, ...leaver }: Leaver & { handTo: string },
): Promise<void> {
  const { accountId } = leaver;
  const asked = await tx.submission.findMany({
    where: { submittedBy: accountId, status: 'clarification' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of asked) await tellPartner(tx, 'answer-waiting', id);
  const drafts = await tx.$queryRaw<{ id: Id<'Draft'>; saysDanger: boolean }[]>`
    SELECT id, says_danger AS "saysDanger" FROM draft WHERE account_id = ${accountId}::uuid AND channel = 'web'
    ORDER BY id FOR NO KEY UPDATE`;
  if (handTo !== '') {
    const to = (await whoMayTakeOn(tx, leaver)).find(({ id }) => id === handTo);
    if (!to) throw new Invalid({ handTo: 'Select a colleague who can take it on' });
    await giveDrafts(tx, ctx, drafts, { from: accountId, to: to.id });
  }
  const [urgent] = drafts.filter(({ saysDanger }) => saysDanger);
  if (!urgent) return;
  for (const lead of await otherLeads(tx, leaver))
    await enqueue(tx, {
      name: 'send-mail',
      data: { kind: 'draft-in-danger-of-partner', accountId: lead, draftId: urgent.id },
    });
}

/** Gives locked drafts to somebody else, and tells them once. */
export async function giveDrafts(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  drafts: readonly { id: Id<'Draft'> }[],
  { from, to }: { from: Id<'Account'>; to: Id<'Account'> },
): Promise<void> {
  for (const { id } of drafts) {
    await giveDraft(tx, ctx, id, to);
    await record(tx, ctx, { type: 'draft.given', data: { from, to }, subject: { type: 'draft', id } });
  }
  const [first] = drafts;
  if (first)
    await enqueue(tx, {
      name: 'send-mail',
      data: { kind: 'drafts-given', accountId: to, draftId: first.id },
    });
}

/** Who may go on with what a member has begun: other reporters of the organisation, where its agreement has cover. */
export async function whoMayTakeOn(
  tx: Tx,
  { accountId, organisationId }: Leaver,
): Promise<{ id: Id<'Account'>; displayName: string }[]> {
  if (!(await agreedFor(tx, organisationId)).cover) return [];
  return tx.account.findMany({
    where: {
      organisationId,
      id: { not: accountId },
      status: 'active',
      accountRoles: { some: { role: 'reporter' } },
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: { id: true, displayName: true },
  });
}
