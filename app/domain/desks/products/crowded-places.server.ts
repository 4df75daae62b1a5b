import { transaction } from '#app/platform/db/transaction.ts';
import { manyPeople } from '../../figures/measures.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { valueNames } from '../../routing/value-names.server.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { isLive } from './live-reports.server.ts';
import { recordProduct, type ReadAs } from './record-product.server.ts';

/** A place thought to hold ten or more people, and the languages of those whom the report names. */
export type CrowdedPlace = {
  reference: string;
  receivedAt: Date;
  place: string;
  area: string | null;
  people: number;
  languages: string[];
};
export type CrowdedPlaces = { now: Date; places: CrowdedPlace[]; more: boolean };

const most = 60;

type Row = CrowdedPlace & { submissionId: Id<'Submission'> };

/**
 * Places of live reports with ten or more people, those with most first, for the plan of the reception centre (plan,
 * Prepare 2): where, how many, which languages. Who reported is not among it, as an organisation never meets a language.
 * For officers, of what they may read. @throws NotFound
 */
export async function crowdedPlaces(ctx: Ctx, { as }: { as: ReadAs }): Promise<CrowdedPlaces> {
  if (!may(ctx.actor, 'triage.work')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s.id AS "submissionId", s.reference, s.submitted_at AS "receivedAt", coalesce(a.name, home.name) AS area,
        coalesce(p.people_estimate, 0) AS people,
        concat_ws(', ', coalesce(p.business, p.landmark, p.address), p.town, p.postcode) AS place,
        ARRAY(SELECT DISTINCT told.value FROM submission_person m CROSS JOIN unnest(m.languages) AS told (value)
          WHERE m.submission_id = s.id ORDER BY told.value) AS languages
      FROM submission s JOIN queue q ON q.id = s.primary_queue_id JOIN submission_place p ON p.submission_id = s.id
        LEFT JOIN area a ON a.id = p.area_id LEFT JOIN area home ON home.id = s.area_id
      WHERE ${isLive(ctx)} AND ${readableBy(ctx)} AND p.people_estimate >= ${manyPeople}
      ORDER BY p.people_estimate DESC, s.submitted_at DESC, p.id LIMIT ${most + 1}`;
    const shown = rows.slice(0, most);
    const { languages: names } = await valueNames(tx);
    await recordProduct(tx, ctx, {
      product: 'places with many people',
      as,
      shown: shown.map(({ submissionId }) => submissionId),
    });
    return {
      now: ctx.clock.now(),
      places: shown.map(({ submissionId: _, languages, ...row }) => ({
        ...row,
        languages: languages.map((code) => names[code] ?? code),
      })),
      more: rows.length > most,
    };
  });
}
