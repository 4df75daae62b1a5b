import { transaction } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { reportAs, type FileKind } from '../kernel/file-kinds.ts';
import { NotFound } from '../kernel/failures.ts';
import { exploitationWords } from '../form/exploitation-words.ts';
import { channels, organisationKinds } from '../kernel/report-labels.ts';
import {
  countFacts,
  countedItems,
  planItemCells,
  planItemNames,
  type CountedItem,
} from './count-facts.server.ts';
import { eventChanges, eventsIn, type PlanEventLine } from './event-changes.server.ts';
import { itemRows, type ItemRows } from './item-rows.ts';
import { monthsBetween, type Month } from '../kernel/months.ts';
import { inMonths, longestPeriod, spanOf, type Period } from './period.ts';
import { planOn } from '../plan/current-plan.server.ts';
import { isMeasured, measureIn } from '../plan/item-measure.ts';
import { currentRules } from '../routing/current-rules.server.ts';
import { linkingRules } from '../routing/linking-rules.ts';
import { currentForce } from '../force/current-force.server.ts';
import { named, rowOf, rowsOf, type VolumeRow } from './volume-rows.ts';
import { volumesByArea, type AreasAs, type AreaVolumes } from './volumes-by-area.server.ts';
import {
  channelWords,
  exploitationKeys,
  organisationKindWords,
  outcomeKeys,
  outcomeRowWords,
  priorityWords,
} from '../kernel/report-labels.ts';

/** Rows stand in the order of the thing counted: plan, areas by name, channels and kinds as the form has them. */
export type Volumes = {
  /** Those of the period from the first submission ever on: earlier ones have no data, which is not nought. */
  months: Month[];
  /** The month of the first submission ever, where the period begins before it. */
  noDataBefore: Month | null;
  total: VolumeRow;
  /** The plan's aims and themes: submissions linked to any of their activities or actions, each once. */
  planParents: ItemRows;
  planItems: ItemRows;
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
 * submission counts once per plan item; items overlap, so their rows do not add up to the total. What is measured and has
 * none has a row all the same: silence is a finding. Items that hold the same by their rules have one. Unsuppressed: for the
 * MDS lead and the FIB supervisor only (product.md, "What must never happen" 7). Organisations are never named. All tables are
 * of one moment. `as` says that they are taken away as a file. @throws NotFound
 */
export async function volumes(
  ctx: Ctx,
  period: Period,
  areasAs: AreasAs = 'sent',
  as: FileKind | null = null,
): Promise<Volumes> {
  if (!may(ctx.actor, 'figures.read')) throw new NotFound();
  const asked = inMonths(period);
  const months = monthsBetween(asked.first, asked.last).slice(0, longestPeriod);
  const last = months.at(-1) ?? asked.first;
  const span = spanOf({ first: asked.first, last });
  return transaction(ctx.db, async (tx) => {
    // Otherwise a report that arrives between two statements stands in one table and not in the next.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: reportAs('volumes', as), months: `${asked.first} to ${last}` },
    });
    const counted = await countFacts(tx, { first: asked.first, last });
    const { code } = await currentForce(tx, ctx);
    // A period that ends in another year is counted by that year's plan; events are of the force, whichever plan has them.
    const ofPeriod = { plan: planOn(code, new Date(span.to.getTime() - 1)) };
    const plans = await tx.plan.findMany({
      where: { forceCode: code, publishedAt: { not: null } },
      orderBy: { firstDay: 'asc' },
      select: { planItems: { ...countedItems, where: ofPeriod }, planEvents: eventsIn(span) },
    });
    const items = plans.flatMap(({ planItems }) => planItems);
    const events = plans.flatMap(({ planEvents }) => planEvents);
    const plan = planItemCells(counted.linked, items);
    const ofItems = shownBy(items, linkingRules(await currentRules(tx)), plan.setOf);
    const all = rowOf({ key: 'all', label: 'All submissions' }, counted.all);
    const areas = await volumesByArea(tx, span, areasAs, counted.area, ctx.clock.now());
    const { since } = counted;
    const withData = months.filter((month) => since !== null && month >= since);
    return {
      months: withData.length > 0 ? withData : months,
      noDataBefore: since !== null && since > asked.first ? since : null,
      total: all,
      planParents: itemRows(rowsOf(planItemNames(items, ['aim', 'theme']), plan.parents), {
        ...ofItems,
        all: all.total,
      }),
      planItems: itemRows(rowsOf(planItemNames(items, ['activity', 'action']), plan.items), {
        ...ofItems,
        all: all.total,
      }),
      areas: areas.rows,
      areasAs: areas.as,
      areaChanges: areas.changes,
      channels: rowsOf(named(channels, channelWords), counted.channel),
      organisationKinds: rowsOf(named(organisationKinds, organisationKindWords), counted.organisation_kind),
      priorities: rowsOf(named(['high', 'medium', 'low'], priorityWords), counted.priority),
      exploitationTypes: rowsOf(exploitationNames, counted.exploitation_types),
      outcomes: rowsOf(outcomeNames, counted.outcome),
      events: await eventChanges(tx, events, ctx.clock.now()),
    };
  });
}

/**
 * What is measured: an item that says how, and an aim or a theme with one. The same are those that the same rules link and
 * that do hold the same, as somebody may have linked to one of them by hand.
 */
function shownBy(
  items: readonly CountedItem[],
  linking: ReadonlyMap<string, readonly { code: string }[]>,
  setOf: (code: string) => string,
) {
  const measured = items.filter(({ kind, attributes }) => isMeasured(kind) && measureIn(attributes) !== null);
  const codes = new Set(measured.flatMap(({ code, parent }) => [code, parent?.code]));
  const rulesOf = (code: string) => {
    const below = items.filter(({ parent }) => parent?.code === code).map((item) => item.code);
    const rules = [code, ...below].flatMap((each) => linking.get(each) ?? []).map((rule) => rule.code);
    return [...new Set(rules)].toSorted().join();
  };
  return {
    isMeasured: (code: string) => codes.has(code),
    sameAs: (code: string) => (rulesOf(code) === '' ? code : `${rulesOf(code)} ${setOf(code)}`),
  };
}
