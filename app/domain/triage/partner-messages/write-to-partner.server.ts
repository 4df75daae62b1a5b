import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { askingForMore, questionOf } from './asking-for-more.ts';
import { readClosingFacts } from '../actions/closing-facts.server.ts';
import { closingGates, gapsOf, gatesWithoutItem } from '../../submission/closing-gates.ts';
import { moveSubmission } from '../../submission/move-submission.server.ts';
import { isOutcome, outcomes, ownDuplicate, type Outcome } from '../../kernel/outcomes.ts';
import { ownOriginal, refuseOthersReference } from '../items/others-reference.server.ts';
import { lockHandled, type Handled } from '../../submission/subject.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

const tooLong = `Message must be ${charactersOrLess(textLimits.message)}`;

type Input = {
  submissionId: string;
  comment: string;
  seenVersion: number | null;
  /** The message that was confirmed although it may ask for more: exactly that one. */
  confirmed?: string | null;
};

/** Tells the partner the outcome and closes the submission. Without words of the officer's own the outcome's template is sent. */
export async function answerAndClose(
  ctx: Ctx,
  input: Input & { outcome: string; unsanitised?: string },
): Promise<void> {
  refuseLong(input.comment);
  const reason = input.unsanitised?.trim() ?? '';
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    const { outcome } = input;
    const gates = isOutcome(outcome) ? closingGates(await readClosingFacts(tx, handled), outcome) : [];
    const unsanitised = gates.find(({ code, met }) => code === 'sanitised' && !met);
    await moveSubmission(tx, ctx, handled, {
      action: 'answer_and_close',
      given: {
        comment: input.comment,
        outcome,
        closingGaps: gapsOf(gates.filter(({ code }) => code !== 'sanitised')),
        unsanitisedProblem: unsanitised && reasonProblem(reason, unsanitised.gap),
      },
      seenVersion: input.seenVersion,
      ...(isOutcome(outcome) ? { change: { outcome } } : {}),
      // What the partner is told is no note; why nothing of it was sanitised is police's own.
      note: unsanitised ? `No sanitised text: ${reason}` : '',
    });
    if (!isOutcome(outcome)) return;
    await answer(tx, ctx, handled, { ...input, outcome });
  });
}

function reasonProblem(reason: string, missing: string): string | undefined {
  if (reason === '') return missing;
  return reason.length > textLimits.linkReason
    ? `The reason must be ${charactersOrLess(textLimits.linkReason)}`
    : undefined;
}

/**
 * Closes a submission of which no intelligence item was made. The reason stays with police; the partner reads the message
 * or the outcome's template. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function closeWithoutItem(
  ctx: Ctx,
  input: Input & { outcome: string; message: string },
): Promise<void> {
  const { outcome, message, seenVersion } = input;
  if (message.length > textLimits.message) throw new Invalid({ message: tooLong });
  refuseLong(input.comment);
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    const gaps = isOutcome(outcome)
      ? gapsOf(gatesWithoutItem(await readClosingFacts(tx, handled), outcome))
      : [];
    await moveSubmission(tx, ctx, handled, {
      action: 'close_without_item',
      given: { comment: input.comment, outcome, closingGaps: gaps },
      seenVersion,
      ...(isOutcome(outcome) ? { change: { outcome } } : {}),
      data: { outcome },
    });
    if (!isOutcome(outcome)) return;
    try {
      await answer(tx, ctx, handled, { ...input, comment: message, outcome });
    } catch (failure) {
      throw failure instanceof Invalid ? atMessage(failure) : failure;
    }
  });
}

/** What is wrong with the words to the partner stands at their own field here, since `comment` is the reason. */
function atMessage({ fieldErrors: { comment, ...others }, message }: Invalid): Invalid {
  return new Invalid({ ...(comment === undefined ? {} : { message: comment }), ...others }, message);
}

