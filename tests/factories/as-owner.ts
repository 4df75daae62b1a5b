import type pg from 'pg';

/**
 * What the owner of the tables can do or see, in one transaction that is rolled back at its end: a test looks past the
 * portal's own rights without leaving anything behind.
 */
export async function asOwner<Answer>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE NONE');
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** The message with which a statement was refused, or null where it went through. The transaction goes on. */
export async function refusalOf(client: pg.PoolClient, sql: string): Promise<string | null> {
  await client.query('SAVEPOINT attempt');
  try {
    await client.query(sql);
    return null;
  } catch (refusal) {
    return refusal instanceof Error ? refusal.message : String(refusal);
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT attempt');
  }
}
