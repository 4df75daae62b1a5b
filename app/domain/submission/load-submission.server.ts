import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { onDutySql } from '../people/duty/on-duty.server.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';
import { awaitsSecondPersonSql } from './second-person-sql.server.ts';
import {
  maySeeExists,
  accessFor,
  type AccessFacts,
  type SubmissionAccess,
  maySeeRawText,
} from './submission-access.ts';
import type { Priority, QueueKind, QueueRef, Status, SubmissionState } from '../kernel/statuses.ts';

/** A submission as the rules see it, with what its handling needs: no content. */
export type LoadedSubmission = {
  id: Id<'Submission'>;
  reference: string;
  version: number;
  submittedAt: Date;
  waitingSince: Date;
  primaryQueueId: Id<'Queue'>;
  primaryQueueName: string;
  firstSeenAt: Date | null;
  /** Since when it was given to its holder, who has not opened it yet. */
  unopenedSince: Date | null;
  assessedAt: Date | null;
  answeredAt: Date | null;
  /** A victim wants contact, and no contact plan is written. */
  contactUnplanned: boolean;
  state: SubmissionState;
  watchers: QueueRef[];
  accessFacts: AccessFacts;
  /** The queue that moved it here by hand, until somebody accepts it or sends it back. */
  transferredFrom: { code: string; name: string } | null;
};

type Row = {
  id: Id<'Submission'>;
  reference: string;
  version: number;
  submitted_at: Date;
  waiting_since: Date;
  primary_queue_id: Id<'Queue'>;
  queue_name: string;
  queue_kind: QueueKind;
  queue_area_id: Id<'Area'> | null;
  status: Status;
  ended_from: Status | null;
  priority: Priority;
  restricted: boolean;
  access_list: Id<'Account'>[] | null;
  lowering_asked_by: Id<'Account'> | null;
  ending_asked_by: Id<'Account'> | null;
  ending_asked: Ending | null;
  lifting_asked_by: Id<'Account'> | null;
  immigration_asked_by: Id<'Account'> | null;
  area_id: Id<'Area'> | null;
  claimed_by: Id<'Account'> | null;
  submitted_by: Id<'Account'>;
  organisation_id: Id<'Organisation'>;
  withdrawal_requested: boolean;
  unread_information: boolean;
  seen_again: boolean;
  first_seen_at: Date | null;
  unopened_since: Date | null;
  assessed_at: Date | null;
  answered_at: Date | null;
  danger_goes_on: boolean;
  has_items: boolean;
  contact_unplanned: boolean;
  approval_outstanding: boolean;
  transferred_from: { code: string; name: string } | null;
  on_duty_list: boolean;
  cover_agreed: boolean;
  watchers: QueueRef[] | null;
};

/**
 * Reads a submission for handling and locks it until the transaction ends, so that two officers' actions follow each
 * other. Where the actor may not know of it, it does not exist. @throws NotFound
 */
export async function lockSubmission(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
): Promise<LoadedSubmission> {
  await tx.$queryRaw`SELECT 1 FROM submission WHERE id = ${submissionId}::uuid FOR NO KEY UPDATE`;
  return loadSubmission(tx, ctx, submissionId);
}

/** The same without the lock, for reading. @throws NotFound */
export async function loadSubmission(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
): Promise<LoadedSubmission> {
  const submission = await loadSubmissionUnchecked(tx, ctx, submissionId);
  if (!submission || !maySeeExists(ctx.actor, submission.state, submission.watchers, submission.accessFacts))
    throw new NotFound();
  return submission;
}

/** The same submission as it stands after a move in this transaction, without asking again who looks. @throws NotFound */
export async function reloadSubmission(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  { id }: LoadedSubmission,
): Promise<LoadedSubmission> {
  const submission = await loadSubmissionUnchecked(tx, ctx, id);
  if (!submission) throw new NotFound();
  return submission;
}

/** Without asking who looks: for jobs, and for rules that ask themselves. */
export async function loadSubmissionUnchecked(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  submissionId: Id<'Submission'>,
): Promise<LoadedSubmission | null> {
  const [submission] = await loadSubmissionsUnchecked(tx, ctx, [submissionId]);
  return submission ?? null;
}

