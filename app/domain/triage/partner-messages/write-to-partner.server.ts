import { randomUUID } from 'node:crypto';
import type { PartnerMessageKind } from '#app/platform/db/generated/enums.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import type { Outcome } from '../../kernel/outcomes.ts';
import { askingForMore, questionOf } from './asking-for-more.ts';
import { refuseOthersReference } from '../items/others-reference.server.ts';
import type { FieldErrors } from '../../submission/action-input.ts';
import type { ActionEffect, ActionFields } from '../../submission/actions/effect.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import { textSaid } from '../../form/said.ts';
import { saidOf } from '../../submission/said-of.server.ts';

/** The words to the partner, and the message that was confirmed although it may ask for more. */
type Written = Pick<ActionFields, 'comment' | 'confirmed'>;

/** Asks the partner for what they already know; the clock waits. (CHIS code of practice: never "find out more".) */
export const askPartner: ActionEffect = (tx, ctx, submission, fields) => {
  const question = questionOf(fields.prompts, fields.comment);
  return {
    input: { comment: question, tooLong: longMessage({ comment: question }) },
    note: '',
    after: async () => {
      await checkMessage(tx, ctx, submission, fields);
      await sendToPartner(tx, ctx, submission, {
        kind: 'question',
        outcome: null,
        text: question,
        authorId: ctx.actor.accountId,
      });
      await record(tx, ctx, {
        type: 'partner.asked',
        data: {},
        subject: { type: 'submission', id: submission.id },
      });
    },
  };
};

/** Keeps a submission that its partner asked to withdraw, and says why. */
export const refuseWithdrawal: ActionEffect = (tx, ctx, submission, fields) => ({
  input: { tooLong: longMessage({ comment: fields.comment }) },
  change: { withdrawalRequestedAt: null },
  note: '',
  after: async () => {
    await checkMessage(tx, ctx, submission, fields);
    await sendToPartner(tx, ctx, submission, {
      kind: 'rejection',
      outcome: null,
      text: fields.comment.trim(),
      authorId: ctx.actor.accountId,
    });
  },
});

/** Refuses words to the partner that may not be sent. @throws Invalid */
export async function checkMessage(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  written: Written,
): Promise<void> {
  await refuseOthersReference(tx, submission, written.comment);
  await refuseAskingForMore(tx, ctx, submission, written);
}

/** Puts a message where the partner reads it. Whoever wrote it has had it checked. */
export async function sendToPartner(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  message: { kind: PartnerMessageKind; outcome: Outcome | null; text: string; authorId: Id<'Account'> },
): Promise<void> {
  await tx.partnerMessage.create({
    data: {
      id: randomUUID(),
      submissionId: submission.id,
      direction: 'to_partner',
      ...message,
      sentAt: ctx.clock.now(),
    },
  });
}

/** A message that may ask the partner for more goes out only as the officer has confirmed it, and the trail says so. */
async function refuseAskingForMore(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { comment, confirmed }: Written,
): Promise<void> {
  const found = askingForMore(comment);
  if (found.length === 0) return;
  if (confirmed.trim() !== comment.trim())
    throw new Invalid({
      comment: 'Change the message so that it asks only for what the partner already knows',
      confirmed: 'Or confirm that it does not ask the partner to find out more',
    });
  await record(tx, ctx, {
    type: 'partner.written_despite_warning',
    data: { warnings: [...new Set(found.map(({ kind }) => kind))] },
    subject: { type: 'submission', id: submission.id },
  });
}

/** Those of these words to the partner that are longer than a message may be, with what is said of each. */
export const longMessage = (fields: Readonly<Record<string, string>>): FieldErrors =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, text]) => text.length > textLimits.message)
      .map(([field]) => [field, `Message must be ${charactersOrLess(textLimits.message)}`]),
  );

/** The facts that make a further question to this partner riskier for them. */
export type QuestionRisk = {
  /** The partner says that the same source has told police something before. */
  sourceGaveBefore: boolean;
  /** Questions that this submission's partner was already asked, about it. */
  alreadyAsked: number;
};

/** Reads what the page of a question warns of. Who the source is stays sealed: only the partner's own word is known. */
export async function questionRisk(tx: Tx, submissionId: Id<'Submission'>): Promise<QuestionRisk> {
  const report = await saidOf(tx, submissionId);
  const alreadyAsked = await tx.partnerMessage.count({ where: { submissionId, kind: 'question' } });
  return { sourceGaveBefore: textSaid(report, 'source.gaveBefore') === 'yes', alreadyAsked };
}
