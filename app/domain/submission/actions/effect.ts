import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { WrittenDangerAct } from '../danger-act.ts';
import type { LoadedSubmission } from '../load-submission.server.ts';
import type { TakenAction } from '../transition.server.ts';

/** The fields that a page of an action may have; of those that it does not have the text is empty. */
export type ActionFields = WrittenDangerAct & {
  /** The comment that the row of the action asks for: read by police, or by the partner. */
  comment: string;
  outcome: string;
  /** Why an item has no sanitised text, where something used is closed without. */
  unsanitised: string;
  /** Why a victim who wants contact has no contact plan, where it ends without. */
  noContactPlan: string;
  /** Who takes on what is not done yet, and why, where something is closed with loose ends. */
  handedOn: string;
  /** The message to the partner, where the comment is police's own reason. */
  message: string;
  /** The code of a queue. */
  otherQueue: string;
  /** The code of an area. */
  area: string;
  /** The id of an account. */
  colleague: string;
  /** The priority that is asked for instead of High. */
  lowerTo: string;
  /** Why the partner's condition is overridden, where something goes to immigration enforcement against it. */
  override: string;
  /** Codes of ready questions to the partner (asking-for-more.ts). */
  prompts: readonly string[];
  /** The message that was confirmed although it may ask for more: exactly that one. */
  confirmed: string;
};

type EffectOfAction = Omit<TakenAction, 'action' | 'expectedVersion'> & { after?: () => Promise<unknown> };

/**
 * The part of an action that its row does not say. It is called with the locked submission before anything is decided. Its
 * answer goes into the decision (`input`) and is written with the transition (`change`, `note`, `data`); `after` runs in
 * the same transaction once that is written.
 */
export type ActionEffect = (
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  fields: ActionFields,
) => EffectOfAction | Promise<EffectOfAction>;
