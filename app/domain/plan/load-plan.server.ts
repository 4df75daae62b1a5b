import type { Tx } from '#app/platform/db/transaction.ts';
import { idFor, insertRows } from '../force/pack-rows.ts';
import { planRows } from './plan-pack.ts';
import type { PlanFile } from './plan-pack-schema.ts';

/** The plan of a force pack. */
type PackPlan = { code: string; plan: PlanFile; planEvents: readonly { on: string; title: string }[] };

/**
 * Loads the published plan: outline, steps, roles, links and evidence as the source has them. Evidence is only ever
 * added.
 */
export async function loadPlan(tx: Tx, pack: PackPlan, recordedAt: Date): Promise<void> {
  const rows = planRows(pack.plan);
  const planId = idFor('plan', pack.code);
  const item = (code: string | null) => (code === null ? null : idFor('plan_item', `${pack.code} ${code}`));
  await insertRows(
    tx,
    'plan',
    [{ id: planId, code: pack.code, title: rows.title, source: rows.source, glossary: rows.glossary }],
    'code',
  );
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
    'plan_id, code',
  );
  const within = (table: Parameters<typeof insertRows>[1], row: { itemCode: string; position: number }) => ({
    id: idFor(table, `${pack.code} ${row.itemCode} ${row.position}`),
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
    'plan_item_id, position',
  );
  await insertRows(
    tx,
    'plan_responsible_role',
    rows.responsibleRoles.map((row) => ({
      ...within('plan_responsible_role', row),
      role_title: row.roleTitle,
    })),
    'plan_item_id, position',
  );
  await insertRows(
    tx,
    'plan_strategic_link',
    rows.strategicLinks.map((row) => ({
      ...within('plan_strategic_link', row),
      label: row.label,
      target_item_id: item(row.targetCode),
    })),
    'plan_item_id, position',
  );
  await insertRows(
    tx,
    'plan_evidence',
    rows.evidence.map((row) => ({
      id: idFor('plan_evidence', `${pack.code} ${row.sourceId}`),
      plan_item_id: item(row.itemCode),
      activity_id: item(row.activityCode),
      source_id: `${pack.code} ${row.sourceId}`,
      position: row.position,
      text: row.text,
      update_mark: row.updateMark,
      style: row.style,
      redacted: row.redacted,
      recorded_at: recordedAt.toISOString(),
    })),
  );
  await insertRows(
    tx,
    'plan_event',
    pack.planEvents.map((event) => ({
      id: idFor('plan_event', `${pack.code} ${event.on} ${event.title}`),
      plan_id: planId,
      happened_on: event.on,
      title: event.title,
    })),
  );
}
