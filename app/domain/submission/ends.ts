import { askingFor, ends, type End } from '../kernel/endings.ts';
import { isOutcomeWithoutItem } from '../kernel/outcomes.ts';
import type { SubmissionState } from '../kernel/statuses.ts';
import type { Transition } from './actions.ts';

/** The actions that an officer takes by saying how a report ends. */
const endActions = [
  'answer_and_close',
  'ask_to_close',
  'close_without_item',
  'ask_to_close_without_item',
  'reject',
  'ask_to_reject',
  'close_as_duplicate',
] as const;
export type EndAction = (typeof endActions)[number];

export const isEndAction = (action: string): action is EndAction =>
  endActions.some((known) => known === action);

/** How a submission ends as it stands, if nothing else is said: what is not accepted has no outcome yet. */
export const usualEnd = ({ status }: Pick<SubmissionState, 'status'>): End =>
  status === 'accepted' || status === 'disseminated' ? 'used' : 'rejected';

/** The action by which a submission as it stands ends so; whether it may be taken is for the table to say. */
export function actionToEnd(
  end: End,
  { status, priority, dangerGoesOn }: Pick<SubmissionState, 'status' | 'priority' | 'dangerGoesOn'>,
): EndAction {
  const high = priority === 'high';
  if (high && dangerGoesOn && end === 'duplicate') return 'close_as_duplicate';
  if (end === 'rejected') return high ? askingFor.reject : 'reject';
  const ending =
    status === 'accepted' || status === 'disseminated' ? 'answer_and_close' : 'close_without_item';
  return high ? askingFor[ending] : ending;
}

/** How a report may end by the rows that its officer may use now. */
export const endsAmong = (
  offered: readonly Pick<Transition, 'action' | 'requires'>[],
  state: Pick<SubmissionState, 'status' | 'priority' | 'dangerGoesOn'>,
): End[] =>
  ends.filter((end) => {
    const row = offered.find(({ action }) => action === actionToEnd(end, state));
    if (!row) return false;
    return !row.requires.includes('outcome_without_item') || isOutcomeWithoutItem(end);
  });