/** Several in one statement, in no order; what is not there is left out. Without asking who looks. */
export async function loadSubmissionsUnchecked(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  submissionIds: readonly Id<'Submission'>[],
): Promise<LoadedSubmission[]> {
  const now = ctx.clock.now();
  const actorId = ctx.actor?.accountId ?? null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.reference, s.version, s.submitted_at, s.waiting_since, s.primary_queue_id, q.name AS queue_name, q.kind AS queue_kind, q.area_id AS queue_area_id,
      s.status, s.priority, s.restricted, s.area_id, s.claimed_by, s.submitted_by, s.organisation_id,
      s.withdrawal_requested_at IS NOT NULL AS withdrawal_requested, s.new_information_at IS NOT NULL AS unread_information,
      s.seen_again_at IS NOT NULL AND s.stop_looking_asked_at IS NULL AS seen_again, s.first_seen_at, s.unopened_since, s.assessed_at, s.answered_at,
      s.lowering_asked_by, s.ending_asked_by, s.ending_asked, s.lifting_asked_by, s.immigration_asked_by,
      CASE WHEN s.status IN ('closed', 'rejected') THEN (
        SELECT e.from_status FROM submission_event e
        WHERE e.submission_id = s.id AND e.to_status = s.status AND e.from_status <> e.to_status
        ORDER BY e.happened_at DESC, e.id DESC LIMIT 1) END AS ended_from,
      CASE WHEN s.restricted THEN (SELECT coalesce(array_agg(x.account_id) FILTER (WHERE x.removed_at IS NULL), '{}')
        FROM submission_access x WHERE x.submission_id = s.id HAVING count(*) > 0) END AS access_list,
      danger_goes_on(s.id) AS danger_goes_on, s.contact_wished_on IS NOT NULL AS contact_unplanned,
      EXISTS (SELECT 1 FROM intelligence_item i WHERE i.submission_id = s.id AND item_stands(i.id)) AS has_items,
      EXISTS (SELECT 1 FROM dissemination d JOIN item_grade g ON g.id = d.item_grade_id JOIN sanitised_text t ON t.id = d.sanitised_text_id
        WHERE d.submission_id = s.id AND ${awaitsSecondPersonSql}) AS approval_outstanding,
      (SELECT jsonb_build_object('code', fq.code, 'name', fq.name) FROM (
        SELECT e.action, e.data->>'fromQueue' AS code FROM submission_event e
        WHERE e.submission_id = s.id AND e.action IN ('reroute', 'decline_transfer', 'fall_to_fib', 'claim', 'take_over', 'hand_over', 'hand_on', 'assign')
        ORDER BY e.happened_at DESC, e.id DESC LIMIT 1) last JOIN queue fq ON fq.code = last.code
        WHERE last.action = 'reroute' AND s.claimed_by IS NULL) AS transferred_from,
      EXISTS (SELECT 1 FROM duty_list_entry e WHERE e.account_id = ${actorId}::uuid AND ${onDutySql(now)}) AS on_duty_list, o.agreement_cover AS cover_agreed,
      (SELECT jsonb_agg(jsonb_build_object('kind', wq.kind, 'areaId', wq.area_id)) FROM submission_watcher w JOIN queue wq ON wq.id = w.queue_id WHERE w.submission_id = s.id) AS watchers
    FROM submission s JOIN queue q ON q.id = s.primary_queue_id JOIN organisation o ON o.id = s.organisation_id WHERE s.id = ANY(${submissionIds}::uuid[])`;
  return rows.map(fromRow);
}

function fromRow(row: Row): LoadedSubmission {
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    submittedAt: row.submitted_at,
    waitingSince: row.waiting_since,
    primaryQueueId: row.primary_queue_id,
    primaryQueueName: row.queue_name,
    firstSeenAt: row.first_seen_at,
    unopenedSince: row.unopened_since,
    assessedAt: row.assessed_at,
    answeredAt: row.answered_at,
    watchers: row.watchers ?? [],
    transferredFrom: row.transferred_from,
    contactUnplanned: row.contact_unplanned,
    accessFacts: { onDutyList: row.on_duty_list, coversSubmitter: row.cover_agreed },
    state: {
      status: row.status,
      endedFrom: row.ended_from,
      priority: row.priority,
      restricted: row.restricted,
      accessList: row.access_list,
      loweringAskedBy: row.lowering_asked_by,
      endingAskedBy: row.ending_asked_by,
      endingAsked: row.ending_asked,
      liftingAskedBy: row.lifting_asked_by,
      immigrationAskedBy: row.immigration_asked_by,
      primaryQueueKind: row.queue_kind,
      primaryAreaId: row.queue_area_id,
      areaId: row.area_id,
      claimedBy: row.claimed_by,
      submittedBy: row.submitted_by,
      organisationId: row.organisation_id,
      withdrawalRequested: row.withdrawal_requested,
      unreadInformation: row.unread_information,
      seenAgain: row.seen_again,
      dangerGoesOn: row.danger_goes_on,
      hasItems: row.has_items,
      approvalOutstanding: row.approval_outstanding,
      transferred: row.transferred_from !== null,
    },
  };
}

/** How the actor stands to it. */
export function accessTo(ctx: Ctx | SystemCtx, submission: LoadedSubmission): SubmissionAccess {
  if (!ctx.actor) return noAccess;
  return accessFor(ctx.actor, submission.state, submission.accessFacts);
}

/** A job is nobody: what it may do is in the table under its own name. */
const noAccess: SubmissionAccess = {
  holdsPrimaryQueue: false,
  onDutyList: false,
  coversSubmitter: false,
};

/**
 * A submission whose original the officer may read, for what hangs on it and tells as much; for everybody else there is
 * nothing. A change locks it first. @throws NotFound
 */
export async function originalFor(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  purpose: 'read' | 'change',
): Promise<LoadedSubmission> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  const submission =
    purpose === 'change'
      ? await lockSubmission(tx, ctx, submissionId)
      : await loadSubmission(tx, ctx, submissionId);
  if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) throw new NotFound();
  return submission;
}

/** Whether the actor may still know of a submission after an action that may have taken it out of their sight. */
export async function maySeeSubmission(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<boolean> {
  return transaction(ctx.db, async (tx) => {
    try {
      await loadSubmission(tx, ctx, input.submissionId);
      return true;
    } catch (failure) {
      if (failure instanceof NotFound) return false;
      throw failure;
    }
  });
}
