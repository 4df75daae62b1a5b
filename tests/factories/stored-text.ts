import type pg from 'pg';
import { asOwner } from './as-owner.ts';

type Column = { schema: string; table: string; column: string; type: string };

/**
 * Every column of every table of every schema that holds this text, whatever its case, as "schema.table.column". Bytes
 * are searched for the text itself; every other type for the text, its base64 and its hexadecimal form.
 */
export async function columnsWith(pool: pg.Pool, text: string): Promise<string[]> {
  return asOwner(pool, async (client) => {
    const { rows } = await client.query<Column>(COLUMNS);
    const found: string[] = [];
    for (const column of rows) {
      const { rows: hits } = await client.query<{ hit: boolean }>(searchFor(column), [
        column.type === 'bytea' ? [...spellings(text)] : [...spellings(text), base64Of(text), hexOf(text)],
      ]);
      if (hits[0]?.hit) found.push(`${column.schema}.${column.table}.${column.column}`);
    }
    return found;
  });
}

const spellings = (text: string) => new Set([text, text.toLowerCase(), text.toUpperCase()]);
const hexOf = (text: string) => Buffer.from(text).toString('hex');
/** Without the last group, which depends on what follows. */
const base64Of = (text: string) =>
  Buffer.from(text)
    .toString('base64')
    .slice(0, Math.floor(Buffer.byteLength(text) / 3) * 4);

function searchFor({ schema, table, column, type }: Column): string {
  const value = `"${column}"`;
  const hit =
    type === 'bytea'
      ? `position(convert_to(word, 'UTF8') IN ${value}) > 0`
      : `position(lower(word) IN lower(${value}::text)) > 0`;
  return `SELECT EXISTS (SELECT FROM "${schema}"."${table}", unnest($1::text[]) AS word WHERE ${hit}) AS hit`;
}

const COLUMNS = `
  SELECT c.table_schema AS schema, c.table_name AS "table", c.column_name AS "column", c.data_type AS type
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
  ORDER BY 1, 2, 3`;
