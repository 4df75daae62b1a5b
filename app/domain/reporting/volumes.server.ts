import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { has } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { exploitationWords } from '../triage/exploitation-words.ts';
import { channels, organisationKinds } from '../submissions/facts.ts';
import { eventChanges, type PlanEventLine } from './event-changes.server.ts';
import { addMonths, monthsBetween, startOfMonth, type Month } from './months.ts';
import { longestPeriod, type Period } from './period.ts';
import { planItemNames } from './plan-item-names.server.ts';
import { named, rowOf, rowsOf, type Cell, type Span, type VolumeRow } from './volume-rows.ts';
import { volumesByArea, type AreasAs, type AreaVolumes } from './volumes-by-area.server.ts';
import {
  channelWords,
  exploitationKeys,
  notSure,
  organisationKindWords,
  outcomeKeys,
  outcomeRowWords,
  priorityWords,
} from './words.ts';

/** Rows stand in the order of the thing counted: plan, areas by name, channels and kinds as the form has them. */
export type Volumes = {
  months: Month[];
  total: VolumeRow;
  /** The plan's aims and themes: submissions linked to any of their activities or actions, each once. */
  planParents: VolumeRow[];
  planItems: VolumeRow[];
  areas: VolumeRow[];
  areasAs: AreaVolumes['as'];
  areaChanges: AreaVolumes['changes'];
  channels: VolumeRow[];
  organisationKinds: VolumeRow[];
  priorities: VolumeRow[];
  exploitationTypes: VolumeRow[];
  outcomes: VolumeRow[];
  /** Dated events of the plan in the period, which annotate the chart. */
  events: PlanEventLine[];
};

const exploitationNames = exploitationKeys.map((key) => ({ key, label: exploitationWords([key])[0] ?? key }));
const outcomeNames = named(outcomeKeys, outcomeRowWords);

/**
 * Submissions received by month, counted against the plan's items, areas, channels and kinds of organisation. Each
 * submission counts once per plan item; items overlap, so their rows do not add up to the total. What has none has a
 * row all the same: silence is a finding. Unsuppressed: for the MDS lead and the FIB supervisor only (product.md,
 * "What must never happen" 7). Organisations are never named. All tables are of one moment. @throws NotFound
 */
export async function volumes(ctx: Ctx, period: Period, areasAs: AreasAs = 'sent'): Promise<Volumes> {
  if (!has(ctx.actor, 'mds_lead', 'fib_supervisor')) throw new NotFound();
  const months = monthsBetween(period.first, period.last).slice(0, longestPeriod);
  const last = months.at(-1) ?? period.first;
  const span = { from: startOfMonth(period.first), to: startOfMonth(addMonths(last, 1)) };
  return transaction(ctx.db, async (tx) => {
    // Otherwise a report that arrives between two statements stands in one table and not in the next.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: 'volumes', months: `${period.first} to ${last}` },
    });
    const areas = await volumesByArea(tx, span, areasAs, ctx.clock.now());
    return {
      months,
      total: rowOf({ key: 'all', label: 'All submissions' }, await totals(tx, span)),
      planParents: rowsOf(await planItemNames(tx, ['aim', 'theme']), await byPlanParent(tx, span)),
      planItems: rowsOf(await planItemNames(tx, ['activity', 'action']), await byPlanItem(tx, span)),
      areas: areas.rows,
      areasAs: areas.as,
      areaChanges: areas.changes,
      channels: rowsOf(named(channels, channelWords), await byColumn(tx, span, 'channel')),
      organisationKinds: rowsOf(
        named(organisationKinds, organisationKindWords),
        await byColumn(tx, span, 'organisation_kind'),
      ),
      priorities: rowsOf(
        named(['high', 'medium', 'low'], priorityWords),
        await byColumn(tx, span, 'priority'),
      ),
      exploitationTypes: rowsOf(exploitationNames, await byExploitationType(tx, span)),
      outcomes: rowsOf(outcomeNames, await byOutcome(tx, span)),
      events: await eventChanges(tx, span, ctx.clock.now()),
    };
  });
}

function totals(tx: Tx, { from, to }: Span): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT 'all' AS key, to_char(submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS count
    FROM submission WHERE submitted_at >= ${from} AND submitted_at < ${to} GROUP BY 2`;
}

function byPlanItem(tx: Tx, { from, to }: Span): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT i.code AS key, to_char(s.submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(DISTINCT s.id)::int AS count
    FROM submission s
      JOIN submission_plan_link l ON l.submission_id = s.id AND l.unlinked_at IS NULL
      JOIN plan_item i ON i.id = l.plan_item_id
    WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to} GROUP BY 1, 2`;
}

/** A submission linked to two activities of one aim counts once for the aim. */
function byPlanParent(tx: Tx, { from, to }: Span): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT p.code AS key, to_char(s.submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(DISTINCT s.id)::int AS count
    FROM submission s
      JOIN submission_plan_link l ON l.submission_id = s.id AND l.unlinked_at IS NULL
      JOIN plan_item i ON i.id = l.plan_item_id
      JOIN plan_item p ON p.id = i.parent_id
    WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to} GROUP BY 1, 2`;
}

/** A submission that names two types counts for both; one that names none counts as not sure. */
function byExploitationType(tx: Tx, { from, to }: Span): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT coalesce(t.type, ${notSure}) AS key, to_char(s.submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(DISTINCT s.id)::int AS count
    FROM submission s LEFT JOIN LATERAL unnest(s.exploitation_types) AS t (type) ON true
    WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to} GROUP BY 1, 2`;
}

/** What became of what was received in a month, as far as it is known now. */
function byOutcome(tx: Tx, { from, to }: Span): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>`
    SELECT coalesce(outcome, CASE WHEN status IN ('rejected', 'withdrawn') THEN status ELSE 'open' END) AS key,
      to_char(submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS count
    FROM submission WHERE submitted_at >= ${from} AND submitted_at < ${to} GROUP BY 1, 2`;
}

/** The column is one of three names of our own, never input. */
function byColumn(
  tx: Tx,
  { from, to }: Span,
  column: 'channel' | 'organisation_kind' | 'priority',
): Promise<Cell[]> {
  return tx.$queryRawUnsafe<Cell[]>(
    `SELECT ${column} AS key, to_char(submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS count
     FROM submission WHERE submitted_at >= $1 AND submitted_at < $2 GROUP BY 1, 2`,
    from,
    to,
  );
}
