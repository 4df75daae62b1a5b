import type { OpenDatabase } from '#app/platform/db/open-database.ts';

/** Copies of one submission, where many are needed at once: what differs is what the table wants unique. */
export async function copySubmission(
  { pool }: Pick<OpenDatabase, 'pool'>,
  submissionId: string,
  count: number,
): Promise<void> {
  const { rows } = await pool.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
     WHERE attrelid = 'submission'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname NOT IN ('id', 'reference', 'draft_id')`,
  );
  const columns = rows[0]?.columns ?? '';
  await pool.query(
    `INSERT INTO submission (id, reference, draft_id, ${columns})
     SELECT gen_random_uuid(), 'copy-' || number || '-' || reference, gen_random_uuid(), ${columns} FROM submission, generate_series(1, $2::int) AS number WHERE id = $1`,
    [submissionId, count],
  );
}
