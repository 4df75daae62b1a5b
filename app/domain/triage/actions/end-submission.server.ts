import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import { readClosingFacts } from './closing-facts.server.ts';
import { closingGates, gapsOf, gatesWithoutItem } from '../../submission/closing-gates.ts';
import { askingFor, type Ending } from '#app/domain/kernel/endings.ts';
import type { ActionInput } from '../../submission/action-input.ts';
import { transition } from '../../submission/transition.server.ts';
import { isOutcome, outcomes, ownDuplicate, type Outcome } from '../../kernel/outcomes.ts';
import { ownOriginal } from '../items/others-reference.server.ts';
import { aboutDangerToo, openRequests, type AskedEnding } from '../approvals/protection-requests.server.ts';
import { lockSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import {
  checkMessage,
  refuseLong,
  sendToPartner,
  tooLong,
} from '../partner-messages/write-to-partner.server.ts';

type Written = {
  submissionId: string;
  /** What the row of the action asks for in words: for police, or for the partner. */
  comment: string;
  expectedVersion: number | null;
  /** The message that was confirmed although it may ask for more: exactly that one. */
  confirmed?: string | null;
};

/** What an officer says of an ending; what it does not ask for is empty. */
export type EndingInput = Written & {
  outcome?: string;
  /** Of closing without an item: what the partner is told, since the comment is police's own reason. */
  message?: string;
  /** Why an item has no sanitised text, where something used is closed without. */
  unsanitised?: string;
};

/** One ending worked out on what the submission is now. */
type Prepared = {
  input: ActionInput;
  outcome: Outcome | null;
  /** For police, in the history. */
  note: string;
  /** In the officer's words; null where the partner is told by mail alone that it ended. */
  message: string | null;
};

/** Ends a submission that is not High, as one person may. @throws NotFound, Forbidden, Conflict, Invalid */
export async function endAlone(ctx: Ctx, ending: Ending, input: EndingInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const prepared = await prepare(tx, submission, ending, input);
    await transition(tx, ctx, submission, {
      action: ending,
      input: prepared.input,
      expectedVersion: input.expectedVersion,
      ...(prepared.outcome ? { change: { outcome: prepared.outcome } } : {}),
      note: prepared.note,
      data: ending === 'close_without_item' ? { outcome: prepared.outcome } : {},
    });
    await checked(tx, ctx, submission, ending, prepared, input);
    await tellHowItEnded(tx, ctx, submission, ending, prepared, ctx.actor.accountId);
  });
}

/** Tells the partner the outcome and closes the submission. Without words of the officer's own the outcome's template is sent. */
export const answerAndClose = (ctx: Ctx, input: EndingInput): Promise<void> =>
  endAlone(ctx, 'answer_and_close', input);

/** Closes a submission of which no intelligence item was made. The reason stays with police. */
export const closeWithoutItem = (ctx: Ctx, input: EndingInput): Promise<void> =>
  endAlone(ctx, 'close_without_item', input);

/** Rejects a submission and tells the partner why, in the officer's words. */
export const reject = (ctx: Ctx, input: EndingInput): Promise<void> => endAlone(ctx, 'reject', input);

/**
 * Asks that a High submission end, with everything that the ending needs and what was done about the danger. It stays open
 * until a supervisor who did not ask has decided. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function askToEnd(
  ctx: Ctx,
  ending: Ending,
  input: EndingInput & { aboutDanger: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const prepared = await prepare(tx, submission, ending, input);
    await transition(tx, ctx, submission, {
      action: askingFor[ending],
      input: { ...prepared.input, aboutDanger: input.aboutDanger },
      expectedVersion: input.expectedVersion,
      change: { endingAsked: ending, endingAskedBy: ctx.actor.accountId },
      note: aboutDangerToo(prepared.note, input.aboutDanger),
      data: {
        ending,
        outcome: prepared.outcome,
        message: prepared.message,
        unsanitised: input.unsanitised?.trim() ?? '',
      },
    });
    await checked(tx, ctx, submission, ending, prepared, input);
    await tellDeciders(tx, ctx.actor.accountId);
  });
}

/** Ends it as somebody else asked, with the reason, where it may still end so. @throws NotFound, Forbidden, Conflict, Invalid */
export async function grantEnding(ctx: Ctx, input: Written): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const request = (await openRequests(tx, ctx, submission)).find(({ kind }) => kind === 'ending');
    const asked = request?.ending ?? null;
    const prepared = asked ? await prepareAgain(tx, submission, asked) : null;
    await transition(tx, ctx, submission, {
      action: 'grant_ending',
      input: { comment: input.comment },
      expectedVersion: input.expectedVersion,
      ...(prepared?.outcome ? { change: { outcome: prepared.outcome } } : {}),
      data: { ending: asked?.ending ?? null, outcome: prepared?.outcome ?? null },
    });
    // The table has refused what nobody asked for.
    if (!request || !asked || !prepared) throw new Conflict();
    const { closingGaps = [], unsanitisedProblem } = prepared.input;
    const gaps = [...closingGaps, ...(unsanitisedProblem ? [unsanitisedProblem] : [])];
    if (gaps.length > 0) throw new Conflict(gaps.join('. '));
    await tellHowItEnded(tx, ctx, submission, asked.ending, prepared, request.askedById);
    await tellAsker(tx, request.askedById, submission.id);
  });
}

