import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../../kernel/failures.ts';
import { transition } from '../../submission/transition.server.ts';
import { isSubmitter } from '../../submission/submission-access.ts';
import { lockSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import type { WrittenContact } from '../submitting/contact-for-report.server.ts';
import { contactAdded, keepContactAdded } from './contact-added.server.ts';
import { extractAddition } from './extract-addition.server.ts';
import { bringToSight, keepSupplement } from './keep-supplement.server.ts';
import { namesSource } from '../sources/source-named.server.ts';
import { mayNameSource, mostSupplements, readReply, saysDanger } from './supplement.ts';

export type ReplyInput = {
  submissionId: Id<'Submission'>;
  /** Made by the page, so that pressing the button twice answers once. */
  replyId: string;
  comment: string;
  danger: string;
  /** As the page asked for it; absent where it did not. */
  contact?: WrittenContact;
  /** The person has been warned that the answer may name their source, and sends it all the same. */
  warned?: boolean;
};

/**
 * The partner's answer to an officer's question; the clock runs on. It is in sight until an officer has read it, and danger
 * makes the report High, as with any other addition. Where the police have gone on without it, or somebody has answered
 * before, it is kept as added information, so that nothing written is lost.
 * @throws NotFound, Forbidden, Conflict where nobody ever asked or the report was withdrawn, Invalid
 */
export async function reply(ctx: Ctx, input: ReplyInput): Promise<'answered' | 'added'> {
  return transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    if (!isSubmitter(ctx.actor, submission.state, submission.accessFacts)) throw new Forbidden();
    if (await isKept(tx, submission, input.replyId)) return 'answered';
    const late = submission.state.status !== 'clarification';
    if (late) await refuseUnasked(tx, submission, input.danger);
    const read = readReply(input);
    const contact = await contactAdded(tx, submission.id, input);
    const errors = { ...('errors' in read ? read.errors : {}), ...contact?.errors };
    if ('errors' in read || Object.keys(errors).length > 0) throw new Invalid(errors);
    const { text, danger } = read.given;
    if (!input.warned && (await namesSource(tx, ctx, submission.id, text)))
      throw new Invalid({ comment: mayNameSource });
    if (contact) await keepContactAdded(tx, ctx, submission.id, contact);
    if (late) {
      await keepSupplement(tx, ctx, submission, { id: input.replyId, text, knownHow: 'not_known', danger });
      return 'added';
    }
    await transition(tx, ctx, submission, {
      action: 'partner_replies',
      input: { comment: text },
      note: '',
      data: { danger: saysDanger(danger) },
    });
    await tx.partnerMessage.create({
      data: {
        id: input.replyId,
        submissionId: submission.id,
        direction: 'to_police',
        kind: 'reply',
        text,
        danger,
        authorId: ctx.actor.accountId,
        sentAt: ctx.clock.now(),
      },
    });
    await extractAddition(tx, ctx, submission.id, text);
    const { raised } = await bringToSight(tx, ctx, await lockSubmission(tx, ctx, submission.id), danger);
    await record(tx, ctx, {
      type: 'partner.replied',
      data: { danger, raised },
      subject: { type: 'submission', id: submission.id },
    });
    return 'answered';
  });
}

async function isKept(tx: Tx, submission: LoadedSubmission, replyId: string): Promise<boolean> {
  const where = { id: replyId, submissionId: submission.id };
  return (await tx.partnerMessage.count({ where })) + (await tx.supplement.count({ where })) > 0;
}

/** No limit refuses a person in danger. */
async function refuseUnasked(tx: Tx, submission: LoadedSubmission, danger: string): Promise<void> {
  if (submission.state.status === 'withdrawn')
    throw new Conflict('You withdrew this report. Start a new one');
  const asked = await tx.partnerMessage.count({ where: { submissionId: submission.id, kind: 'question' } });
  if (asked === 0) throw new Conflict('There is no open question on this report');
  const added = await tx.supplement.count({ where: { submissionId: submission.id } });
  if (added >= mostSupplements && !saysDanger(danger))
    throw new Conflict('You have added to this report too many times. Start a new report');
}
