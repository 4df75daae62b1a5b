import { Prisma } from '#app/platform/db/generated/client.ts';
import { exploitationWords } from '#app/domain/form/exploitation-words.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { encodeCursor, type QueueCursor } from '../../kernel/queue-cursor.ts';
import { noClock, type ListOrder } from '../../submission/queue-order.server.ts';
import { waitsFor, type WaitsFor } from '../../kernel/status-words.ts';
import type { Priority, Status } from '../../kernel/statuses.ts';

/**
 * How much of a submission a line shows: all, to whoever may read the original; its state, queue, clock and holder; or its
 * queue, clock and holder without its state.
 */
export type LineShows = 'whole' | 'state' | 'clock';

/** A submission in a list. What the actor may not know of it is null. */
export type SubmissionLine = {
  id: Id<'Submission'>;
  reference: string;
  /** The version that the reader sees: what they decide on the list is held against it. */
  version: number;
  priority: Priority;
  status: Status | null;
  exploitationTypes: string[] | null;
  area: string | null;
  organisation: string | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  waitsFor: WaitsFor;
  owner: string | null;
  restricted: boolean;
  /** A child is concerned; false as well where the actor may not know. */
  concernsChild: boolean;
  withdrawalRequested: boolean;
  /** The partner added something that nobody has marked as read; `danger` when it says that somebody is in danger. */
  newInformation: 'none' | 'some' | 'danger';
};

export type LineRow = {
  id: Id<'Submission'>;
  reference: string;
  version: number;
  priority: Priority;
  priority_rank: number;
  status: Status;
  exploitation_types: string[];
  area: string | null;
  organisation: string;
  submitted_at: Date;
  closed_at: Date | null;
  due_at: Date | null;
  first_seen_at: Date | null;
  assessed_at: Date | null;
  answered_at: Date | null;
  owner: string | null;
  restricted: boolean;
  concerns_child: boolean;
  withdrawal_requested: boolean;
  new_information_at: Date | null;
  new_danger_due_at: Date | null;
};

/** The columns of a line of a list about `submission s`, and the joins for them. */
export const lineColumns = Prisma.sql`s.id, s.reference, s.version, s.priority, s.priority_rank, s.status, s.exploitation_types, a.name AS area,
  o.name AS organisation, s.submitted_at, s.closed_at, s.due_at, s.first_seen_at, s.assessed_at, s.answered_at,
  h.display_name AS owner, s.restricted, s.concerns_child, s.withdrawal_requested_at IS NOT NULL AS withdrawal_requested,
  s.new_information_at, s.new_danger_due_at`;
export const lineJoins = Prisma.sql`JOIN organisation o ON o.id = s.organisation_id
  LEFT JOIN area a ON a.id = s.area_id LEFT JOIN account h ON h.id = s.claimed_by`;

/** Who may read the original knows who sent it. */
export function lineOf(row: LineRow, shows: LineShows): SubmissionLine {
  const whole = shows === 'whole';
  const told = whole && row.status !== 'withdrawn';
  const clocks = {
    firstSeenAt: row.first_seen_at,
    assessedAt: row.assessed_at,
    answeredAt: row.answered_at,
    held: row.owner !== null,
  };
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    priority: row.priority,
    status: shows === 'clock' ? null : row.status,
    exploitationTypes: told ? exploitationWords(row.exploitation_types) : null,
    area: row.area,
    organisation: told ? row.organisation : null,
    receivedAt: whole ? row.submitted_at : null,
    dueAt: row.due_at,
    waitsFor: waitsFor(clocks),
    owner: row.owner,
    restricted: row.restricted,
    concernsChild: told && row.concerns_child,
    withdrawalRequested: row.withdrawal_requested,
    newInformation:
      row.new_information_at === null ? 'none' : row.new_danger_due_at === null ? 'some' : 'danger',
  };
}

/** What a place in a list is made of. */
type Placed = Pick<
  LineRow,
  'id' | 'priority_rank' | 'submitted_at' | 'due_at' | 'new_information_at' | 'closed_at'
> & { claimed: boolean };

/** The place of this row in a list of this order. */
export function placeOf(row: Placed, order: ListOrder): QueueCursor {
  const { id, priority_rank: priorityRank } = row;
  switch (order) {
    case 'due':
      return { priorityRank: 0, at: row.due_at ?? noClock, id };
    case 'unclaimed':
      return { priorityRank: row.claimed ? 1 : 0, at: row.due_at ?? noClock, id };
    case 'waiting_information':
      return { priorityRank: 0, at: row.new_information_at ?? row.submitted_at, id };
    case 'latest_closed':
      return { priorityRank: 0, at: row.closed_at ?? row.submitted_at, id };
    default:
      return { priorityRank, at: row.submitted_at, id };
  }
}

/** The cursor of the page after this row. */
export const after = (row: LineRow, order: ListOrder): string =>
  encodeCursor(placeOf({ ...row, claimed: row.owner !== null }, order));
