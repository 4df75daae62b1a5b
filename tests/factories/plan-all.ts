import type { PGlite } from '@electric-sql/pglite';

/** First byte of the answer to a Parse that went well. */
const parseComplete = '1'.charCodeAt(0);
const sync = new Uint8Array(['S'.charCodeAt(0), 0, 0, 0, 4]);

/**
 * Has the database parse and plan statements, each a whole Parse message with a name, and keep them. Returns those that it
 * took. None is executed.
 */
export async function planAll(pglite: PGlite, statements: readonly string[]): Promise<string[]> {
  const taken: string[] = [];
  for (const statement of statements) {
    const answer = await pglite.execProtocolRaw(Buffer.from(statement, 'latin1'));
    await pglite.execProtocolRaw(sync);
    if (answer[0] === parseComplete) taken.push(statement);
  }
  const { rows } = await pglite.query<{ explain: string }>(
    `SELECT format('EXPLAIN EXECUTE %I', name)
        || CASE cardinality(parameter_types) WHEN 0 THEN '' ELSE '(' || repeat('NULL, ', cardinality(parameter_types) - 1) || 'NULL)' END AS explain
       FROM pg_prepared_statements
      WHERE statement ~* '^\\s*(select|insert|update|delete|with)\\M' AND generic_plans = 0`,
  );
  for (const { explain } of rows) await pglite.exec(explain);
  return taken;
}
