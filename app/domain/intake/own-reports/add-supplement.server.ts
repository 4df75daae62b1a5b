import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { isSubmitter } from '../../submission/submission-access.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';
import type { WrittenContact } from '../submitting/contact-for-report.server.ts';
import { contactAdded, keepContactAdded } from './contact-added.server.ts';
import { keepSupplement } from './keep-supplement.server.ts';
import { namesSource } from '../sources/source-named.server.ts';
import { mayNameSource, mostSupplements, readSupplement, saysDanger } from './supplement.ts';

export type SupplementInput = {
  submissionId: Id<'Submission'>;
  /** Made by the page, so that pressing the button twice adds once. */
  supplementId: string;
  text: string;
  knownHow: string;
  danger: string;
  /** As the page asked for it; absent where it did not. */
  contact?: WrittenContact;
  /** The person has been warned that the text may name their source, and sends it all the same. */
  warned: boolean;
};

/**
 * Adds information to a report that was sent; the report itself stays as it was. Whatever became of it, the addition is
 * in sight until an officer has read it: on the queue, and by a message without content. Danger makes the report High from
 * now on, and opens it again if it had ended. @throws NotFound, Conflict, Invalid
 */
export async function addSupplement(ctx: Ctx, input: SupplementInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    if (!isSubmitter(ctx.actor, submission.state, submission.accessFacts)) throw new NotFound();
    const known = await tx.supplement.findMany({
      where: { submissionId: submission.id },
      select: { id: true, part: true },
    });
    if (known.some(({ id }) => id === input.supplementId)) return;
    if (submission.state.status === 'withdrawn')
      throw new Conflict('You withdrew this report. Start a new one');
    const read = readSupplement(input);
    // No limit refuses a person in danger.
    const texts = known.filter(({ part }) => part === null).length;
    if (texts >= mostSupplements && !saysDanger(input.danger))
      throw new Conflict('You have added to this report too many times. Start a new report');
    const contact = await contactAdded(tx, submission.id, input);
    const errors = { ...('errors' in read ? read.errors : {}), ...contact?.errors };
    if ('errors' in read || Object.keys(errors).length > 0) throw new Invalid(errors);
    const { text, knownHow, danger } = read.given;
    if (!input.warned && (await namesSource(tx, ctx, submission.id, text)))
      throw new Invalid({ text: mayNameSource });
    if (contact) await keepContactAdded(tx, ctx, submission.id, contact);
    await keepSupplement(tx, ctx, submission, { id: input.supplementId, text, knownHow, danger });
  });
}
