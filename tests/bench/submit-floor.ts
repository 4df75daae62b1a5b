import { randomBytes, randomUUID } from 'node:crypto';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { generateReference } from '#app/domain/kernel/reference.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { minimalPosts } from '../factories/form-answers.ts';
import { writtenDraft } from '../factories/written-draft.ts';

const { declaration } = minimalPosts;

/** What a report is written into, with how its rows are found by its id. */
const tables = [
  ['submission', 'id = $1'],
  ...[
    'submission_content',
    'contact_record',
    'submission_event',
    'submission_route',
    'submission_watcher',
    'submission_plan_link',
    'submission_person',
    'submission_place',
    'submission_vehicle',
    'submission_organisation',
    'submission_contact',
    'submission_link',
  ].map((table) => [table, 'submission_id = $1'] as const),
  ['audit_event', 'subject_id = $1'],
  ['pgboss.job', "data ->> 'submissionId' = $1::text"],
] as const;

/** A row as it is inserted: each value as the database writes it. */
type Row = { table: string; columns: string[]; values: (string | null)[] };

/**
 * How often a second reports are sent by the use case, and how often the same rows are written by nothing but an INSERT for
 * each, in one transaction over the same pool; `atOnce` at once, in turns, the middle one of so many rounds. The rows are those
 * of one report, with new ids, so that indexes and triggers have the same to do.
 */
export async function submitBesideFloor(
  database: OpenDatabase,
  ctx: Ctx,
  { atOnce, rounds, each }: { atOnce: number; rounds: number; each: number },
): Promise<{ submitted: number; raw: number; rows: number }> {
  const { pool } = database;
  const pattern = await writtenDraft(ctx);
  const drafts = await copiesOf(database, pattern, atOnce * each * (rounds + 1));
  const { submissionId } = await submit(ctx, { draftId: pattern, declaration });
  const rows = await rowsOf(database, submissionId);
  const write = async () => {
    const fresh = randomUUID();
    const client = await pool.connect();
    await client.query('BEGIN');
    for (const { table, columns, values } of rows)
      await client.query({
        name: `floor-${table}`,
        text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`,
        values: values.map((value, at) =>
          value === null ? null : renewed(columns[at] ?? '', value, submissionId, fresh),
        ),
      });
    await client.query('COMMIT');
    client.release();
  };
  const send = async () => {
    const draftId = drafts.pop();
    if (draftId) await submit(ctx, { draftId, declaration });
  };
  const rates = { submitted: [] as number[], raw: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const [submitted, raw] = [await rate(send), await rate(write)];
    // The first is for what is parsed, planned and compiled once.
    if (round > 0) rates.submitted.push(submitted);
    if (round > 0) rates.raw.push(raw);
  }
  const middle = (of: number[]) => of.toSorted((one, other) => one - other)[of.length >> 1] ?? 0;
  return { submitted: middle(rates.submitted), raw: middle(rates.raw), rows: rows.length };

  async function rate(work: () => Promise<void>): Promise<number> {
    const began = performance.now();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let done = 0; done < each; done += 1) await work();
      }),
    );
    return (atOnce * each * 1000) / (performance.now() - began);
  }
}

/** Ids of the report's own rows are new for each that is written, and so is what may not come twice. */
function renewed(column: string, value: string, submissionId: string, fresh: string): string {
  if (column === 'reference') return generateReference(randomBytes);
  if (column === 'mark') return `\\x${randomBytes(value.length / 2 - 1).toString('hex')}`;
  // The trail numbers its events itself.
  const own = column === 'id' && value.includes('-') && value !== submissionId;
  if (column === 'draft_id' || own) return randomUUID();
  return value.replaceAll(submissionId, fresh);
}

async function rowsOf({ pool }: OpenDatabase, submissionId: string): Promise<Row[]> {
  const found: Row[] = [];
  for (const [table, where] of tables) {
    const columns = await columnsOf(pool, table);
    const { rows } = await pool.query<{ values: (string | null)[] }>(
      `SELECT ARRAY[${columns.map((column) => `${column}::text`).join(', ')}] AS values FROM ${table} WHERE ${where}`,
      [submissionId],
    );
    found.push(...rows.map(({ values }) => ({ table, columns, values })));
  }
  return found;
}

/** Those of a table that a statement may write. */
async function columnsOf(pool: OpenDatabase['pool'], table: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function copiesOf({ pool }: OpenDatabase, draftId: string, count: number): Promise<Id<'Draft'>[]> {
  const columns = (await columnsOf(pool, 'draft')).filter((column) => column !== 'id').join(', ');
  const { rows } = await pool.query<{ id: Id<'Draft'> }>(
    `INSERT INTO draft (id, ${columns}) SELECT gen_random_uuid(), ${columns} FROM draft, generate_series(1, $2::int) WHERE id = $1 RETURNING id`,
    [draftId, count],
  );
  return rows.map(({ id }) => id);
}
