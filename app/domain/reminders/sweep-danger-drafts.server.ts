import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { SystemCtx } from '../kernel/context.ts';

const BATCH = 200;
const minute = 60_000;

/**
 * So long after its last save whoever wrote of danger and did not send it is reminded, in minutes; at the last the lead of
 * the partner hears that such a report waits. Nothing of it reaches the police before it is sent.
 */
const dangerDraftRests = [15, 60, 120] as const;

type Resting = {
  id: Id<'Draft'>;
  accountId: Id<'Account'>;
  organisationId: Id<'Organisation'>;
  channel: string;
  updatedAt: Date;
  reminders: number;
};

/** Reminds of all drafts that say danger and rest, each step once. A save begins anew. */
export async function sweepDangerDrafts(ctx: SystemCtx): Promise<void> {
  let told: number;
  do told = await remindBatch(ctx);
  while (told === BATCH);
}

async function remindBatch(ctx: SystemCtx): Promise<number> {
  return transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const [first, second, last] = dangerDraftRests.map((rest) => new Date(now.getTime() - rest * minute));
    // A draft that its writer is saving or sending at this moment is left to them.
    const resting = await tx.$queryRaw<Resting[]>`
      SELECT id, account_id AS "accountId", organisation_id AS "organisationId", channel, updated_at AS "updatedAt", reminders
      FROM draft
      WHERE says_danger AND reminders < 3 AND updated_at <= ${first}
        AND (reminders = 0 OR (reminders = 1 AND updated_at <= ${second}) OR (reminders = 2 AND updated_at <= ${last}))
      ORDER BY updated_at, id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
    for (const draft of resting) await remind(tx, ctx, draft);
    return resting.length;
  });
}

async function remind(tx: Tx, ctx: SystemCtx, draft: Resting): Promise<void> {
  const { id: draftId, accountId } = draft;
  const rested = ctx.clock.now().getTime() - draft.updatedAt.getTime();
  const reminders = dangerDraftRests.filter((rest) => rested >= rest * minute).length;
  await tx.draft.update({ where: { id: draftId }, data: { reminders } });
  if (draft.reminders < 2)
    await enqueue(tx, { name: 'send-mail', data: { kind: 'draft-in-danger', accountId, draftId } });
  // What an officer enters for a partner is theirs to send.
  if (reminders === dangerDraftRests.length && draft.channel === 'web')
    for (const lead of await otherLeads(tx, draft))
      await enqueue(tx, {
        name: 'send-mail',
        data: { kind: 'draft-in-danger-of-partner', accountId: lead, draftId },
      });
  await record(tx, ctx, {
    type: 'draft.reminded',
    data: { reminders },
    subject: { type: 'draft', id: draftId },
  });
}

/** The leads of an organisation who can sign in, without this account. */
export async function otherLeads(
  tx: Tx,
  { organisationId, accountId }: { organisationId: Id<'Organisation'>; accountId: Id<'Account'> },
): Promise<Id<'Account'>[]> {
  const leads = await tx.account.findMany({
    where: {
      organisationId,
      id: { not: accountId },
      status: 'active',
      accountRoles: { some: { role: 'partner_lead' } },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return leads.map(({ id }) => id);
}
