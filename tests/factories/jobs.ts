import type { OpenDatabase } from '#app/platform/db/open-database.ts';

/** The names of the jobs that were sent for an account. */
export async function jobsFor(database: Pick<OpenDatabase, 'pool'>, accountId: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT name FROM pgboss.job WHERE data->>'accountId' = $1 ORDER BY created_on`,
    [accountId],
  );
  return rows.map(({ name }) => name);
}
