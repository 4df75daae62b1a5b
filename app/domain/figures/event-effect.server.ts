import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { channels, organisationKinds } from '../kernel/report-labels.ts';
import type { BeforeAfter } from './compared.ts';
import { byChange, eventFinding, whereAndResult, type NamedBeforeAfter } from './event-finding.ts';
import { spansAround, type Spans } from './event-spans.ts';
import { measuresCompared } from './measures-compared.server.ts';
import { measures, type MeasureCode } from './measures.server.ts';
import type { Period } from './period.ts';
import type { Span } from './volume-rows.ts';
import {
  channelWords,
  noArea,
  organisationKindPlurals,
  organisationKindWords,
} from '../kernel/report-labels.ts';

export type EventEffect = {
  title: string;
  happenedOn: Date;
  /** Whole days compared on each side; fewer while the time after the event is not over. */
  days: number;
  finding: string[];
  total: BeforeAfter;
  /** The days that are compared; what each figure counts opens by them. */
  periods: { before: Period; after: Period };
  /** Of those received on either side, of how many it came so far. */
  came: { code: MeasureCode; question: string; before: number; after: number }[];
  /** By name: who reported before and not after, and who the other way round. */
  organisations: BeforeAfter & { firstTime: number; stopped: string[]; started: string[] };
  /** These stand from the greatest rise to the greatest fall, what has no single area last. */
  organisationKinds: NamedBeforeAfter[];
  channels: NamedBeforeAfter[];
  areas: NamedBeforeAfter[];
};

/** What came of reports, from what was done with them to what it led to. */
const cameOfIt = [
  'disseminated',
  'any-result',
  'arrests',
  'safeguarded',
  'crime',
  'referral',
  'told',
] as const;

/** The days of a span, the last one included. */
const daysOf = ({ from, to }: Span): Period => ({
  first: forceDay(from),
  last: forceDay(new Date(to.getTime() - 1)),
});

type Row = { key: string; label: string; before: number; after: number };

/**
 * Reporting before and after a dated event of the plan, such as a campaign: the same number of whole days on each side,
 * the day itself left out. For the MDS lead and FIB supervisors, who see organisations by name for silence (product.md,
 * "What must never happen" 7).
 * @throws NotFound
 */
export async function eventEffect(ctx: Ctx, input: { eventId: string }): Promise<EventEffect> {
  if (!may(ctx.actor, 'figures.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const event = await tx.planEvent.findUnique({ where: { id: input.eventId } });
    if (!event) throw new NotFound();
    const { days, spans } = spansAround(event.happenedOn, ctx.clock.now());
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: 'event', months: event.happenedOn.toISOString().slice(0, 10) },
    });
    const [total = { before: 0, after: 0 }] = await tx.$queryRaw<BeforeAfter[]>`
      SELECT count(*) FILTER (WHERE submitted_at < ${spans.day})::int AS before, count(*) FILTER (WHERE submitted_at >= ${spans.after})::int AS after
      FROM counted_submission WHERE submitted_at >= ${spans.before} AND submitted_at < ${spans.end}`;
    const kinds = await byColumn(tx, spans, 'organisation_kind');
    const areas = noAreaLast(byChange(await byArea(tx, spans)));
    const windows = {
      before: { from: spans.before, to: spans.day },
      after: { from: spans.after, to: spans.end },
    };
    const came = await measuresCompared(tx, cameOfIt, windows, ctx.clock.now());
    return {
      title: event.title,
      happenedOn: event.happenedOn,
      days,
      finding:
        days === 0
          ? ['It is too early to compare: no whole day has passed since.']
          : [
              ...eventFinding(
                `${days} days`,
                total,
                named(organisationKinds, organisationKindPlurals, kinds),
              ),
              ...whereAndResult(
                areas.filter(({ key }) => key !== noArea),
                came['any-result'],
              ),
            ],
      total,
      periods: { before: daysOf(windows.before), after: daysOf(windows.after) },
      came: cameOfIt.map((code) => ({ code, question: measures[code].question, ...came[code] })),
      organisations: await activeOrganisations(tx, spans),
      organisationKinds: byChange(named(organisationKinds, organisationKindWords, kinds)),
      channels: byChange(named(channels, channelWords, await byColumn(tx, spans, 'channel'))),
      areas,
    };
  });
}

/** The column is one of two names of our own, never input. */
function byColumn(tx: Tx, spans: Spans, column: 'channel' | 'organisation_kind'): Promise<Row[]> {
  return tx.$queryRawUnsafe<Row[]>(
    `SELECT ${column}::text AS key, ${column}::text AS label, count(*) FILTER (WHERE submitted_at < $2)::int AS before, count(*) FILTER (WHERE submitted_at >= $3)::int AS after
     FROM counted_submission WHERE submitted_at >= $1 AND submitted_at < $4 GROUP BY 1`,
    spans.before,
    spans.day,
    spans.after,
    spans.end,
  );
}

function byArea(tx: Tx, spans: Spans): Promise<NamedBeforeAfter[]> {
  return tx.$queryRaw<NamedBeforeAfter[]>`
    SELECT coalesce(a.code, ${noArea}) AS key, coalesce(a.name, 'No area, several areas or outside the force') AS label,
      count(*) FILTER (WHERE s.submitted_at < ${spans.day})::int AS before, count(*) FILTER (WHERE s.submitted_at >= ${spans.after})::int AS after
    FROM counted_submission s LEFT JOIN area a ON a.id = s.area_id
    WHERE s.submitted_at >= ${spans.before} AND s.submitted_at < ${spans.end} GROUP BY 1, 2 ORDER BY 2`;
}

const noAreaLast = (areas: NamedBeforeAfter[]): NamedBeforeAfter[] => [
  ...areas.filter(({ key }) => key !== noArea),
  ...areas.filter(({ key }) => key === noArea),
];

/** How many organisations reported on each side, which on one alone, and how many of those after had never reported before. */
async function activeOrganisations(tx: Tx, spans: Spans): Promise<EventEffect['organisations']> {
  const [row] = await tx.$queryRaw<EventEffect['organisations'][]>`
    WITH active AS (
      SELECT organisation_id, bool_or(submitted_at < ${spans.day}) AS before, bool_or(submitted_at >= ${spans.after}) AS after
      FROM counted_submission WHERE submitted_at >= ${spans.before} AND submitted_at < ${spans.end} GROUP BY 1
    )
    SELECT count(*) FILTER (WHERE before)::int AS before, count(*) FILTER (WHERE after)::int AS after,
      count(*) FILTER (WHERE after AND NOT before AND NOT EXISTS (
        SELECT 1 FROM counted_submission earlier WHERE earlier.organisation_id = active.organisation_id AND earlier.submitted_at < ${spans.after}))::int AS "firstTime",
      coalesce(array_agg(o.name ORDER BY o.name) FILTER (WHERE before AND NOT after), '{}') AS stopped,
      coalesce(array_agg(o.name ORDER BY o.name) FILTER (WHERE after AND NOT before), '{}') AS started
    FROM active JOIN organisation o ON o.id = active.organisation_id`;
  return row ?? { before: 0, after: 0, firstTime: 0, stopped: [], started: [] };
}

function named<Key extends string>(
  keys: readonly Key[],
  words: Record<Key, string>,
  rows: Row[],
): NamedBeforeAfter[] {
  return keys.map((key) => {
    const found = rows.find((row) => row.key === key);
    return { key, label: words[key], before: found?.before ?? 0, after: found?.after ?? 0 };
  });
}
