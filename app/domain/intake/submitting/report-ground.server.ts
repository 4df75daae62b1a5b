import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { ForceQueue } from '../../force/force-queues.server.ts';
import type { Site } from '../../form/answer-schema.ts';
import type { FileRow } from '../attachments/draft-files.server.ts';
import type { OrganisationKind } from '../../kernel/report-labels.ts';

/** What the database knows that a report is routed by and written with, besides what it says itself. */
export type ReportGround = {
  organisationKind: OrganisationKind;
  networkMember: boolean;
  /** The organisation is suspended. */
  suspended: boolean;
  /** Sites of the organisation, by name. */
  sites: Site[];
  queues: ForceQueue[];
  /** The rules in force: the newest that were published. Null where none were. */
  rules: { version: number; rulesHash: string } | null;
  planItems: { id: Id<'PlanItem'>; code: string }[];
  /** Files of the draft in their order; `arrived` is false of one that is still on its way. */
  files: (FileRow & { arrived: boolean })[];
  /** One of the report's whole registration marks is in an earlier submission (plan, Pursue 1). */
  repeatVehicle: boolean;
};

/** Reads all of it in one statement. `marks`: the report's registration marks, null where one is not known.
 * `today`: the day of the force, whose plan it counts for. */
export async function reportGround(
  tx: Tx,
  draft: { id: string; organisationId: Id<'Organisation'> },
  marks: readonly (string | null)[],
  today: string,
): Promise<ReportGround> {
  const whole = marks.filter((mark) => mark !== null && !mark.includes('?'));
  const [ground] = await tx.$queryRaw<ReportGround[]>`
    SELECT o.kind AS "organisationKind", o.network_member AS "networkMember", o.status = 'suspended' AS suspended,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.name, t.id), '[]')
        FROM organisation_site t WHERE t.organisation_id = o.id) AS sites,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'code', q.code, 'name', q.name, 'kind', q.kind, 'areaId', q.area_id,
          'area', CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('code', a.code, 'name', a.name) END) ORDER BY q.name), '[]')
        FROM queue q LEFT JOIN area a ON a.id = q.area_id) AS queues,
      (SELECT jsonb_build_object('version', r.version, 'rulesHash', r.rules_hash)
        FROM routing_rule_set r ORDER BY r.version DESC LIMIT 1) AS rules,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'code', i.code)), '[]') FROM plan_item i
        WHERE i.plan_id = (SELECT p.id FROM plan p JOIN force_pack f ON f.code = p.force_code
          WHERE p.published_at IS NOT NULL AND p.first_day <= ${today}::date ORDER BY p.first_day DESC LIMIT 1)) AS "planItems",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'description', f.description, 'kind', f.kind, 'size', f.size,
          'state', f.state, 'refusedFor', f.refused_for, 'arrived', f.stored_at IS NOT NULL) ORDER BY f.position), '[]')
        FROM attachment f WHERE f.draft_id = ${draft.id}::uuid) AS files,
      EXISTS (SELECT 1 FROM submission_vehicle v WHERE v.registration_normalised = ANY(${whole}::text[])) AS "repeatVehicle"
    FROM organisation o WHERE o.id = ${draft.organisationId}::uuid`;
  if (!ground) throw new Error('A draft belongs to no organisation');
  return ground;
}
