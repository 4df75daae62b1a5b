import { createHash } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';

/** The tables that a pack fills; no other name reaches the statement. */
export type PackTable =
  | 'area'
  | 'queue'
  | 'postcode_rule'
  | 'plan'
  | 'plan_item'
  | 'plan_step'
  | 'plan_responsible_role'
  | 'plan_strategic_link'
  | 'plan_evidence'
  | 'plan_event'
  | 'organisation'
  | 'organisation_site'
  | 'account'
  | 'account_role'
  | 'duty_list_entry';

/** A UUID that follows from a table and a code, so that loading a pack twice finds the same rows. */
export function idFor(table: PackTable, code: string): string {
  const hex = createHash('sha256').update(`${table} ${code}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Inserts rows keyed by column name in one statement. With `onKey` a row that is there takes the new values; without,
 * it stays as it is.
 */
export async function insertRows(
  tx: Tx,
  table: PackTable,
  rows: Record<string, unknown>[],
  onKey?: string,
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  const taken = Object.keys(first).filter((column) => column !== 'id');
  const conflict = onKey
    ? `(${onKey}) DO UPDATE SET ${taken.map((column) => `${column} = excluded.${column}`).join(', ')}`
    : 'DO NOTHING';
  await tx.$executeRawUnsafe(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ON CONFLICT ${conflict}`,
    JSON.stringify(rows),
  );
}
