import type { WorkAtHand } from '#app/domain/triage/items/next-step.ts';
import type { Item } from '#app/domain/submission/items.server.ts';
import type { OpenedSubmission } from '#app/domain/desks/open-submission.server.ts';

type Whole = Extract<OpenedSubmission, { view: 'whole' }>;

/** What the next step depends on, of a submission as its page has it. */
export function workAtHand(opened: Whole, unreadIn: WorkAtHand['unreadIn']): WorkAtHand {
  return {
    actions: opened.actions.map(({ action }) => action),
    itemActions: opened.itemActions,
    withdrawalRequested: opened.withdrawalRequested,
    unreadIn,
    items: opened.items.filter(({ voided }) => voided === null).map(itemAtHand),
  };
}

function itemAtHand(item: Item): WorkAtHand['items'][number] {
  const [text] = item.versions;
  return {
    id: item.id,
    number: item.number,
    graded: item.grade !== null,
    complete: item.mopiGroup !== null && item.reviewOn !== null,
    written: text !== undefined && text.sentBack === null,
    toApprove: item.awaitsApproval,
    sent: item.disseminations.some(({ recalled }) => recalled === null),
  };
}
