import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Place } from '../kernel/place.ts';

/** What can wait for somebody: in a queue, or elsewhere. */
export type WaitsCode =
  | 'urgent'
  | 'overdue'
  | 'newInformation'
  | 'unassigned'
  | 'toSanitise'
  | 'acknowledgeNow'
  | 'toAcknowledge'
  | 'unclaimedHigh'
  | 'unreadDanger'
  | 'mine'
  | 'heldByAway'
  | 'fallen'
  | 'contactsOverdue'
  | 'contactsToday'
  | 'contactsUnplanned'
  | 'significant'
  | 'highUnacknowledged'
  | 'recipientsToTell'
  | 'toPassOn'
  | 'acknowledgementOverdue'
  | 'recipientAnswers'
  | 'approvalsDue'
  | 'approvals'
  | 'disposals'
  | 'requests'
  | 'sourceRequests'
  | 'rosterGaps'
  | 'ruleDraft'
  | 'tasksOverdue'
  | 'tasksToday'
  | 'sharedTasksOverdue'
  | 'sharedTasksToday'
  | 'planReviews'
  | 'planProposals'
  | 'planReturned'
  | 'unsentForPartners'
  | 'questions'
  | 'drafts'
  | 'beingReviewed'
  | 'questionsToMembers'
  | 'invited'
  | 'rolesAsked'
  | 'settingsAsked'
  | 'agreements'
  | 'agreementsEnding'
  | 'agreementsEnded'
  | 'dangerNotSent'
  | 'ownAgreementEnding'
  | 'ownAgreementEnded'
  | 'accountsInvited';

/** Something that waits for this person: how many, where, and the name of the queue in which it does. */
export type Waits = {
  code: WaitsCode;
  count: number;
  place: Place;
  urgent?: boolean;
  queue?: string;
};

/** A subselect that counts one thing, or an array of several, of which this is the one `at` a position. */
export type Count = Prisma.Sql | { of: Prisma.Sql; at: number };

/** Something that may wait: `count` is known already, or is asked for. */
export type Counted = Omit<Waits, 'count'> & { count: number | Count };
