import type { Ctx } from '../../kernel/context.ts';
import { act } from './act.server.ts';
import {
  answerAndClose,
  askToEnd,
  closeWithoutItem,
  grantEnding,
  refuseEnding,
  reject,
} from './end-submission.server.ts';
import { raiseByHand } from '../../intake/own-reports/raise-to-high.server.ts';
import { handOver } from '../queues/hand-over.server.ts';
import { reopenSubmission } from './reopen-submission.server.ts';
import { declineTransfer, reroute } from '../queues/reroute.server.ts';
import { askToLower, grantLowering, refuseLowering } from '../approvals/lower-priority.server.ts';
import { askToLift, liftRestriction, refuseLifting, restrict } from '../approvals/restrict.server.ts';
import { setArea } from '../queues/set-area.server.ts';
import { isPlain, type SubmissionAction } from '../../submission/actions.ts';
import { askPartner, refuseWithdrawal } from '../partner-messages/write-to-partner.server.ts';

/** What the page of an action posts; a field that the action does not ask for is empty. */
export type PostedAction = {
  submissionId: string;
  action: SubmissionAction;
  comment: string;
  outcome: string;
  /** Why an item has no sanitised text, where something used is closed without. */
  unsanitised: string;
  /** What the partner is told, where the comment is police's own reason. */
  message: string;
  otherQueue: string;
  /** The code of an area. */
  area: string;
  colleague: string;
  /** What a High submission is asked to be instead, and what was done about the danger that its partner told of. */
  lowerTo: string;
  aboutDanger: string;
  /** Codes of ready questions to the partner (asking-for-more.ts). */
  prompts: readonly string[];
  /** The message that was confirmed although it may ask for more; empty when none was. */
  confirmed: string;
  expectedVersion: number;
};

/**
 * Takes an action on a submission by the use case that it belongs to; where its row says all that it does, by the table
 * alone. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function performAction(ctx: Ctx, input: PostedAction): Promise<void> {
  const { action, submissionId, comment, expectedVersion } = input;
  const written = { submissionId, comment, expectedVersion };
  const message = { ...written, confirmed: input.confirmed || null };
  const { outcome, unsanitised, aboutDanger } = input;
  const ending = { ...message, outcome, unsanitised, aboutDanger, message: input.message };
  if (isPlain(action)) return act(ctx, { ...written, action });
  switch (action) {
    case 'accept':
      return act(ctx, { ...written, action });
    case 'hand_over':
    case 'assign':
      return handOver(ctx, { ...written, action, colleagueId: input.colleague });
    case 'reopen':
      return reopenSubmission(ctx, written);
    case 'raise_to_high':
      return raiseByHand(ctx, written);
    case 'restrict':
      return restrict(ctx, written);
    case 'lift_restriction':
      return liftRestriction(ctx, written);
    case 'ask_to_lift':
      return askToLift(ctx, { ...written, aboutDanger: input.aboutDanger });
    case 'refuse_lifting':
      return refuseLifting(ctx, written);
    case 'ask_to_lower':
      return askToLower(ctx, { ...written, lowerTo: input.lowerTo, aboutDanger: input.aboutDanger });
    case 'grant_lowering':
      return grantLowering(ctx, written);
    case 'refuse_lowering':
      return refuseLowering(ctx, written);
    case 'reroute':
      return reroute(ctx, { ...written, queueCode: input.otherQueue });
    case 'decline_transfer':
      return declineTransfer(ctx, written);
    case 'set_area':
      return setArea(ctx, { ...written, areaCode: input.area });
    case 'close_without_item':
      return closeWithoutItem(ctx, ending);
    case 'answer_and_close':
      return answerAndClose(ctx, ending);
    case 'ask_partner':
      return askPartner(ctx, { ...message, prompts: input.prompts });
    case 'reject':
      return reject(ctx, message);
    case 'ask_to_close':
      return askToEnd(ctx, 'answer_and_close', ending);
    case 'ask_to_close_without_item':
      return askToEnd(ctx, 'close_without_item', ending);
    case 'ask_to_reject':
      return askToEnd(ctx, 'reject', ending);
    case 'ask_to_grant_withdrawal':
      return askToEnd(ctx, 'grant_withdrawal', ending);
    case 'grant_ending':
      return grantEnding(ctx, written);
    case 'refuse_ending':
      return refuseEnding(ctx, written);
    case 'refuse_withdrawal':
      return refuseWithdrawal(ctx, message);
  }
}
