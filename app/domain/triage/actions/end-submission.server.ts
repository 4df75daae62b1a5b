import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import { readClosingFacts } from './closing-facts.server.ts';
import {
  askedToHandOn,
  closingGates,
  gapsOf,
  gapsWith,
  gatesOfDuplicate,
  gatesOfRejection,
  gatesWithoutItem,
  reasonProblem,
  type Gate,
} from '../../submission/closing-gates.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { ActionInput } from '../../submission/action-input.ts';
import type { ActionEffect, ActionFields } from '../../submission/actions/effect.ts';
import { isOutcome, outcomes, ownDuplicate, type Outcome } from '../../kernel/outcomes.ts';
import { ownOriginal } from '../items/others-reference.server.ts';
import { aboutDangerToo } from '../../submission/danger-act.ts';
import { dangerActOf } from '../approvals/danger-act-of.server.ts';
import { openRequests, type AskedEnding } from '../approvals/protection-requests.server.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { checkMessage, longMessage, sendToPartner } from '../partner-messages/write-to-partner.server.ts';

/** The fields of an ending; those that its page does not have are empty. */
type EndingFields = Pick<ActionFields, 'comment' | 'outcome' | 'message' | Reason>;

/** The fields in which a reason does in place of what a gate asks for. */
type Reason = NonNullable<Gate['reason']>;

/** One ending worked out on what the submission is now. */
type Prepared = {
  input: ActionInput;
  outcome: Outcome | null;
  /** For police, in the history. */
  note: string;
  /** In the officer's words; null where the partner is told by mail alone that it ended. */
  message: string | null;
};

/**
 * Ends a submission that is not High, as one person may, and tells the partner. Answered without words of the officer's
 * own the partner gets the outcome's template; closed without an item, the reason stays with police.
 */
export const end =
  (ending: Exclude<Ending, 'grant_withdrawal'>): ActionEffect =>
  async (tx, ctx, submission, fields) => {
    const prepared = await prepare(tx, ctx, submission, ending, fields);
    const { input, outcome, note } = prepared;
    return {
      input,
      ...(outcome ? { change: { outcome } } : {}),
      note,
      ...(ending === 'close_without_item' ? { data: { outcome } } : {}),
      after: async () => {
        await checked(tx, ctx, submission, ending, prepared, fields);
        await tellHowItEnded(tx, ctx, submission, ending, prepared, ctx.actor.accountId);
      },
    };
  };

/** Ends a duplicate whose original is High and open, as one person may, and tells the partner. */
export const closeAsDuplicate: ActionEffect = async (tx, ctx, submission, fields) => {
  const outcome: Outcome = 'duplicate';
  const gates = gatesOfDuplicate(await readClosingFacts(tx, ctx, submission));
  const tooLong = longMessage({ comment: fields.comment });
  const input = { comment: fields.comment, closingGaps: gapsOf(gates), tooLong };
  const prepared = { input, outcome, note: '', message: fields.comment };
  return {
    input,
    change: { outcome },
    note: '',
    data: { outcome },
    after: async () => {
      await checked(tx, ctx, submission, 'answer_and_close', prepared, fields);
      await tellHowItEnded(tx, ctx, submission, 'answer_and_close', prepared, ctx.actor.accountId);
    },
  };
};

/**
 * Asks that a High submission end, with everything that the ending needs and what was done about the danger. It stays open
 * until a supervisor who did not ask has decided.
 */
export const askToEnd =
  (ending: Ending): ActionEffect =>
  async (tx, ctx, submission, fields) => {
    const prepared = await prepare(tx, ctx, submission, ending, fields);
    const { input, outcome, note, message } = prepared;
    const danger = dangerActOf(ctx, submission, fields);
    return {
      input: { ...input, ...danger.input },
      change: { endingAsked: ending, endingAskedBy: ctx.actor.accountId },
      note: aboutDangerToo(note, danger.act),
      data: {
        ending,
        outcome,
        message,
        unsanitised: fields.unsanitised.trim(),
        noContactPlan: fields.noContactPlan.trim(),
        handedOn: fields.handedOn.trim(),
      },
      after: async () => {
        await checked(tx, ctx, submission, ending, prepared, fields);
        await danger.record(tx);
        await tellDeciders(tx, ctx.actor.accountId);
      },
    };
  };

