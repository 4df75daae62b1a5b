import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import type { Agreement } from './strength.ts';

/** One value of the report and the value of another report that it agrees with. */
export type Shared = Agreement & {
  submissionId: Id<'Submission'>;
  thing: 'vehicle' | 'contact' | 'person' | 'place' | 'business';
  own: string;
  other: string;
  /** The page of what this report names; null where it says too little for one. */
  entityId: Id<'Entity'> | null;
};

/** The report that is compared, and who looks at what it shares: null for the standing watch, which shows nobody anything. */
export type Compared = { ctx: Ctx | null; submissionId: Id<'Submission'> };

/** Candidates for each value: as many as one way of looking gives. */
export const CANDIDATES = 60;
/** What stands in every way of looking, written out: a plan for all values knows it, and nobody sends it each time. */
const most = (rows: number) => Prisma.raw(`${rows}`);
/** Values of one report that are compared. */
export const OWN = most(60);
/** Rows that one way of looking reads for a value, and of them the nearest whose reports are asked for: every year the same work. */
const READ = most(2000);
const NEAREST = most(300);

type Table =
  | 'submission_vehicle'
  | 'submission_contact'
  | 'submission_person'
  | 'submission_place'
  | 'submission_organisation';

/**
 * The ids of rows `o` of the table that fulfil the condition, of reports that the actor is cleared for (restriction wins,
 * and of what was withdrawn only a tombstone is left): the nearest first, then the newest. `near` is a number, more is
 * nearer. The condition is answered by an index before anything is asked of the reports: the limit keeps the planner from
 * walking through all reports by their time until it has met enough, and a name that thousands have from costing more
 * with every report.
 */
export function candidates(
  { ctx, submissionId }: Compared,
  table: Table,
  condition: Prisma.Sql,
  near: Prisma.Sql | null,
): Prisma.Sql {
  return Prisma.sql`(SELECT n.id FROM (
      SELECT o.id, o.submission_id, ${near ?? Prisma.sql`0`} AS near FROM (
        SELECT o.* FROM ${Prisma.raw(table)} o WHERE ${condition} LIMIT ${READ}) o
      ORDER BY 3 DESC LIMIT ${near ? NEAREST : READ}) n
    JOIN submission s ON s.id = n.submission_id AND s.status <> 'withdrawn' AND ${ctx ? clearedFor(ctx) : Prisma.sql`true`}
    WHERE n.submission_id <> ${submissionId}::uuid ORDER BY n.near DESC, s.submitted_at DESC LIMIT ${most(CANDIDATES)})`;
}

export type Pair = {
  submission_id: Id<'Submission'>;
  own: string;
  other: string;
  entity_id: Id<'Entity'> | null;
};

/** How the pairs of one kind of thing are found, and what each comes to: `judge` is given what `pairs` selects, as JSON. */
export type Search = {
  thing: Shared['thing'];
  pairs: Prisma.Sql;
  judge: (pair: Pair) => Agreement | null;
};

/**
 * From where on `%`, of parts of the names of people or of things, holds for what is looked up after it: a column of the
 * values that are looked up, so that it is set before an index answers by it.
 */
export const alikeFrom = (similarity: number): Prisma.Sql =>
  Prisma.sql`set_config('pg_trgm.similarity_threshold', ${`${similarity}`}, true) AS alike_from`;

export const shared = (thing: Shared['thing'], pair: Pair, agreement: Agreement | null): Shared[] =>
  agreement
    ? [
        {
          ...agreement,
          thing,
          submissionId: pair.submission_id,
          own: pair.own,
          other: pair.other,
          entityId: pair.entity_id,
        },
      ]
    : [];
