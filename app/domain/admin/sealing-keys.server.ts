import { rewrap, UnsealError, type Keyring, type SealedValue } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { SystemCtx } from '../kernel/context.ts';

/** Every column of the database that holds sealed values, with the primary key of its table, which each is bound to. */
export const sealedColumns = [
  { table: 'source_record', key: 'id', column: 'sealed' },
  { table: 'contact_record', key: 'submission_id', column: 'sealed' },
  { table: 'account', key: 'id', column: 'contact_sealed' },
  { table: 'attachment', key: 'id', column: 'details' },
  { table: 'attachment', key: 'id', column: 'file_key' },
  { table: 'directory_session', key: 'session_id', column: 'refresh_sealed' },
  { table: 'factor', key: 'id', column: 'secret_sealed' },
  { table: 'kept_search', key: 'id', column: 'sought' },
] as const;

type SealedColumn = (typeof sealedColumns)[number];

/**
 * A portal without a key that records are under would answer pages that show them with errors, and seal new records
 * under a key that nobody asked for. The database keeps the id of each key, so this costs the same however many there are.
 * @throws Error that says what to do
 */
export async function refuseMissingKeys(db: Db, keyring: Keyring): Promise<void> {
  const known = new Set([keyring.current, ...keyring.previous].map(({ id }) => id));
  const missing = (await db.sealingKey.findMany({ orderBy: { id: 'asc' } }))
    .map(({ id }) => id)
    .filter((id) => !known.has(id));
  if (missing.length > 0)
    throw new Error(
      `Records of this database are sealed under a key that is not set (${missing.join(', ')}). Set it as KEY_ENCRYPTION_KEY, or add it to PREVIOUS_KEY_ENCRYPTION_KEYS.`,
    );
}

export type Resealed = {
  /** How many values were sealed anew, now. */
  count: number;
  /** How many open with none of the keys, and stay as they are. */
  unopened: number;
  /** The ids of keys that no value is under any more. */
  retired: string[];
  /** The ids of other keys that values are under still. */
  remaining: string[];
};

const batchSize = 200;
/** Seconds that one look through all sealed values may take. */
const longestLook = 120;

/**
 * Seals every record under the current key, beside running portals: what changes meanwhile stays as changed. It may be
 * stopped at any time, and goes on where it stood. Only the wrapping of a value is made anew, never its text, and the
 * database refuses anything else.
 */
export async function reseal(ctx: SystemCtx): Promise<Resealed> {
  let count = 0;
  let unopened = 0;
  for (const at of sealedColumns) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const batch = await resealBatch(ctx, at, after);
      count += batch.count;
      unopened += batch.unopened;
      if (batch.last === null) break;
      after = batch.last;
    }
  }
  return { count, unopened, ...(await retireKeys(ctx)) };
}

async function resealBatch(ctx: SystemCtx, at: SealedColumn, after: string) {
  const [table, key, column] = [at.table, at.key, at.column].map((name) => Prisma.raw(name));
  const current = ctx.keyring.current.id;
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<{ row: string; sealed: SealedValue }[]>`
      SELECT ${key}::text AS row, ${column} AS sealed FROM ${table}
      WHERE ${key} > ${after}::uuid AND encode(substring(${column} FROM 2 FOR 4), 'hex') <> ${current}
      ORDER BY ${key} LIMIT ${batchSize}`;
    let count = 0;
    let unopened = 0;
    for (const { row, sealed } of rows) {
      const anew = resealed(ctx.keyring, sealed, { table: at.table, row, column: at.column });
      if (anew === null) unopened += 1;
      else
        count += await tx.$executeRaw`
          UPDATE ${table} SET ${column} = ${anew} WHERE ${key} = ${row}::uuid AND ${column} = ${sealed}`;
    }
    if (count > 0)
      await record(tx, ctx, { type: 'key.resealed', data: { what: at.table, count, key: current } });
    return { count, unopened, last: rows.at(-1)?.row ?? null };
  });
}

function resealed(...[keyring, sealed, place]: Parameters<typeof rewrap>) {
  try {
    return rewrap(keyring, sealed, place);
  } catch (failure) {
    if (failure instanceof UnsealError) return null;
    throw failure;
  }
}

/** Forgets the keys that nothing is under. The lock waits for whoever seals right now, and holds others up for the look. */
function retireKeys(ctx: SystemCtx): Promise<Pick<Resealed, 'retired' | 'remaining'>> {
  return transaction(
    ctx.db,
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE sealing_key IN SHARE ROW EXCLUSIVE MODE`;
      const used = await keysInUse(tx);
      const others = await tx.sealingKey.findMany({ where: { id: { not: ctx.keyring.current.id } } });
      const retired = others.map(({ id }) => id).filter((id) => !used.includes(id));
      await tx.sealingKey.deleteMany({ where: { id: { in: retired } } });
      return { retired, remaining: used.filter((id) => id !== ctx.keyring.current.id) };
    },
    longestLook,
  );
}

async function keysInUse(tx: Tx): Promise<string[]> {
  const columns = sealedColumns.map(
    ({ table, column }) => Prisma.sql`SELECT ${Prisma.raw(column)} AS sealed FROM ${Prisma.raw(table)}`,
  );
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT encode(substring(sealed FROM 2 FOR 4), 'hex') AS id
    FROM (${Prisma.join(columns, ' UNION ALL ')}) AS kept WHERE sealed IS NOT NULL ORDER BY id`;
  return rows.map(({ id }) => id);
}
