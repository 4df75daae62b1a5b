import { assessmentActions } from './actions/assessment.ts';
import { handingOnActions } from './actions/handing-on.ts';
import { immigrationActions } from './actions/immigration.ts';
import { itemActionRows } from './actions/items.ts';
import { partnerActions } from './actions/partner.ts';
import { protectionActions } from './actions/protection.ts';
import { transitionDefaults, type ActionRow, type TransitionRow } from './actions/row.ts';

const ofSubmission = {
  ...assessmentActions,
  ...protectionActions,
  ...immigrationActions,
  ...handingOnActions,
};
const table = { ...ofSubmission, ...itemActionRows, ...partnerActions };

export type Action = keyof typeof table;
/** Actions that an officer takes on a submission as a whole, and those on one of its items. */
export type SubmissionAction = keyof typeof ofSubmission;
export type ItemAction = keyof typeof itemActionRows;
/** Those of them of which the table says everything that they do. */
export type PlainAction = {
  [Name in SubmissionAction]: (typeof table)[Name] extends { plain: true } ? Name : never;
}[SubmissionAction];

/**
 * The one table of actions: who × from × action → to, with the words of each. Nothing else writes a status, a claim or a
 * primary queue, and the buttons, the checks, the audit events, the history and the tests read it.
 */
export const actions: Readonly<Record<Action, ActionRow>> = table;

const namesOf = <Name extends Action>(rows: Readonly<Record<Name, ActionRow>>): readonly Name[] =>
  Object.keys(rows) as Name[];

/** In the order in which a page offers them. */
export const submissionActions = namesOf(ofSubmission);
const itemActions = namesOf(itemActionRows);
const everyAction = namesOf(table);

const among =
  <Name extends Action>(names: readonly Name[]) =>
  (action: string): action is Name =>
    names.some((known) => known === action);

export const isSubmissionAction = among(submissionActions);
export const isItemAction = among(itemActions);
export const isAction = among(everyAction);

/** One way to take an action, with everything that its row says. */
export type Transition = TransitionRow & { action: Action } & Pick<ActionRow, 'label' | 'comment'>;

/** The table, a line for each way in which an action may be taken. */
export const transitions: readonly Transition[] = everyAction.flatMap((action) => {
  const { label, comment, transitions: rows } = actions[action];
  return rows.map((row) => ({ ...transitionDefaults, ...row, action, label, comment }));
});
