import type pg from 'pg';

/**
 * Changes submissions as no person alone could (docs/decisions/0059): the owner of the tables puts its guards aside, for one
 * statement. A test makes so what would take it a course of many steps.
 */
export async function unguarded(
  pool: pg.Pool,
  statement: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const guards = ['submission_by_two', 'submission_outcome_supported', 'submission_outcome_of_item'];
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE NONE');
    for (const guard of guards) await client.query(`ALTER TABLE submission DISABLE TRIGGER ${guard}`);
    await client.query(statement, [...values]);
    for (const guard of guards) await client.query(`ALTER TABLE submission ENABLE TRIGGER ${guard}`);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** Makes every High submission Low, so that a test has the only danger that waits. */
export const pastDanger = (pool: pg.Pool): Promise<void> =>
  unguarded(
    pool,
    `UPDATE submission SET priority = 'low', new_danger_due_at = NULL, lowering_asked_by = NULL
     WHERE priority = 'high' OR new_danger_due_at IS NOT NULL`,
  );