/** Leaves it open although somebody asked, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function refuseEnding(ctx: Ctx, input: Written): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    await transition(tx, ctx, submission, {
      action: 'refuse_ending',
      input: { comment: input.comment },
      expectedVersion: input.expectedVersion,
      change: { endingAsked: null, endingAskedBy: null },
    });
    await tellAsker(tx, submission.state.endingAskedBy, submission.id);
  });
}

async function prepare(
  tx: Tx,
  submission: LoadedSubmission,
  ending: Ending,
  input: EndingInput,
): Promise<Prepared> {
  const { comment, message = '' } = input;
  if (ending !== 'grant_withdrawal') refuseLong(comment);
  if (message.length > textLimits.message) throw new Invalid({ message: tooLong });
  const outcome = isOutcome(input.outcome) ? input.outcome : null;
  const actionInput: ActionInput = {
    comment,
    ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
  };
  switch (ending) {
    case 'reject':
      return { input: { comment }, outcome: null, note: '', message: comment };
    case 'grant_withdrawal':
      return { input: { comment }, outcome: null, note: comment.trim(), message: null };
    case 'close_without_item': {
      const gates = outcome ? gatesWithoutItem(await readClosingFacts(tx, submission), outcome) : [];
      return {
        input: { ...actionInput, closingGaps: gapsOf(gates) },
        outcome,
        note: comment.trim(),
        message,
      };
    }
    case 'answer_and_close': {
      const reason = input.unsanitised?.trim() ?? '';
      const gates = outcome ? closingGates(await readClosingFacts(tx, submission), outcome) : [];
      const unsanitised = gates.find(({ code, met }) => code === 'sanitised' && !met);
      return {
        input: {
          ...actionInput,
          closingGaps: gapsOf(gates.filter(({ code }) => code !== 'sanitised')),
          unsanitisedProblem: unsanitised && reasonProblem(reason, unsanitised.gap),
        },
        outcome,
        // What the partner is told is no note; why nothing of it was sanitised is police's own.
        note: unsanitised ? `No sanitised text: ${reason}` : '',
        message: comment,
      };
    }
  }
}

/** What was asked, on what the submission is by now. */
const prepareAgain = (
  tx: Tx,
  submission: LoadedSubmission,
  { ending, outcome, message, unsanitised }: AskedEnding,
): Promise<Prepared> =>
  prepare(tx, submission, ending, {
    submissionId: submission.id,
    expectedVersion: null,
    comment: ending === 'close_without_item' ? '' : (message ?? ''),
    message: ending === 'close_without_item' ? (message ?? '') : '',
    unsanitised,
    ...(outcome ? { outcome } : {}),
  });

function reasonProblem(reason: string, missing: string): string | undefined {
  if (reason === '') return missing;
  return reason.length > textLimits.linkReason
    ? `The reason must be ${charactersOrLess(textLimits.linkReason)}`
    : undefined;
}

/** Refuses words to the partner that may not be sent. Where `comment` is police's reason they stand in a field of their own. */
async function checked(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  ending: Ending,
  { message }: Prepared,
  { confirmed = null }: Written,
): Promise<void> {
  if (message === null) return;
  try {
    await checkMessage(tx, ctx, submission, { comment: message, confirmed });
  } catch (failure) {
    if (ending !== 'close_without_item' || !(failure instanceof Invalid)) throw failure;
    const { comment, ...others } = failure.fieldErrors;
    throw new Invalid({ ...(comment === undefined ? {} : { message: comment }), ...others }, failure.message);
  }
}

/** Tells the partner how it ended: in the officer's words, or in those of the outcome. */
async function tellHowItEnded(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  ending: Ending,
  { message, outcome }: Prepared,
  authorId: string,
): Promise<void> {
  if (message === null) return;
  if (ending === 'reject')
    return sendToPartner(tx, ctx, submission, {
      kind: 'rejection',
      outcome: null,
      text: message.trim(),
      authorId,
    });
  // The table has refused to close without one.
  if (outcome === null) throw new Conflict();
  const own = outcome === 'duplicate' ? await ownOriginal(tx, ctx, submission) : null;
  const text = message.trim() || (own ? ownDuplicate(own) : outcomes[outcome].template);
  await sendToPartner(tx, ctx, submission, { kind: 'outcome', outcome, text, authorId });
  await record(tx, ctx, {
    type: 'partner.answered',
    data: { outcome },
    subject: { type: 'submission', id: submission.id },
  });
}
