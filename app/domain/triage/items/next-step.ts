import type { Id } from '#app/domain/kernel/id.ts';
import type { ItemAction, SubmissionAction } from '../../submission/actions.ts';

/** The facts of a submission that an officer has open; `items` as they stand, in their order. */
export type WorkAtHand = {
  actions: readonly SubmissionAction[];
  itemActions: readonly ItemAction[];
  withdrawalRequested: boolean;
  /** In which part of the page the first of what nobody has marked as read stands. */
  unreadIn: 'added' | 'messages' | null;
  items: readonly ItemAtHand[];
};

/** `toApprove`: its newest text cannot go out before a second person has approved it. */
export type ItemAtHand = {
  id: Id<'IntelligenceItem'>;
  number: number;
  graded: boolean;
  complete: boolean;
  written: boolean;
  toApprove: boolean;
  sent: boolean;
};

/** The right thing to do next: an action on the whole, something on an item, or a part of the page to read. */
export type NextStep =
  | { do: 'action'; action: SubmissionAction }
  | { do: 'read'; part: 'added' | 'messages' }
  | { do: 'sanitise' | 'disseminate'; itemId: Id<'IntelligenceItem'>; number: number }
  /** Somebody else comes first: nothing of the officer's own stands out. */
  | { do: 'wait'; number: number };

/**
 * The step that brings a submission on, so that the page can offer it first and say what is missing. Null where nothing
 * stands out: the officer has nothing to do, or decides freely, as on a wish to withdraw. What the table of transitions
 * allows stays allowed.
 */
export function nextStep(work: WorkAtHand): NextStep | null {
  const { actions, itemActions, items } = work;
  if (actions.includes('claim')) return { do: 'action', action: 'claim' };
  if (actions.includes('record_reply')) return { do: 'action', action: 'record_reply' };
  if (work.withdrawalRequested) return null;
  if (work.unreadIn && itemActions.includes('grade')) return { do: 'read', part: work.unreadIn };
  if (actions.includes('accept')) return accepting(items);
  return onItem(items, itemActions) ?? closing(actions);
}

/** Items are made and graded beside the text. */
function accepting(items: readonly ItemAtHand[]): NextStep | null {
  const ready = items.length > 0 && items.every(({ graded, complete }) => graded && complete);
  return ready ? { do: 'action', action: 'accept' } : null;
}

/** FIB's next step with an accepted submission, also where another queue holds it. */
function onItem(items: readonly ItemAtHand[], may: readonly ItemAction[]): NextStep | null {
  if (!may.includes('disseminate')) return null;
  const unwritten = items.find(({ graded, written }) => graded && !written);
  if (unwritten) return { do: 'sanitise', itemId: unwritten.id, number: unwritten.number };
  const ready = items.find(({ written, toApprove, sent }) => written && !toApprove && !sent);
  if (ready) return { do: 'disseminate', itemId: ready.id, number: ready.number };
  const waits = items.find(({ toApprove, sent }) => toApprove && !sent);
  return waits ? { do: 'wait', number: waits.number } : null;
}

function closing(actions: readonly SubmissionAction[]): NextStep | null {
  const action = (['answer_and_close', 'ask_to_close'] as const).find((close) => actions.includes(close));
  return action ? { do: 'action', action } : null;
}
