import type { EntityKind } from '#app/platform/db/generated/enums.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../../kernel/id.ts';
import type { Nobodys } from './nobodys.server.ts';

/** Rows that are read for what a report names, every year the same work. */
const READ = 2000;

const whyOf = (kind: EntityKind) =>
  kind === 'vehicle'
    ? 'Same registration mark in a sanitised text'
    : 'Same number or address in a sanitised text';

type Mention = {
  submission_id: Id<'Submission'>;
  entity_id: string;
  kind: EntityKind;
  written: string;
  sanitised: boolean;
};

/**
 * Other reports that surely name what this one does, where one of the two says so in a sanitised text only: an officer may
 * write there what nobody reported. Whole marks, numbers and addresses; of people and places the reports say more than a
 * text, so they are compared there. Of each item its newest text counts, of a voided one none.
 */
export async function namedInSanitised(
  tx: Tx,
  submissionId: Id<'Submission'>,
  nobodys: Nobodys,
): Promise<{ other: Id<'Submission'>; why: string; read: true }[]> {
  const read = await tx.$queryRaw<Mention[]>`
    SELECT m.submission_id, m.entity_id, m.kind, m.written, m.sanitised_text_id IS NOT NULL AS sanitised
    FROM (SELECT * FROM entity_mention WHERE entity_id = ANY(ARRAY(
        SELECT entity_id FROM entity_mention WHERE submission_id = ${submissionId}::uuid AND entity_id IS NOT NULL
          AND ((kind = 'contact' AND NOT EXISTS (SELECT 1 FROM account a WHERE a.email = lower(written))) OR (kind = 'vehicle' AND position('?' IN written) = 0)))) LIMIT ${READ}) m
    LEFT JOIN sanitised_text t ON t.id = m.sanitised_text_id
    WHERE t.id IS NULL OR (NOT EXISTS (SELECT 1 FROM item_void v WHERE v.item_id = t.item_id)
      AND NOT EXISTS (SELECT 1 FROM sanitised_text n WHERE n.item_id = t.item_id AND n.version > t.version))
    ORDER BY m.kind DESC, m.submission_id`;
  const rows = read.filter(({ kind, written }) => kind !== 'contact' || !nobodys.contact(written));
  const found = new Map<Id<'Submission'>, { other: Id<'Submission'>; why: string; read: true }>();
  for (const { submission_id: other, entity_id, kind, sanitised } of rows) {
    const inText =
      sanitised ||
      rows.some((own) => own.submission_id === submissionId && own.entity_id === entity_id && own.sanitised);
    if (other !== submissionId && inText && !found.has(other))
      found.set(other, { other, why: whyOf(kind), read: true });
  }
  return [...found.values()];
}
