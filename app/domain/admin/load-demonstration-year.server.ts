import { makeKeyring, rewrap, type Keyring } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import type { Db } from '#app/platform/db/client.ts';
import { bytesAsText } from '#app/platform/db/row-of.ts';
import { markOf, type MarkedEvent } from '../audit/event-mark.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { readYearFile, yearTables, type YearFile, type YearTable } from '#prisma/demonstration/year-file.ts';

const KEY = 'demonstration_year';

/** Notes that the year is still to be loaded, together with the people it is about: a start that breaks off goes on. */
export async function awaitDemonstrationYear(tx: Tx): Promise<void> {
  await tx.setting.create({ data: { key: KEY, value: { loaded: false } } });
}

/**
 * Loads the year that was lived through the use cases when it was made (`npm run prepare-demonstration`): whole or not
 * at all, once, and only where it is awaited. It brings no jobs, so nobody gets mail about last spring; what is High and
 * unclaimed is found by the sweep. Sealed records are wrapped anew and events marked with this installation's key.
 * @throws Error that says what to do when the year does not fit this database
 */
export async function loadDemonstrationYear(input: {
  db: Db;
  keyring: Keyring;
  packDirectory: string;
}): Promise<'loaded' | 'not_awaited'> {
  const { db, keyring, packDirectory } = input;
  if (!(await isAwaited(db))) return 'not_awaited';
  const year = await readYearFile(packDirectory);
  const load = async (tx: Tx) => {
    await tx.$queryRaw`SELECT 1 FROM setting WHERE key = ${KEY} FOR NO KEY UPDATE`;
    if (!(await isAwaited(tx))) return 'not_awaited';
    if (year) await insertYear(tx, withOwnKey(year, keyring));
    await tx.setting.update({
      where: { key: KEY },
      data: { value: { loaded: true }, updatedAt: new Date() },
    });
    return 'loaded';
  };
  return transaction(db, load, LONGEST);
}

async function isAwaited(db: Db | Tx): Promise<boolean> {
  const setting = await db.setting.findUnique({ where: { key: KEY } });
  return setting !== null && JSON.stringify(setting.value) === JSON.stringify({ loaded: false });
}

/** Seconds. It takes one or two; a slow machine that does other things as well may take its time. */
const LONGEST = 120;

/** Rows of one statement: enough to be quick, and small enough for the embedded database's memory. */
const BATCH = 500;

async function insertYear(tx: Tx, rows: YearFile['rows']): Promise<void> {
  try {
    for (const table of yearTables) {
      for (let from = 0; from < rows[table].length; from += BATCH)
        await insertBatch(tx, table, rows[table].slice(from, from + BATCH));
    }
  } catch (cause) {
    throw new Error(
      'The demonstration’s year does not fit this database: make it anew with "npm run prepare-demonstration".',
      { cause },
    );
  }
}

/** All rows of a table have the same columns; those that came later keep their default. A row that is there is a fault. */
async function insertBatch(tx: Tx, table: YearTable, batch: Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(batch[0] ?? {}).map((column) => `"${column}"`);
  await tx.$executeRawUnsafe(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    JSON.stringify(batch),
  );
}

/** The year is made with the key that everybody knows; from here on only this installation's key opens its records. */
function withOwnKey({ rows }: YearFile, keyring: Keyring): YearFile['rows'] {
  const both: Keyring = { current: keyring.current, previous: [makeKeyring(exampleKey).current] };
  const wrapped = (table: YearTable, key: string) =>
    rows[table].map((row) => {
      if (typeof row['sealed'] !== 'string') return row;
      const bytes = Buffer.from(row['sealed'].slice(2), 'hex');
      const place = { table, row: String(row[key]), column: 'sealed' };
      return { ...row, sealed: bytesAsText(rewrap(both, bytes, place)) };
    });
  return {
    ...rows,
    source_record: wrapped('source_record', 'id'),
    contact_record: wrapped('contact_record', 'submission_id'),
    audit_event: rows.audit_event.map((row) => ({
      ...row,
      mark: bytesAsText(markOf(keyring, eventOf(row))),
    })),
  };
}

function eventOf(row: Record<string, unknown>): MarkedEvent {
  const text = (column: string) => (typeof row[column] === 'string' ? row[column] : null);
  return {
    happenedAt: new Date(text('happened_at') ?? ''),
    type: text('type') ?? '',
    actorId: text('actor_id'),
    actorLabel: text('actor_label') ?? '',
    sessionId: text('session_id'),
    requestId: text('request_id') ?? '',
    subjectType: text('subject_type'),
    subjectId: text('subject_id'),
    data: row['data'],
  };
}
