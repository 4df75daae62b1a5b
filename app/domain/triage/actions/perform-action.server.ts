import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { raiseByHand } from '../../intake/own-reports/raise-to-high.server.ts';
import { askToLower, grantLowering, refuseLowering } from '../approvals/lower-priority.server.ts';
import { grantImmigrationUse, refuseImmigrationUse } from '../approvals/immigration-use.server.ts';
import { giveAccess, takeAccess } from '../approvals/access-list.server.ts';
import { askToLift, liftRestriction, refuseLifting, restrict } from '../approvals/restrict.server.ts';
import { askPartner, refuseWithdrawal } from '../partner-messages/write-to-partner.server.ts';
import { askToStopLooking } from '../partner-messages/stop-looking.server.ts';
import { handOver } from '../queues/hand-over.server.ts';
import { declineTransfer, reroute } from '../queues/reroute.server.ts';
import { setArea } from '../queues/set-area.server.ts';
import type { PlainAction, SubmissionAction } from '../../submission/actions.ts';
import type { ActionEffect, ActionFields } from '../../submission/actions/effect.ts';
import { lockSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { accept } from './accept.server.ts';
import { askToEnd, closeAsDuplicate, end, grantEnding, refuseEnding } from './end-submission.server.ts';
import { reopen } from './reopen-submission.server.ts';

/** An action as it is posted. `expectedVersion`: that of the page; null where the action does not depend on it. */
export type PostedAction = Partial<ActionFields> & {
  submissionId: Id<'Submission'>;
  action: SubmissionAction;
  expectedVersion: number | null;
};

/** The effects of the actions beyond their rows. A row that says everything is marked `plain`. */
const effects = {
  accept,
  hand_over: handOver,
  assign: handOver,
  reroute,
  decline_transfer: declineTransfer,
  set_area: setArea,
  ask_partner: askPartner,
  refuse_withdrawal: refuseWithdrawal,
  ask_to_stop_looking: askToStopLooking,
  answer_and_close: end('answer_and_close'),
  close_without_item: end('close_without_item'),
  reject: end('reject'),
  close_as_duplicate: closeAsDuplicate,
  ask_to_close: askToEnd('answer_and_close'),
  ask_to_close_without_item: askToEnd('close_without_item'),
  ask_to_reject: askToEnd('reject'),
  ask_to_grant_withdrawal: askToEnd('grant_withdrawal'),
  grant_ending: grantEnding,
  refuse_ending: refuseEnding,
  reopen,
  raise_to_high: raiseByHand,
  ask_to_lower: askToLower,
  grant_lowering: grantLowering,
  refuse_lowering: refuseLowering,
  restrict,
  give_access: giveAccess,
  take_access: takeAccess,
  ask_to_lift: askToLift,
  lift_restriction: liftRestriction,
  refuse_lifting: refuseLifting,
  grant_immigration_use: grantImmigrationUse,
  refuse_immigration_use: refuseImmigrationUse,
} satisfies Record<Exclude<SubmissionAction, PlainAction>, ActionEffect>;

const effectOf: Readonly<Partial<Record<SubmissionAction, ActionEffect>>> = effects;

const noFields: ActionFields = {
  comment: '',
  outcome: '',
  unsanitised: '',
  noContactPlan: '',
  handedOn: '',
  message: '',
  otherQueue: '',
  area: '',
  colleague: '',
  lowerTo: '',
  aboutDanger: '',
  dangerBy: '',
  dangerAt: null,
  override: '',
  prompts: [],
  confirmed: '',
};

/**
 * Takes an action on a submission: loads and locks it, asks its table whether it may be taken, writes what the row says
 * with history and audit, and tells whoever is to hear. All of it happens, or nothing.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function performAction(ctx: Ctx, posted: PostedAction): Promise<void> {
  await transaction(ctx.db, async (tx) =>
    actOn(tx, ctx, await lockSubmission(tx, ctx, posted.submissionId), posted),
  );
}

/** The same on a submission that is locked already. */
export async function actOn(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { action, expectedVersion, ...given }: Omit<PostedAction, 'submissionId'>,
): Promise<void> {
  const fields = { ...noFields, ...given };
  const { after, ...taken } = (await effectOf[action]?.(tx, ctx, submission, fields)) ?? {};
  const input = { comment: fields.comment, ...taken.input };
  await transition(tx, ctx, submission, { ...taken, action, expectedVersion, input });
  await after?.();
}