/** Ends it as somebody else asked, with the reason, where it may still end so. */
export const grantEnding: ActionEffect = async (tx, ctx, submission) => {
  const request = (await openRequests(tx, ctx, submission)).find(({ kind }) => kind === 'ending');
  const asked = request?.ending ?? null;
  const prepared = asked ? await prepareAgain(tx, ctx, submission, asked) : null;
  const { closingGaps = [], unsanitisedProblem, contactPlan, looseEnds } = prepared?.input ?? {};
  const gaps = [...closingGaps, unsanitisedProblem, contactPlan, looseEnds].filter(
    (gap) => typeof gap === 'string',
  );
  if (gaps.length > 0) throw new Conflict(gaps.join('. '));
  return {
    ...(prepared?.outcome ? { change: { outcome: prepared.outcome } } : {}),
    data: { ending: asked?.ending ?? null, outcome: prepared?.outcome ?? null },
    after: async () => {
      // The table has refused what nobody asked for.
      if (!request || !asked || !prepared) throw new Conflict();
      await tellHowItEnded(tx, ctx, submission, asked.ending, prepared, request.askedById);
      await tellAsker(tx, request.askedById, submission.id);
    },
  };
};

/** Leaves it open although somebody asked, with the reason. */
export const refuseEnding: ActionEffect = (tx, _, { id, state }) => ({
  change: { endingAsked: null, endingAskedBy: null },
  after: () => tellAsker(tx, state.endingAskedBy, id),
});

async function prepare(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  ending: Ending,
  fields: EndingFields,
): Promise<Prepared> {
  const { comment, message } = fields;
  const tooLong = longMessage(ending === 'grant_withdrawal' ? { message } : { comment, message });
  const outcome = isOutcome(fields.outcome) ? fields.outcome : null;
  const input: ActionInput = { comment, outcome: fields.outcome, tooLong };
  switch (ending) {
    case 'reject': {
      const reasons = reasonsFor(gatesOfRejection(submission), null, fields);
      return {
        input: { comment, tooLong, ...reasons.input },
        outcome: null,
        note: reasons.notes.join('\n\n'),
        message: comment,
      };
    }
    case 'grant_withdrawal':
      return { input: { comment, tooLong }, outcome: null, note: comment.trim(), message: null };
    case 'close_without_item': {
      const gates = gatesWithoutItem(await readClosingFacts(tx, ctx, submission), outcome);
      const reasons = reasonsFor(gates, outcome, fields);
      return {
        input: { ...input, ...reasons.input },
        outcome,
        note: [comment.trim(), ...reasons.notes].join('\n\n'),
        message,
      };
    }
    case 'answer_and_close': {
      const gates = closingGates(await readClosingFacts(tx, ctx, submission), outcome);
      const reasons = reasonsFor(gates, outcome, fields);
      return {
        input: { ...input, ...reasons.input },
        outcome,
        // The message to the partner is no note; the reasons stay with police.
        note: reasons.notes.join('\n\n'),
        message: comment,
      };
    }
  }
}

/**
 * What the gates still ask for, where a reason does what is wrong with it, and the reasons as the history keeps them. What
 * one outcome asks for waits until one is chosen; the victim's contact and loose ends are the same for each.
 */
function reasonsFor(
  gates: readonly Gate[],
  outcome: Outcome | null,
  fields: Pick<EndingFields, Reason>,
): { input: ActionInput; notes: string[] } {
  const asked: Record<Reason, string | undefined> = {
    unsanitised: outcome ? gapsWith(gates, 'unsanitised')[0] : undefined,
    noContactPlan: gapsWith(gates, 'noContactPlan')[0],
    handedOn: askedToHandOn(gates),
  };
  const problem = (reason: Reason) => reasonProblem(fields[reason], asked[reason]);
  return {
    input: {
      closingGaps: gapsWith(gates, null),
      unsanitisedProblem: problem('unsanitised'),
      contactPlan: problem('noContactPlan'),
      looseEnds: problem('handedOn'),
    },
    notes: reasons.flatMap(([reason, name]) => (asked[reason] ? [`${name}: ${fields[reason].trim()}`] : [])),
  };
}

/** Each reason as the history names it. */
const reasons: readonly (readonly [reason: Reason, name: string])[] = [
  ['unsanitised', 'No sanitised text'],
  ['noContactPlan', 'No contact plan'],
  ['handedOn', 'Handed on'],
];

/** The ending as it was asked, worked out on the submission as it is now. */
const prepareAgain = (
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { ending, outcome, message, ...asked }: AskedEnding,
): Promise<Prepared> =>
  prepare(tx, ctx, submission, ending, {
    comment: ending === 'close_without_item' ? '' : (message ?? ''),
    message: ending === 'close_without_item' ? (message ?? '') : '',
    ...asked,
    outcome: outcome ?? '',
  });

/**
 * Refuses words to the partner that may not be sent. Where `comment` is police's reason they stand in a field of their
 * own.
 */
async function checked(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  ending: Ending,
  { message }: Prepared,
  { confirmed }: Pick<ActionFields, 'confirmed'>,
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
  authorId: Id<'Account'>,
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
