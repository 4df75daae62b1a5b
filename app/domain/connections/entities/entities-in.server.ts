import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { kindWords, nameWords, type ContactKind, type EntityKind } from './entity-words.ts';

/** Something that a report or text names, with a page of its own. `readFromText`: nobody was asked for it. */
export type Named = { id: Id<'Entity'>; kind: string; name: string; readFromText: boolean };

/** The longest list that a page shows. */
const MOST = 60;

export type NamedRow = {
  entity_id: Id<'Entity'>;
  kind: EntityKind;
  contact_kind: ContactKind | null;
  written: string;
  read: boolean;
};

/** What a report names, or a sanitised text of it: in the order of kinds, each once. The caller has asked who looks. */
export async function entitiesIn(tx: Tx, of: NamedBy): Promise<Named[]> {
  return (await tx.$queryRaw<NamedRow[]>`${entitiesOf(of)}`).map(namedOf);
}

/** Selects the same, for a statement that asks for more than that. */
export const entitiesOf = (of: NamedBy): Prisma.Sql => Prisma.sql`
  SELECT entity_id, kind, contact_kind, min(written) AS written, bool_and(read_from_text) AS read FROM entity_mention
  WHERE ${'submissionId' in of ? bySubmission(of.submissionId) : byText(of.sanitisedTextId)} AND entity_id IS NOT NULL
  GROUP BY entity_id, kind, contact_kind ORDER BY array_position(ARRAY['person', 'vehicle', 'contact', 'place', 'organisation']::entity_kind[], kind), min(position) LIMIT ${MOST}`;

export const namedOf = (row: NamedRow): Named => ({
  id: row.entity_id,
  kind: kindWords(row.kind, row.contact_kind),
  name: nameWords(row.kind, row.contact_kind, row.written),
  readFromText: row.read,
});

type NamedBy = { submissionId: Id<'Submission'> } | { sanitisedTextId: Id<'SanitisedText'> };

const bySubmission = (id: Id<'Submission'>): Prisma.Sql =>
  Prisma.sql`submission_id = ${id}::uuid AND sanitised_text_id IS NULL`;
const byText = (id: Id<'SanitisedText'>): Prisma.Sql => Prisma.sql`sanitised_text_id = ${id}::uuid`;
