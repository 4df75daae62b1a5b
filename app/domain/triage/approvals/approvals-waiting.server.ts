import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { awaitsSecondPersonSql } from '../../submission/second-person-sql.server.ts';
import { isOpen } from '../../submission/queue-sql.server.ts';

/** More than this at once are a matter for every channel the force has. */
const most = 200;

/** Something one person let out alone because it was High, which a second person has yet to approve. */
export type SentAtOnce = {
  submissionId: Id<'Submission'>;
  itemId: Id<'IntelligenceItem'>;
  itemNumber: number;
  reference: string;
  version: number;
  sentAt: Date;
  approveBy: Date;
  /** All of it was taken back: it has been read, and is judged all the same. */
  recalled: boolean;
};

/** A text that cannot go out before a second person has approved it. */
export type ReadyForApproval = {
  itemId: Id<'IntelligenceItem'>;
  itemNumber: number;
  reference: string;
  version: number;
  writtenAt: Date;
  writtenBy: string;
  /** Who wrote the text and who gave the grade: neither may approve it. */
  makers: string[];
};

/** Items sent at once and not approved yet, the one due first at the top, with those that were recalled since. */
export async function sentAtOnce(tx: Tx, ctx: Pick<Ctx, 'packHash'>): Promise<SentAtOnce[]> {
  const { approvalAfterwards } = await currentForce(tx, ctx);
  const rows = await tx.$queryRaw<Omit<SentAtOnce, 'approveBy'>[]>`${sentAtOnceSql}`;
  return rows.map((row) => ({
    ...row,
    approveBy: new Date(row.sentAt.getTime() + approvalAfterwards.minutes * 60_000),
  }));
}

const sentAtOnceSql = Prisma.sql`
    SELECT s.id AS "submissionId", i.id AS "itemId", i.number AS "itemNumber", s.reference, t.version, min(d.disseminated_at) AS "sentAt",
      bool_and(r.id IS NOT NULL) AS recalled
    FROM dissemination d LEFT JOIN dissemination_recall r ON r.dissemination_id = d.id JOIN submission s ON s.id = d.submission_id JOIN item_grade g ON g.id = d.item_grade_id
      JOIN sanitised_text t ON t.id = d.sanitised_text_id JOIN intelligence_item i ON i.id = d.item_id
    WHERE ${isOpen} AND ${awaitsSecondPersonSql}
    GROUP BY s.id, i.id, i.number, s.reference, t.version ORDER BY min(d.disseminated_at), i.id LIMIT ${most}`;

/**
 * The newest text of each item of an accepted submission that needs a second person and has none, the oldest first; of one
 * submission where an id is given. What went out at once is not among it.
 */
export async function readyForApproval(tx: Tx, submissionId?: Id<'Submission'>): Promise<ReadyForApproval[]> {
  const among = submissionId === undefined ? Prisma.sql`true` : Prisma.sql`s.id = ${submissionId}::uuid`;
  return tx.$queryRaw<ReadyForApproval[]>`${readySql(among)}`;
}

const readySql = (among: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT i.id AS "itemId", i.number AS "itemNumber", s.reference, t.version, t.written_at AS "writtenAt",
      w.display_name AS "writtenBy", ARRAY[t.written_by, g.graded_by]::text[] AS makers
    FROM submission s JOIN intelligence_item i ON i.submission_id = s.id
      JOIN LATERAL (SELECT * FROM sanitised_text x WHERE x.item_id = i.id ORDER BY x.version DESC LIMIT 1) t ON true
      JOIN LATERAL (SELECT * FROM item_grade y WHERE y.item_id = i.id ORDER BY y.number DESC LIMIT 1) g ON true
      JOIN account w ON w.id = t.written_by
    WHERE ${isOpen} AND s.status IN ('accepted', 'disseminated') AND ${among} AND ${awaitsSecondPersonSql} AND item_stands(i.id)
      AND NOT EXISTS (SELECT 1 FROM dissemination d WHERE d.sanitised_text_id = t.id AND d.item_grade_id = g.id)
      AND NOT EXISTS (SELECT 1 FROM item_approval back WHERE back.sanitised_text_id = t.id AND NOT back.approved AND NOT back.after_the_fact)
    ORDER BY t.written_at, i.id LIMIT ${most}`;

/** How many of both there are for this supervisor, who approves nothing that they made: a subselect for each. */
export const approvalCounts = ({ accountId }: Actor): { due: Prisma.Sql; ready: Prisma.Sql } => ({
  due: Prisma.sql`SELECT count(*) FROM (${sentAtOnceSql}) sent`,
  ready: Prisma.sql`SELECT count(*) FROM (${readySql(Prisma.sql`true`)}) ready WHERE ${accountId} <> ALL (ready.makers)`,
});
