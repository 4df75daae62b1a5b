import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isFib } from '../../kernel/actor.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { recipientOf } from '../../submission/recipient-sql.server.ts';
import type { ContactKind, EntityKind } from './entity-words.ts';

/** Something that names an entity, which the reader may open: a report, or the sanitised text of an item. */
export type MentionRow = {
  entity_id: Id<'Entity'>;
  kind: EntityKind;
  contact_kind: ContactKind | null;
  position: number;
  written: string;
  detail: string;
  read_from_text: boolean;
  submission_id: Id<'Submission'>;
  reference: string;
  submitted_at: Date;
  restricted: boolean;
  /** The reader may open the original. */
  readable: boolean;
  sanitised_text_id: Id<'SanitisedText'> | null;
  item_id: Id<'IntelligenceItem'> | null;
  item_number: number | null;
  /** The title is for those who may read the original. */
  item_title: string | null;
  /** The item as it was sent to the reader, who may not open the original. */
  dissemination_id: Id<'Dissemination'> | null;
  disseminated_at: Date | null;
  /** What the report says of when it happened, a `DateAnswer`; null to those who may not read it. */
  happened: unknown;
};

/** Mentions of one entity that are read, every year the same work; of more the page shows those. */
export const MOST_MENTIONS = 2000;

/**
 * What names these entities, newest report first, as far as the actor may open it: reports that they may read in the
 * original, with the newest sanitised text of each item and those that were sent; of others what was sent to their queues and not recalled.
 * An item that was voided names nothing. Whoever may see none of it learns nothing, not even that there is something.
 */
export function visibleMentions(tx: Tx, ctx: Ctx, entityIds: readonly Id<'Entity'>[]): Promise<MentionRow[]> {
  const readable = readableBy(ctx);
  return tx.$queryRaw<MentionRow[]>`
    SELECT m.entity_id, m.kind, m.contact_kind, m.position, m.written, m.detail, m.read_from_text, s.id AS submission_id, s.reference, s.submitted_at, s.restricted,
      ${readable} AS readable, m.sanitised_text_id, i.id AS item_id, i.number AS item_number,
      CASE WHEN ${readable} THEN i.title END AS item_title, CASE WHEN NOT ${readable} THEN d.id END AS dissemination_id, d.disseminated_at,
      CASE WHEN ${readable} THEN c.answers -> (f.meanings ->> 'date.happened') END AS happened
    FROM (SELECT * FROM entity_mention WHERE entity_id = ANY(${[...entityIds]}::uuid[]) LIMIT ${MOST_MENTIONS}) m
    JOIN submission s ON s.id = m.submission_id JOIN queue q ON q.id = s.primary_queue_id JOIN form_version f ON f.version = s.form_version
    LEFT JOIN submission_content c ON c.submission_id = s.id
    LEFT JOIN sanitised_text t ON t.id = m.sanitised_text_id LEFT JOIN intelligence_item i ON i.id = t.item_id
    LEFT JOIN LATERAL (${sentOf(ctx)}) d ON true
    WHERE ${mayOpen(ctx)}
    ORDER BY s.submitted_at DESC, s.id, i.number NULLS FIRST, t.version DESC, m.position`;
}

/**
 * Where a sanitised text `t` stands with the actor (`maySeeSanitisedText`): the newest dissemination of it that was not
 * recalled and went to a queue of theirs, or for FIB, which sends them all, to anybody.
 */
function sentOf(ctx: Ctx): Prisma.Sql {
  const sender = isFib(ctx.actor) ? clearedFor(ctx) : Prisma.sql`false`;
  return Prisma.sql`
    SELECT d.id, d.disseminated_at FROM dissemination d LEFT JOIN queue dq ON dq.id = d.queue_id
    WHERE d.sanitised_text_id = t.id AND (${recipientOf(ctx.actor, 'dq')} OR ${sender})
      AND NOT EXISTS (SELECT 1 FROM dissemination_recall r WHERE r.dissemination_id = d.id)
    ORDER BY d.disseminated_at DESC LIMIT 1`;
}

/** Whether the actor may open what a mention `m` stands in. */
const mayOpen = (
  ctx: Ctx,
): Prisma.Sql => Prisma.sql`(t.id IS NULL OR item_stands(i.id)) AND (d.id IS NOT NULL OR (${readableBy(ctx)} AND (t.id IS NULL
  OR NOT EXISTS (SELECT 1 FROM sanitised_text later WHERE later.item_id = t.item_id AND later.version > t.version)
  OR EXISTS (SELECT 1 FROM dissemination sent WHERE sent.sanitised_text_id = t.id))))`;
