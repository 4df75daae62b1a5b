import type { Id } from '#app/domain/kernel/id.ts';
import type { Ending } from './endings.ts';

/** The states of a submission, in the order of its life. A draft is kept apart and has none of these. */
export const statuses = [
  'submitted',
  'in_assessment',
  'clarification',
  'accepted',
  'disseminated',
  'closed',
  'rejected',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

/**
 * Nobody acts on these any more. One way leads back, to what it was when it ended: a partner says that somebody is in
 * danger, of a report that was closed or rejected, or an FIB supervisor opens it again (decision 0028).
 */
export const finalStatuses: readonly Status[] = ['closed', 'rejected', 'withdrawn'];
export const openStatuses: readonly Status[] = statuses.filter((status) => !finalStatuses.includes(status));

export const isFinal = (status: Status): boolean => finalStatuses.includes(status);

export type Priority = 'high' | 'medium' | 'low';

/** The Force Intelligence Bureau, the SPOC queue of one area, the SPOC queue of the force. */
export const queueKinds = ['fib', 'area', 'force_spoc'] as const;
export type QueueKind = (typeof queueKinds)[number];

/** `areaId` is set for the kind `area` and null for the others. */
export type QueueRef = { kind: QueueKind; areaId: Id<'Area'> | null };

/** What decides who may do what with one item of a submission. */
export type ItemState = {
  writtenBy: Id<'Account'>;
  voided: boolean;
  /** Something of it went out under the two-person rule, recalled since or not. */
  wentOutByTwo: boolean;
  /** Who wrote it, and who wrote, graded or sent what went out. */
  madeBy: readonly Id<'Account'>[];
};

/** What decides who may see a submission and who may do what with it: no content. */
export type SubmissionState = {
  status: Status;
  /** What it was when it was closed or rejected; null while it is neither. */
  endedFrom: Status | null;
  priority: Priority;
  /** Restricted: only FIB reads it, and of FIB those on its access list, whichever rule or queue says otherwise. */
  restricted: boolean;
  /** Who is on the access list of a restricted submission; null while it has none, as nobody of FIB has taken it on. */
  accessList: readonly Id<'Account'>[] | null;
  /** Who asked that it be High no longer, and that it be restricted no longer, while nobody has decided. */
  loweringAskedBy: Id<'Account'> | null;
  /** Who asked that a High submission end, and how, while nobody has decided. */
  endingAskedBy: Id<'Account'> | null;
  endingAsked: Ending | null;
  liftingAskedBy: Id<'Account'> | null;
  /** Who asked that something of it goes to immigration enforcement, while nobody has decided. */
  immigrationAskedBy: Id<'Account'> | null;
  primaryQueueKind: QueueKind;
  primaryAreaId: Id<'Area'> | null;
  /** The area to which the submission counts, which need not be the area of the queue that holds it. */
  areaId: Id<'Area'> | null;
  claimedBy: Id<'Account'> | null;
  submittedBy: string;
  organisationId: Id<'Organisation'>;
  /** The partner has asked to withdraw a High submission and no officer has answered yet. */
  withdrawalRequested: boolean;
  /** The partner added something that no officer has marked as read. */
  unreadInformation: boolean;
  /** Its partner saw it again, and was not asked to stop looking. */
  seenAgain: boolean;
  /** It is linked as the duplicate of a submission that is High and open: the danger goes on there. */
  dangerGoesOn: boolean;
  /** At least one intelligence item was made of it that stands. */
  hasItems: boolean;
  /** The item that an action is about; absent where it is about the whole. */
  item?: ItemState;
  /** Something went out on the word of one person and still needs a second person's approval. */
  approvalOutstanding: boolean;
  /** It was moved here by hand, and nobody has accepted it by claiming it, nor sent it back. */
  transferred: boolean;
};
