import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../failures.ts';
import { currentDefinition } from '../intelligence-form/published.ts';
import { draftExpiry, requireReporter } from './drafts.server.ts';

/** More unsent reports than a person can be writing; beyond it something is wrong. */
export const mostDrafts = 50;

/** Starts a report with the form's current version. @throws Forbidden, Conflict when there are too many unsent reports */
export async function startDraft(ctx: Ctx): Promise<{ draftId: string }> {
  const { accountId, organisationId } = requireReporter(ctx);
  const draftId = randomUUID();
  await transaction(ctx.db, async (tx) => {
    if ((await tx.draft.count({ where: { accountId } })) >= mostDrafts)
      throw new Conflict(`You have ${mostDrafts} unsent reports. Send or delete one first`);
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { siteId: true },
    });
    const now = ctx.clock.now();
    await tx.draft.create({
      data: {
        id: draftId,
        accountId,
        organisationId,
        siteId: account.siteId,
        formVersion: currentDefinition.version,
        answers: {},
        createdAt: now,
        updatedAt: now,
        expiresAt: await draftExpiry(tx, now),
      },
    });
    await record(tx, ctx, {
      type: 'draft.started',
      data: { formVersion: currentDefinition.version },
      subject: { type: 'draft', id: draftId },
    });
  });
  return { draftId };
}
