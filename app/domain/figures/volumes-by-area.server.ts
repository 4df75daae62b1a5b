import type { Tx } from '#app/platform/db/transaction.ts';
import { certainShare } from '../routing/postcode.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import {
  areaChangesOf,
  singleSuccessors,
  splitAreas,
  type AreaChange,
  type SectorMove,
} from './area-succession.ts';
import { rowsOf, type Cell, type Name, type Span, type VolumeRow } from './volume-rows.ts';
import { noArea, notTold } from '../kernel/report-labels.ts';

/** Counted by the areas of the day on which a submission was sent, or by the areas of today. */
export type AreasAs = 'sent' | 'now';

/** `changes` names where areas went, for the explanation; empty while no area has changed, and then `as` is "sent". */
export type AreaVolumes = {
  as: AreasAs;
  rows: VolumeRow[];
  changes: { name: string; to: string[] }[];
};

/**
 * Submissions by area, each once. `sent`: those of the span by the area that they were sent with. What was sent is
 * never changed: the areas of today are another way to read it.
 */
export async function volumesByArea(
  tx: Tx,
  span: Span,
  asked: AreasAs,
  sent: Cell[],
  now: Date,
): Promise<AreaVolumes> {
  const today = new Date(forceDay(now));
  const changes = areaChangesOf(await sectorMoves(tx, today));
  const areas = await tx.area.findMany({ orderBy: { name: 'asc' } });
  const as = changes.length === 0 ? 'sent' : asked;
  const rows =
    as === 'now'
      ? rowsOf(namesOfToday(areas, today, changes), await byAreaNow(tx, span, today, changes, sent))
      : rowsOf(namesOfPeriod(areas, span), sent);
  return { as, rows, changes: namedChanges(areas, changes) };
}

/**
 * The sectors that were certainly an area's on some day up to now, and whose they are today. As many rows as areas
 * have ways, from the few hundred sector rules of each set.
 */
function sectorMoves(tx: Tx, today: Date): Promise<SectorMove[]> {
  return tx.$queryRaw<SectorMove[]>`
    SELECT DISTINCT before.primary_code AS old, CASE WHEN now.primary_code LIKE 'OUT%' THEN ${noArea} ELSE now.primary_code END AS now
    FROM postcode_rule before
      LEFT JOIN postcode_rule now ON now.scope = before.scope AND now.code = before.code
        AND now.valid_from <= ${today}::date AND (now.valid_to IS NULL OR now.valid_to > ${today}::date)
    WHERE before.scope = 'sector' AND before.valid_from <= ${today}::date
      AND before.primary_share >= ${certainShare} AND before.primary_code NOT LIKE 'OUT%'
    ORDER BY 1, 2`;
}

type Area = { code: string; name: string; validFrom: Date; validTo: Date | null };

function namedChanges(areas: readonly Area[], changes: readonly AreaChange[]): AreaVolumes['changes'] {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => (code === noArea ? 'outside the force' : (names.get(code) ?? code));
  return changes.map(({ code, to }) => ({ name: nameOf(code), to: to.map(nameOf) }));
}

const nameOfArea = ({ code, name }: Area): Name => ({ key: code, label: name });
const namedNoArea = { key: noArea, label: 'No area, several areas or outside the force' };

/** The areas that the force had at some time in the period. */
const namesOfPeriod = (areas: readonly Area[], { from, to }: Span): Name[] => [
  ...areas
    .filter(({ validFrom, validTo }) => validFrom < to && (validTo === null || validTo > from))
    .map(nameOfArea),
  namedNoArea,
];

const namesOfToday = (areas: readonly Area[], today: Date, changes: AreaChange[]): Name[] => [
  ...areas
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today))
    .map(nameOfArea),
  ...(splitAreas(changes).length > 0 ? [{ key: notTold, label: 'Cannot be told' }] : []),
  namedNoArea,
];

/** Counts by the stored area, and by their places those that lay in several areas or in one that was divided. */
async function byAreaNow(
  tx: Tx,
  span: Span,
  today: Date,
  changes: AreaChange[],
  sent: Cell[],
): Promise<Cell[]> {
  const split = splitAreas(changes);
  const single = singleSuccessors(changes);
  const told = sent.flatMap((cell) =>
    cell.key === null || split.includes(cell.key) ? [] : [{ ...cell, key: single.get(cell.key) ?? cell.key }],
  );
  return [...told, ...(await byPlaces(tx, span, today, { split, single }))];
}

/**
 * Each submission by the places that had an area when it was sent: a place in a divided area lies where today's rules
 * put its postcode, by the order and certainty of `resolvePostcode`, any other where its area went.
 */
function byPlaces(
  tx: Tx,
  { from, to }: Span,
  today: Date,
  { split, single }: { split: string[]; single: Map<string, string> },
): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT CASE WHEN found.areas > 1 THEN ${noArea} WHEN found.untold THEN ${notTold} ELSE coalesce(found.area, ${noArea}) END AS key,
      to_char(found.submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS count
    FROM (
      SELECT s.submitted_at, count(DISTINCT placed.code) FILTER (WHERE placed.code <> ${noArea}) AS areas,
        min(placed.code) FILTER (WHERE placed.code <> ${noArea}) AS area,
        bool_or(placed.code IS NULL AND (p.area_id IS NOT NULL OR s.area_id IS NOT NULL)) AS untold
      FROM counted_submission s
        LEFT JOIN counted_place p ON p.submission_id = s.id
        LEFT JOIN area old ON old.id = p.area_id
        LEFT JOIN unnest(${[...single.keys()]}::text[], ${[...single.values()]}::text[]) AS moved (old, code) ON moved.old = old.code
        LEFT JOIN LATERAL (
          SELECT CASE WHEN rule.primary_code LIKE 'OUT%' THEN ${noArea} ELSE rule.primary_code END AS code,
            rule.scope = 'unit' OR (rule.scope = 'sector' AND p.whole) OR rule.primary_share >= ${certainShare} AS certain
          FROM (VALUES ('unit'::postcode_scope, p.postcode), ('sector', regexp_replace(p.postcode, '[A-Z]{2}$', '')),
              ('district', split_part(p.postcode, ' ', 1))) AS part (scope, code)
            JOIN postcode_rule rule ON rule.scope = part.scope AND rule.code = part.code
              AND rule.valid_from <= ${today}::date AND (rule.valid_to IS NULL OR rule.valid_to > ${today}::date)
          WHERE old.code = ANY(${split}::text[]) ORDER BY part.scope DESC LIMIT 1
        ) today ON true
        LEFT JOIN LATERAL (
          SELECT CASE WHEN old.code = ANY(${split}::text[]) THEN CASE WHEN today.certain THEN today.code END
            ELSE coalesce(moved.code, old.code) END AS code
        ) placed ON true
      WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to}
        AND (s.area_id IS NULL OR s.area_id IN (SELECT id FROM area WHERE code = ANY(${split}::text[])))
      GROUP BY s.id, s.submitted_at
    ) found GROUP BY 1, 2`;
}