/** Tells the partner how it ended: in the officer's words, or in those of the outcome. */
async function answer(
  tx: Tx,
  ctx: Ctx,
  handled: Handled,
  input: Input & { outcome: Outcome },
): Promise<void> {
  const { outcome } = input;
  const own = outcome === 'duplicate' ? await ownOriginal(tx, ctx, handled) : null;
  await send(
    tx,
    ctx,
    handled,
    {
      kind: 'outcome',
      outcome,
      text: input.comment.trim() || (own ? ownDuplicate(own) : outcomes[outcome].template),
    },
    input,
  );
  await record(tx, ctx, {
    type: 'partner.answered',
    data: { outcome },
    subject: { type: 'submission', id: handled.id },
  });
}

/** Asks the partner for what they already know; the clock waits. (CHIS code of practice: never "find out more".) */
export async function askPartner(ctx: Ctx, input: Input & { prompts?: readonly string[] }): Promise<void> {
  const question = questionOf(input.prompts ?? [], input.comment);
  refuseLong(question);
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    await moveSubmission(tx, ctx, handled, {
      action: 'ask_partner',
      given: { comment: question },
      seenVersion: input.seenVersion,
      note: '',
    });
    await send(tx, ctx, handled, { kind: 'question', outcome: null, text: question }, input);
    await record(tx, ctx, {
      type: 'partner.asked',
      data: {},
      subject: { type: 'submission', id: handled.id },
    });
  });
}

/** Rejects a submission and tells the partner why, in the officer's words. */
export async function reject(ctx: Ctx, input: Input): Promise<void> {
  refuseLong(input.comment);
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    await moveSubmission(tx, ctx, handled, {
      action: 'reject',
      given: { comment: input.comment },
      seenVersion: input.seenVersion,
      note: '',
    });
    await send(tx, ctx, handled, { kind: 'rejection', outcome: null, text: input.comment.trim() }, input);
  });
}

/** Keeps a submission that its partner asked to withdraw, and says why. */
export async function refuseWithdrawal(ctx: Ctx, input: Input): Promise<void> {
  refuseLong(input.comment);
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    await moveSubmission(tx, ctx, handled, {
      action: 'refuse_withdrawal',
      given: { comment: input.comment },
      seenVersion: input.seenVersion,
      change: { withdrawalRequestedAt: null },
      note: '',
    });
    await send(tx, ctx, handled, { kind: 'rejection', outcome: null, text: input.comment.trim() }, input);
  });
}

async function send(
  tx: Tx,
  ctx: Ctx,
  handled: Handled,
  message: { kind: string; outcome: string | null; text: string },
  written: Pick<Input, 'comment' | 'confirmed'>,
): Promise<void> {
  await refuseOthersReference(tx, handled, written.comment);
  await refuseAskingForMore(tx, ctx, handled, written);
  await tx.partnerMessage.create({
    data: {
      id: randomUUID(),
      submissionId: handled.id,
      direction: 'to_partner',
      ...message,
      authorId: ctx.actor.accountId,
      sentAt: ctx.clock.now(),
    },
  });
}

/** A message that may ask the partner for more goes out only as the officer has confirmed it, and the trail says so. */
async function refuseAskingForMore(
  tx: Tx,
  ctx: Ctx,
  handled: Handled,
  { comment, confirmed = null }: Pick<Input, 'comment' | 'confirmed'>,
): Promise<void> {
  const found = askingForMore(comment);
  if (found.length === 0) return;
  if (confirmed === null || confirmed.trim() !== comment.trim())
    throw new Invalid({
      comment: 'Change the message so that it asks only for what the partner already knows',
      confirmed: 'Or confirm that it does not ask the partner to find out more',
    });
  await record(tx, ctx, {
    type: 'partner.written_despite_warning',
    data: { warnings: [...new Set(found.map(({ kind }) => kind))] },
    subject: { type: 'submission', id: handled.id },
  });
}

function refuseLong(text: string): void {
  if (text.length > textLimits.message) throw new Invalid({ comment: tooLong });
}
