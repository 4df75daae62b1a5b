import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/** A report and everything that belongs to it, by id: its draft, files, items, disseminations and tasks. */
export async function belongingTo(tx: Tx, submissionId: Id<'Submission'>): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH report AS (SELECT id, draft_id FROM submission WHERE id = ${submissionId}::uuid)
    SELECT id FROM report UNION ALL SELECT draft_id FROM report
    UNION ALL SELECT a.id FROM attachment a JOIN report r ON a.draft_id = r.draft_id
    UNION ALL SELECT i.id FROM intelligence_item i JOIN report r ON i.submission_id = r.id
    UNION ALL SELECT d.id FROM dissemination d JOIN report r ON d.submission_id = r.id
    UNION ALL SELECT t.id FROM task t JOIN report r ON t.submission_id = r.id`;
  return rows.map(({ id }) => id);
}

/**
 * What these things are called, as whoever reads the trail may know it: people and organisations by name, reports and what
 * belongs to them by their reference, never by content. A thing that is gone has no name.
 */
export async function namesOf(tx: Tx, subjects: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(subjects)];
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    WITH asked AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT id, display_name AS name FROM account JOIN asked USING (id)
    UNION ALL SELECT id, name FROM organisation JOIN asked USING (id)
    UNION ALL SELECT id, name FROM queue JOIN asked USING (id)
    UNION ALL SELECT id, code FROM plan_item JOIN asked USING (id)
    UNION ALL SELECT id, title FROM plan JOIN asked USING (id)
    UNION ALL SELECT id, reference FROM submission JOIN asked USING (id)
    UNION ALL SELECT s.draft_id, s.reference FROM submission s JOIN asked ON asked.id = s.draft_id
    UNION ALL SELECT a.id, s.reference FROM attachment a JOIN asked ON asked.id = a.id JOIN submission s USING (draft_id)
    UNION ALL SELECT i.id, s.reference FROM intelligence_item i JOIN asked ON asked.id = i.id
      JOIN submission s ON s.id = i.submission_id
    UNION ALL SELECT d.id, s.reference FROM dissemination d JOIN asked ON asked.id = d.id
      JOIN submission s ON s.id = d.submission_id
    UNION ALL SELECT t.id, s.reference FROM task t JOIN asked ON asked.id = t.id JOIN submission s ON s.id = t.submission_id`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
