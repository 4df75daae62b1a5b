import type pg from 'pg';
import { asOwner } from './as-owner.ts';

type Table = { schema: string; table: string; columns: string[] };

/**
 * Every column of every table of every schema that holds one of these texts, whatever its case, as "schema.table.column":
 * as itself, in base64 or in hexadecimal, which is also how bytes show. Give plain words, without quotes or backslashes.
 */
export async function columnsWith(pool: pg.Pool, ...texts: string[]): Promise<string[]> {
  const patterns = texts.flatMap(patternsOf);
  return asOwner(pool, async (client) => {
    const { rows: tables } = await client.query<Table>(TABLES);
    const found: string[] = [];
    for (const { schema, table, columns } of tables) {
      const holds = async (value: string) =>
        (
          await client.query(
            `SELECT FROM "${schema}"."${table}" AS held WHERE lower(${value}::text) LIKE ANY ($1) LIMIT 1`,
            [patterns],
          )
        ).rowCount === 1;
      // The row as a whole first: most tables hold nothing of it.
      if (!(await holds('held'))) continue;
      for (const column of columns)
        if (await holds(`"${column}"`)) found.push(`${schema}.${table}.${column}`);
    }
    return found;
  });
}

const patternsOf = (text: string): string[] =>
  spellingsOf(text).map((word) => `%${word.replace(/[%_]/g, '\\$&')}%`);

/** How a text may stand somewhere, all in lower case: as itself, in hexadecimal or in base64. */
export function spellingsOf(text: string): string[] {
  const spellings = [text, text.toLowerCase(), text.toUpperCase()];
  const hidden = spellings.flatMap((spelling) => [hexOf(spelling), ...base64Of(spelling)]);
  return [text, ...hidden].map((word) => word.toLowerCase());
}

const hexOf = (text: string) => Buffer.from(text).toString('hex');

/** What base64 makes of it wherever it begins in a longer text: the characters that depend on it alone. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const own = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)] as const;
    return bytes.toString('base64').slice(...own);
  });
}

const TABLES = `
  SELECT c.table_schema AS schema, c.table_name AS "table", jsonb_agg(c.column_name ORDER BY c.ordinal_position) AS columns
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
  GROUP BY 1, 2 ORDER BY 1, 2`;
