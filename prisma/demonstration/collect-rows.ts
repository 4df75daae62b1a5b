import type pg from 'pg';
import { yearTables, type YearFile, type YearTable } from './year-file.ts';

/** How many rows each table has: taken before the year, to know afterwards what the year added. */
export type RowCounts = ReadonlyMap<string, number>;

export async function countRows(pool: pg.Pool): Promise<RowCounts> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${name}"`);
    counts.set(name, rows[0]?.count ?? 0);
  }
  return counts;
}

/** What a database or its portal writes by itself: no other could take it over. */
const ownColumns: Partial<Record<YearTable, string[]>> = {
  audit_event: ['id', 'transaction_id', 'recorded_at', 'mark'],
  submission_person: ['entity_id'],
  submission_place: ['entity_id'],
  submission_vehicle: ['entity_id'],
  submission_contact: ['entity_id'],
  sanitised_mention: ['entity_id'],
};

/** What the database counts by itself as the rows of the year come in (docs/decisions/0123). */
const counted = ['submission_count'];

/** Of a table that the pack fills too, which rows are the year's: its ids follow from codes, and come anywhere in their order. */
const ofTheYear: Partial<Record<YearTable, string>> = { plan_evidence: 'author_id IS NOT NULL' };

/**
 * The rows that the year added, in an order in which they may be inserted again.
 * @throws Error naming a table that the year fills and the file would leave out
 */
export async function collectRows(pool: pg.Pool, before: RowCounts): Promise<YearFile['rows']> {
  const after = await countRows(pool);
  const known = new Set<string>([...yearTables, ...counted]);
  const forgotten = [...after].filter(([name, count]) => !known.has(name) && count !== before.get(name));
  if (forgotten.length > 0)
    throw new Error(`Add to the tables of the year: ${forgotten.map(([name]) => name).join(', ')}.`);
  const rows: Partial<YearFile['rows']> = {};
  for (const table of yearTables) rows[table] = await rowsOf(pool, table, before.get(table) ?? 0);
  return rows as YearFile['rows'];
}

async function rowsOf(pool: pg.Pool, table: YearTable, skipped: number): Promise<Record<string, unknown>[]> {
  const { rows: columns } = await pool.query<{ name: string; made: boolean }>(
    `SELECT column_name AS name, is_generated = 'ALWAYS' OR is_identity = 'YES' AS made
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  );
  const left = [...columns.filter(({ made }) => made).map(({ name }) => name), ...(ownColumns[table] ?? [])];
  const order = ['id', 'submission_id'].filter((name) => columns.some((column) => column.name === name));
  const only = ofTheYear[table];
  const { rows } = await pool.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) - $1::text[] AS row FROM "${table}" t WHERE ${only ?? 'true'} ORDER BY ${order.join(', ')} OFFSET $2`,
    [left, only === undefined ? skipped : 0],
  );
  return rows.map(({ row }) => row);
}
