import type { Actor } from '#app/domain/kernel/actor.ts';
import type { ItemState, SubmissionState } from '#app/domain/kernel/statuses.ts';
import { isItemAction, type ItemAction } from './actions.ts';
import { transitionsFor } from './decide-transition.ts';
import type { Item } from './items.server.ts';
import { needsSecondPerson } from './second-person.ts';
import type { SubmissionAccess } from './submission-access.ts';

/** The disseminations of an item for which the two-person rule holds, recalled since or not. */
const sentByTwo = ({ grade, earlierGrades, disseminations }: Item, restricted: boolean) =>
  disseminations.flatMap((sent) => {
    const given = [grade, ...earlierGrades].find((each) => each?.id === sent.gradeId);
    const handling = given?.handling ?? null;
    return needsSecondPerson({ handling, restricted }) ? [{ sent, gradedById: given?.gradedById }] : [];
  });

/** What the rules go by of one item. */
export function itemState(item: Item, restricted: boolean): ItemState {
  const went = sentByTwo(item, restricted);
  const texts = item.versions.filter(({ version }) => went.some(({ sent }) => sent.version === version));
  return {
    writtenBy: item.createdById,
    voided: item.voided !== null,
    wentOutByTwo: went.length > 0,
    madeBy: [
      item.createdById,
      ...texts.map(({ writtenById }) => writtenById),
      ...went.flatMap(({ sent, gradedById }) => [sent.sentById, ...(gradedById ? [gradedById] : [])]),
    ],
  };
}

/** The versions that went out under the two-person rule and that nobody has judged with the grade they went out with. */
export function unjudgedVersions(item: Item, restricted: boolean): number[] {
  const went = sentByTwo(item, restricted);
  return item.versions
    .filter(({ version, approvals }) =>
      went.some(
        ({ sent }) => sent.version === version && !approvals.some(({ gradeId }) => gradeId === sent.gradeId),
      ),
    )
    .map(({ version }) => version);
}

/** What the actor may do with one item now. */
export function itemActionsOn(
  item: Item,
  state: SubmissionState,
  actor: Actor,
  access: SubmissionAccess,
): ItemAction[] {
  const about = { ...state, item: itemState(item, state.restricted) };
  return transitionsFor(about, actor, access).flatMap(({ action }) => (isItemAction(action) ? [action] : []));
}

/**
 * It has gone to nobody yet, and nothing of it waits for a second person: it is worked on beside the text. What has gone out
 * is changed on pages of its own.
 */
export const isUnfinished = (item: Item): boolean =>
  !item.awaitsApproval &&
  (item.versions[0]?.approval ?? null) === null &&
  item.disseminations.every(({ recalled }) => recalled !== null);
