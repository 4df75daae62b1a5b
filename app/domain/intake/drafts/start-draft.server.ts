import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { formInForce } from '../../form/form-in-force.server.ts';
import type { Form } from '../../form/held-forms.ts';
import { draftExpiry, requireReporter } from './drafts.server.ts';

/** A draft to write in, with the version of the form that it is written with. */
export type StartedDraft = { draftId: Id<'Draft'>; definition: Form };

/**
 * Starts a report with the form's version in force; where the last one was not touched yet, that is offered again, so that
 * pressing twice makes one. Nobody is refused here: how many may wait unsent is asked after the danger screening, by
 * savePage. @throws Forbidden
 */
export async function startDraft(ctx: Ctx): Promise<StartedDraft> {
  const { organisationId } = requireReporter(ctx);
  return transaction(ctx.db, async (tx) => {
    const { definition } = await formInForce(tx, ctx.clock.now());
    const formVersion = definition.version;
    const untouched = await untouchedDraft(tx, ctx, {
      organisationId,
      channel: 'web',
      reportedBy: null,
      formVersion,
    });
    if (untouched) return { draftId: untouched, definition };
    const draftId = newId<'Draft'>();
    await makeDraft(tx, ctx, { id: draftId, formVersion, answers: {} });
    return { draftId, definition };
  });
}

/** Writes a draft of the actor's own. @throws Forbidden */
export async function makeDraft(
  tx: Tx,
  ctx: Ctx,
  draft: { id: Id<'Draft'>; formVersion: number; answers: Record<string, string> },
): Promise<void> {
  const { accountId, organisationId } = requireReporter(ctx);
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { siteId: true },
  });
  const now = ctx.clock.now();
  await tx.draft.create({
    data: {
      ...draft,
      accountId,
      organisationId,
      siteId: account.siteId,
      createdAt: now,
      updatedAt: now,
      expiresAt: await draftExpiry(tx, ctx, now),
    },
  });
  await record(tx, ctx, {
    type: 'draft.started',
    data: { formVersion: draft.formVersion },
    subject: { type: 'draft', id: draft.id },
  });
}

/**
 * The newest draft of this kind in which nothing was saved yet, kept for as long as a new one would be; null where there
 * is none. Starts of one person follow each other until the transaction ends.
 */
export async function untouchedDraft(
  tx: Tx,
  ctx: Ctx,
  of: { organisationId: Id<'Organisation'>; channel: string; reportedBy: string | null; formVersion: number },
): Promise<Id<'Draft'> | null> {
  const { accountId } = ctx.actor;
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  const now = ctx.clock.now();
  // One that somebody saves or sends in this moment is no longer untouched.
  const [found] = await tx.$queryRaw<{ id: Id<'Draft'> }[]>`
    UPDATE draft SET updated_at = ${now}, expires_at = ${await draftExpiry(tx, ctx, now)}, warned_at = NULL
    WHERE id = (
      SELECT d.id FROM draft d
      WHERE d.account_id = ${accountId}::uuid AND d.organisation_id = ${of.organisationId}::uuid
        AND d.channel = ${of.channel} AND d.reported_by IS NOT DISTINCT FROM ${of.reportedBy}::uuid
        AND d.revision = 0 AND d.form_version = ${of.formVersion}
        AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.draft_id = d.id)
      ORDER BY d.created_at DESC, d.id LIMIT 1 FOR NO KEY UPDATE OF d SKIP LOCKED)
    RETURNING id`;
  return found?.id ?? null;
}
