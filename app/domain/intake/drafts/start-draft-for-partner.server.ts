import { transaction } from '#app/platform/db/transaction.ts';
import { newId } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { isId } from '../../kernel/id.ts';
import { formInForce } from '../../form/form-in-force.server.ts';
import { draftExpiry, type EnteredFor } from './drafts.server.ts';
import { peopleOf, stillSpokenFor } from './partner-choices.server.ts';
import { untouchedDraft, type StartedDraft } from './start-draft.server.ts';

/** The choice of nobody: whoever made the report has no account. */
export const withoutAccount = 'none';

/** `reportedBy` is the account of whoever made it, or `withoutAccount`. */
export type ForPartnerInput = { organisationId: string; reportedBy: string; channel: string };

/**
 * Starts a report that an officer enters for a partner who telephoned or wrote on paper, with the form's current
 * version. The draft is the officer's; the report becomes the partner's. Pressing twice
 * makes one. @throws Forbidden, NotFound, Invalid
 */
export async function startDraftForPartner(ctx: Ctx, input: ForPartnerInput): Promise<StartedDraft> {
  if (!may(ctx.actor, 'reports.enter')) throw new Forbidden();
  const { accountId } = ctx.actor;
  return transaction(ctx.db, async (tx) => {
    const organisation = isId<'Organisation'>(input.organisationId)
      ? await tx.organisation.findFirst({ where: { id: input.organisationId, status: stillSpokenFor } })
      : null;
    if (!organisation) throw new NotFound();
    const people = await peopleOf(tx, organisation.id);
    const person = people.find(({ id }) => id === input.reportedBy) ?? null;
    const channel = channelOf(input.channel);
    if (channel === null || (person === null && input.reportedBy !== withoutAccount))
      throw new Invalid({
        ...(person === null && input.reportedBy !== withoutAccount
          ? { reportedBy: 'Select who made the report' }
          : {}),
        ...(channel === null ? { channel: 'Select how it reached you' } : {}),
      });
    const reportedBy = person?.id ?? null;
    const { definition } = await formInForce(tx, ctx.clock.now());
    const formVersion = definition.version;
    const untouched = await untouchedDraft(tx, ctx, {
      organisationId: organisation.id,
      channel,
      reportedBy,
      formVersion,
    });
    if (untouched) return { draftId: untouched, definition };
    const draftId = newId<'Draft'>();
    const now = ctx.clock.now();
    await tx.draft.create({
      data: {
        id: draftId,
        accountId,
        organisationId: organisation.id,
        siteId: person?.siteId ?? null,
        channel,
        reportedBy,
        formVersion,
        answers: {},
        createdAt: now,
        updatedAt: now,
        expiresAt: await draftExpiry(tx, ctx, now),
      },
    });
    await record(tx, ctx, {
      type: 'draft.started_for_partner',
      data: {
        formVersion,
        channel,
        organisationId: organisation.id,
        reportedBy,
      },
      subject: { type: 'draft', id: draftId },
    });
    return { draftId, definition };
  });
}

const channelOf = (posted: string): EnteredFor['channel'] | null =>
  posted === 'telephone' || posted === 'paper' ? posted : null;
