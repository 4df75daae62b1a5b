import type { Tx } from '#app/platform/db/transaction.ts';
import { idFor, insertRows } from '../force/pack-rows.ts';
import type { Id } from '../kernel/id.ts';
import { carryWithheld } from './editions/withheld.server.ts';
import { planRows } from './plan-pack.ts';
import { dayOfText } from './plan-years.ts';
import type { PlanFile } from './plan-pack-schema.ts';

/** The plan of a force pack. */
type PackPlan = { code: string; plan: PlanFile; planEvents: readonly { on: string; title: string }[] };

/**
 * Loads the plan of a pack: outline, steps, roles, links, evidence and events as the source has them. The first plan of a
 * force is published with it; one of a later period is a draft that goes on from the newest, for the MDS lead to publish.
 * A plan that is there is never touched, whatever the pack says of its period by then.
 */
export async function loadPlan(tx: Tx, pack: PackPlan, at: Date): Promise<void> {
  const { period } = pack.plan;
  const newest = await tx.plan.findFirst({
    where: { forceCode: pack.code },
    orderBy: { firstDay: 'desc' },
    select: { id: true, lastDay: true, publishedAt: true },
  });
  if (newest && (newest.publishedAt === null || dayOfText(period.firstDay) <= newest.lastDay)) return;
  const name = newest ? `${pack.code} ${period.firstDay}` : pack.code;
  const planId = idFor('plan', name);
  await writePlan(tx, pack, { name, planId, followsId: newest?.id ?? null, at });
  if (newest) {
    await carryOnByCode(tx, planId, newest.id);
    await carryWithheld(tx, { from: newest.id, to: planId });
  } else await tx.plan.update({ where: { id: planId }, data: { publishedAt: at } });
}

/** Items of a loaded plan go on from those of the plan before that have their code and kind. */
async function carryOnByCode(tx: Tx, planId: string, before: Id<'Plan'>): Promise<void> {
  await tx.$executeRaw`UPDATE plan_item i SET carried_from_id = b.id FROM plan_item b
    WHERE i.plan_id = ${planId}::uuid AND b.plan_id = ${before}::uuid AND b.code = i.code AND b.kind = i.kind`;
}

type Written = { name: string; planId: string; followsId: Id<'Plan'> | null; at: Date };

async function writePlan(tx: Tx, pack: PackPlan, { name, planId, followsId, at }: Written): Promise<void> {
  const rows = planRows(pack.plan);
  const item = (code: string | null) => (code === null ? null : idFor('plan_item', `${name} ${code}`));
  await insertRows(tx, 'plan', [
    {
      id: planId,
      force_code: pack.code,
      title: rows.title,
      source: rows.source,
      glossary: rows.glossary,
      first_day: pack.plan.period.firstDay,
      last_day: pack.plan.period.lastDay,
      follows_id: followsId,
    },
  ]);
  await insertRows(
    tx,
    'plan_item',
    rows.items.map((row) => ({
      id: item(row.code),
      plan_id: planId,
      parent_id: item(row.parentCode),
      code: row.code,
      kind: row.kind,
      number: row.number,
      position: row.position,
      text: row.text,
      redacted: row.redacted,
      attributes: row.attributes,
    })),
  );
  const within = (table: Parameters<typeof insertRows>[1], row: { itemCode: string; position: number }) => ({
    id: idFor(table, `${name} ${row.itemCode} ${row.position}`),
    plan_item_id: item(row.itemCode),
    position: row.position,
  });
  await insertRows(
    tx,
    'plan_step',
    rows.steps.map((row) => ({
      ...within('plan_step', row),
      text: row.text,
      strategy: row.strategy,
      redacted: row.redacted,
    })),
  );
  await insertRows(
    tx,
    'plan_responsible_role',
    rows.responsibleRoles.map((row) => ({
      ...within('plan_responsible_role', row),
      role_title: row.roleTitle,
    })),
  );
  await insertRows(
    tx,
    'plan_strategic_link',
    rows.strategicLinks.map((row) => ({
      ...within('plan_strategic_link', row),
      label: row.label,
      target_item_id: item(row.targetCode),
    })),
  );
  await insertRows(
    tx,
    'plan_evidence',
    rows.evidence.map((row) => ({
      id: idFor('plan_evidence', `${name} ${row.sourceId}`),
      plan_item_id: item(row.itemCode),
      activity_id: item(row.activityCode),
      source_id: `${name} ${row.sourceId}`,
      position: row.position,
      text: row.text,
      update_mark: row.updateMark,
      style: row.style,
      redacted: row.redacted,
      recorded_at: at.toISOString(),
    })),
  );
  await insertRows(
    tx,
    'plan_event',
    pack.planEvents.map((event) => ({
      id: idFor('plan_event', `${name} ${event.on} ${event.title}`),
      plan_id: planId,
      happened_on: event.on,
      title: event.title,
    })),
  );
}
