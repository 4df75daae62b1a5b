import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import {
  kindWords,
  nameWords,
  type ContactKind,
  type EntityKind,
} from '../connections/entities/entity-words.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { readableBy } from '../submission/readable.server.ts';
import { receivedIn } from './measures.server.ts';
import { spanOf, type Period } from './period.ts';

/** What several reports name; `partners` is how many organisations they came from. */
export type Repeat = {
  id: Id<'Entity'>;
  kind: string;
  name: string;
  reports: number;
  partners: number;
  last: Date;
};

/** As many of each kind as one page shows, those that most reports name. */
export const mostRepeats = 15;

const repeating = ['place', 'vehicle', 'contact'] as const;
export type Repeats = Record<(typeof repeating)[number], Repeat[]>;

/**
 * Places, vehicles, numbers and accounts that more than one report of a period names, of those that the reader may open; a
 * duplicate of another report names nothing more. Two that FIB found to be one stand as two. Looking is recorded with what it
 * showed. @throws NotFound
 */
export async function repeats(ctx: Ctx, period: Period): Promise<Repeats> {
  if (!may(ctx.actor, 'repeats.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ranked.id, ranked.kind, ranked.contact_kind, ranked.written, ranked.reports, ranked.partners, ranked.last FROM (
        SELECT found.*, row_number() OVER (PARTITION BY found.kind ORDER BY found.reports DESC, found.last DESC, found.id) AS place
        FROM (
          SELECT m.entity_id AS id, m.kind, m.contact_kind, min(m.written) AS written, count(DISTINCT s.id)::integer AS reports,
            count(DISTINCT s.organisation_id)::integer AS partners, max(s.submitted_at) AS last
          FROM submission s JOIN queue q ON q.id = s.primary_queue_id JOIN entity_mention m ON m.submission_id = s.id
          WHERE ${receivedIn(spanOf(period))} AND ${readableBy(ctx)} AND s.outcome IS DISTINCT FROM 'duplicate'
            AND m.sanitised_text_id IS NULL AND m.entity_id IS NOT NULL AND m.kind IN (${Prisma.raw(repeating.map((kind) => `'${kind}'`).join(', '))})
          GROUP BY 1, 2, 3 HAVING count(DISTINCT s.id) > 1) found) ranked
      WHERE ranked.place <= ${mostRepeats} ORDER BY ranked.kind, ranked.place`;
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: 'repeats', months: `${period.first} to ${period.last}` },
    });
    const of = (kind: (typeof repeating)[number]): Repeat[] =>
      rows
        .filter((row) => row.kind === kind)
        .map(({ id, contact_kind: reachedBy, written, reports, partners, last }) => ({
          id,
          kind: kindWords(kind, reachedBy),
          name: nameWords(kind, reachedBy, written),
          reports,
          partners,
          last,
        }));
    return { place: of('place'), vehicle: of('vehicle'), contact: of('contact') };
  });
}

type Row = {
  id: Id<'Entity'>;
  kind: EntityKind;
  contact_kind: ContactKind | null;
  written: string;
  reports: number;
  partners: number;
  last: Date;
};
