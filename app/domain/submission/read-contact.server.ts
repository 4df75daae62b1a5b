import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, NotFound } from '../kernel/failures.ts';
import type { ContactWays } from '../people/contact/contact-ways.ts';
import { openWays, reportPlace } from '../people/contact/sealed-ways.ts';
import { contactGiven, contactParts, type ContactGiven } from './contact-record.ts';
import { originalFor } from './load-submission.server.ts';
import { mayReadContact } from './submission-access.ts';

/** How to reach whoever sent a report, before anybody opens it; `mayRead`: the press is the actor's. */
export type ContactClosed = { reference: string; given: ContactGiven; mayRead: boolean };

/** @throws NotFound */
export async function contactClosed(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<ContactClosed> {
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    const { id, reference, state, accessFacts } = submission;
    const row = await tx.contactRecord.findUnique({ where: { submissionId: id }, ...contactParts });
    return { reference, given: contactGiven(row), mayRead: mayReadContact(ctx.actor, state, accessFacts) };
  });
}

/**
 * How to reach whoever sent a report, for whoever holds it; while nobody does, for the duty list. Each reading is an event.
 * @throws NotFound, Forbidden
 */
export async function readContact(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<ContactWays> {
  return transaction(ctx.db, async (tx) => {
    const { id, state, accessFacts } = await originalFor(tx, ctx, input.submissionId, 'read');
    if (!mayReadContact(ctx.actor, state, accessFacts)) throw new Forbidden();
    const row = await tx.contactRecord.findUnique({ where: { submissionId: id }, select: { sealed: true } });
    if (!row?.sealed) throw new NotFound();
    await record(tx, ctx, { type: 'contact_record.read', data: {}, subject: { type: 'submission', id } });
    return openWays(ctx.keyring, row.sealed, reportPlace(id));
  });
}
