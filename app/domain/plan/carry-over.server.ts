import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../kernel/id.ts';

/** What belongs to the printed source of a plan and not to what the next one says. */
const ofTheSource = [
  'note',
  'sourceHeading',
  'strategicLinkVerbatim',
  'joinedAcrossPageBreak',
  'hasEvidence',
];

/**
 * Copies items of a plan into the draft that follows it, with what the plan says about them: steps, roles and strategic
 * links. Each goes on from its original. Evidence, status, linked reports and tasks stay with the plan of their day, and
 * gaps of the source are not carried over. An item whose parent is not in the draft is left out.
 */
export async function carryOver(
  tx: Tx,
  { from, to, items }: { from: Id<'Plan'>; to: Id<'Plan'>; items: readonly Id<'PlanItem'>[] },
): Promise<void> {
  await tx.$executeRaw`
    WITH copy AS MATERIALIZED (
      SELECT i.id AS old, gen_random_uuid() AS new FROM plan_item i
      WHERE i.plan_id = ${from}::uuid AND i.kind <> 'gap' AND i.id = ANY(${[...items]}::uuid[])
    )
    INSERT INTO plan_item (id, plan_id, parent_id, code, kind, number, position, text, redacted, attributes, carried_from_id)
    SELECT c.new, ${to}::uuid, coalesce(parent.new, there.id), i.code, i.kind, i.number, i.position, i.text, i.redacted,
      i.attributes - ${ofTheSource}::text[], i.id
    FROM copy c JOIN plan_item i ON i.id = c.old LEFT JOIN copy parent ON parent.old = i.parent_id
      LEFT JOIN plan_item there ON there.carried_from_id = i.parent_id AND there.plan_id = ${to}::uuid
    WHERE i.parent_id IS NULL OR parent.new IS NOT NULL OR there.id IS NOT NULL`;
  await tx.$executeRaw`
    INSERT INTO plan_step (id, plan_item_id, position, text, strategy, redacted)
    SELECT gen_random_uuid(), i.id, s.position, s.text, s.strategy, s.redacted
    FROM plan_item i JOIN plan_step s ON s.plan_item_id = i.carried_from_id
    WHERE i.plan_id = ${to}::uuid AND i.carried_from_id = ANY(${[...items]}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO plan_responsible_role (id, plan_item_id, position, role_title)
    SELECT gen_random_uuid(), i.id, r.position, r.role_title
    FROM plan_item i JOIN plan_responsible_role r ON r.plan_item_id = i.carried_from_id
    WHERE i.plan_id = ${to}::uuid AND i.carried_from_id = ANY(${[...items]}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO plan_strategic_link (id, plan_item_id, position, label, target_item_id)
    SELECT gen_random_uuid(), i.id, l.position, l.label, target.id
    FROM plan_item i JOIN plan_strategic_link l ON l.plan_item_id = i.carried_from_id
      LEFT JOIN plan_item target ON target.carried_from_id = l.target_item_id AND target.plan_id = ${to}::uuid
    WHERE i.plan_id = ${to}::uuid AND i.carried_from_id = ANY(${[...items]}::uuid[])`;
}
