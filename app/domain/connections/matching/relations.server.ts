import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import {
  lockSubmission,
  loadSubmission,
  type LoadedSubmission,
} from '../../submission/load-submission.server.ts';
import { readableBy } from '../../submission/readable.server.ts';
import type { RelationKind, Standing } from './relations.ts';

/** A link as one of its two reports shows it. */
export type Relation = {
  id: Id<'SubmissionRelation'>;
  kind: RelationKind;
  /** Whether the report shown is the one that the officer started from: of a duplicate, the duplicate. */
  outgoing: boolean;
  other: { id: Id<'Submission'>; reference: string; submittedBy: string; readable: boolean };
  reason: string;
  by: string;
  at: Date;
  ended: { by: string; at: Date; reason: string } | null;
};

type Row = {
  id: Id<'SubmissionRelation'>;
  kind: RelationKind;
  outgoing: boolean;
  reason: string;
  by: string;
  at: Date;
  ended_by: string | null;
  ended_at: Date | null;
  end_reason: string | null;
  other_id: Id<'Submission'>;
  reference: string;
  submitted_by: string;
  restricted: boolean;
  readable: boolean;
  cleared: boolean;
};

/** The longest list of links of one report; more than that nobody reads. */
const LONGEST = 100;

/**
 * The links of a report whose other end the actor may know: FIB of all they are cleared for, others of those they may
 * open. Of the rest `elsewhere` counts what still holds, restricted ones never. The caller has asked who looks.
 */
export async function readRelations(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
): Promise<{ relations: Relation[]; elsewhere: number }> {
  const readable = readableBy(ctx);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.kind, r.submission_id = ${submissionId}::uuid AS outgoing, r.reason, a.display_name AS by, r.related_at AS at,
      ea.display_name AS ended_by, e.ended_at, e.reason AS end_reason, s.id AS other_id, s.reference, s.submitted_by, s.restricted, ${readable} AS readable, ${clearedFor(ctx)} AS cleared
    FROM (SELECT * FROM submission_relation WHERE submission_id = ${submissionId}::uuid
      UNION ALL SELECT * FROM submission_relation WHERE other_id = ${submissionId}::uuid) r
    JOIN submission s ON s.id = CASE WHEN r.submission_id = ${submissionId}::uuid THEN r.other_id ELSE r.submission_id END
    JOIN queue q ON q.id = s.primary_queue_id JOIN account a ON a.id = r.related_by
    LEFT JOIN submission_relation_end e ON e.relation_id = r.id LEFT JOIN account ea ON ea.id = e.ended_by
    ORDER BY r.related_at, r.id LIMIT ${LONGEST}`;
  const shown = rows.filter((row) => row.readable || (isFib(ctx.actor) && row.cleared));
  return {
    relations: shown.map(relationOf),
    elsewhere: rows.filter((row) => !shown.includes(row) && !row.restricted && row.ended_at === null).length,
  };
}

const relationOf = (row: Row): Relation => ({
  id: row.id,
  kind: row.kind,
  outgoing: row.outgoing,
  other: {
    id: row.other_id,
    reference: row.reference,
    submittedBy: row.submitted_by,
    readable: row.readable,
  },
  reason: row.reason,
  by: row.by,
  at: row.at,
  ended:
    row.ended_by !== null && row.ended_at !== null
      ? { by: row.ended_by, at: row.ended_at, reason: row.end_reason ?? '' }
      : null,
});

/** The original that a duplicate points to, among what the actor may know. */
export async function originalOf(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
): Promise<Relation['other'] | null> {
  const { relations } = await readRelations(tx, ctx, submissionId);
  return (
    relations.find(({ kind, outgoing, ended }) => kind === 'duplicate_of' && outgoing && !ended)?.other ??
    null
  );
}

/** The links between this report and others, whoever may see them: for the rules. */
export async function standingRelations(tx: Tx, submissionId: Id<'Submission'>): Promise<Standing[]> {
  const rows = await tx.submissionRelation.findMany({
    where: {
      OR: [{ submissionId }, { otherId: submissionId }],
      submissionRelationEnd: null,
    },
    select: { submissionId: true, otherId: true, kind: true },
  });
  return rows.map((row) => ({
    kind: row.kind,
    outgoing: row.submissionId === submissionId,
    otherId: row.submissionId === submissionId ? row.otherId : row.submissionId,
  }));
}

/** A report that the actor reads in the original, to see or change its links. @throws NotFound, Forbidden */
export async function relatedSubmission(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  purpose: 'read' | 'change',
): Promise<LoadedSubmission> {
  const submission =
    purpose === 'change'
      ? await lockSubmission(tx, ctx, submissionId)
      : await loadSubmission(tx, ctx, submissionId);
  if (ctx.actor.side !== 'police') throw new NotFound();
  if (!maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) throw new Forbidden();
  return submission;
}
