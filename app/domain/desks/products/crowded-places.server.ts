import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { manyPeople } from '../../figures/measures.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { valueNames } from '../../routing/value-names.server.ts';
import { liveReports } from './live-reports.server.ts';

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

type Row = Omit<CrowdedPlace, 'languages'> & { languages: string[] };

/**
 * Places of live reports with ten or more people, those with most first, for the plan of the reception centre (plan,
 * Prepare 2): where, how many, which languages. Who reported is not among it, as an organisation never meets a language.
 * For officers, of what they may read. @throws NotFound
 */
export async function crowdedPlaces(ctx: Ctx, { as }: { as: 'page' | 'pdf' }): Promise<CrowdedPlaces> {
  if (!may(ctx.actor, 'triage.work')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      WITH ${liveReports(ctx)}
      SELECT live.reference, live.submitted_at AS "receivedAt", coalesce(a.name, live.area) AS area, coalesce(p.people_estimate, 0) AS people,
        concat_ws(', ', coalesce(p.business, p.landmark, p.address), p.town, p.postcode) AS place,
        ARRAY(SELECT DISTINCT told.value FROM submission_person m CROSS JOIN unnest(m.languages) AS told (value)
          WHERE m.submission_id = live.id ORDER BY told.value) AS languages
      FROM live JOIN submission_place p ON p.submission_id = live.id LEFT JOIN area a ON a.id = p.area_id
      WHERE p.people_estimate >= ${manyPeople}
      ORDER BY p.people_estimate DESC, live.submitted_at DESC, p.id LIMIT ${most + 1}`;
    const { languages: names } = await valueNames(tx);
    await record(tx, ctx, { type: 'product.read', data: { product: 'places with many people', as } });
    return {
      now: ctx.clock.now(),
      places: rows.slice(0, most).map(({ languages, ...row }) => ({
        ...row,
        languages: languages.map((code) => names[code] ?? code),
      })),
      more: rows.length > most,
    };
  });
}
