import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Prisma, PrismaClient } from '#app/platform/db/generated/client.ts';

/**
 * A column of an answer. `labels` is what an enum may hold. `nullable` is the column of a table that it comes from as it
 * is; `wasNull` is what a test saw.
 */
export type Column = { name: string; type: string; labels: string[]; nullable: boolean; wasNull: boolean };

/** One statement of a raw query as the database describes it. `file` and `line` say where it is asked. */
export type NotedQuery = { file: string; line: number; columns: Column[] };

type Heard = { file: string; line: number; fields: pg.FieldDef[]; nulls: Set<number> };
type Answer = { fields: pg.FieldDef[]; rows: unknown[][] };
type Method = (this: unknown, ...args: unknown[]) => unknown;

/** By the text of the statement, which is what a call in the code and its answer have in common. */
let heard = new Map<string, Heard>();
let listening = false;

/**
 * Notes what the database says of each raw query that the tests of this worker ask. Written to the folder RAW_QUERIES;
 * without it nothing is noted. Gives what is to be called after a file's last test, while its database is open.
 */
export function noteRawQueries(pool: pg.Pool): () => Promise<void> {
  const folder = process.env.RAW_QUERIES;
  if (!folder) return () => Promise.resolve();
  if (!listening) listen();
  listening = true;
  // What a file asked of a database of its own can't be described by another's.
  heard = new Map();
  return async () => {
    const answered = [...heard.values()].filter(({ fields }) => fields.length > 0);
    heard = new Map();
    const noted = await describe(pool, answered);
    appendFileSync(
      join(folder, `${process.pid}`),
      noted.map((query) => `${JSON.stringify(query)}\n`).join(''),
    );
  };
}

function listen(): void {
  for (const name of ['$queryRaw', '$queryRawUnsafe'])
    wrap(
      PrismaClient,
      name,
      (ask) =>
        function (query, ...values) {
          const text = textOf(query as string | Prisma.Sql | TemplateStringsArray, values);
          if (!heard.has(text)) heard.set(text, { ...callSite(), fields: [], nulls: new Set() });
          return ask.call(this, query, ...values);
        },
    );
  for (const connection of [pg.Client, pg.Pool])
    wrap(
      connection,
      'query',
      (send) =>
        function (...args) {
          const answer = send.apply(this, args);
          const one = heard.get((args[0] as { text?: string } | undefined)?.text ?? '');
          if (one && answer instanceof Promise)
            answer.then(
              (given: Answer) => hear(one, given),
              () => undefined,
            );
          return answer;
        },
    );
}

/** Puts something around a method of a class, for as long as the worker lives. */
function wrap(of: { prototype: object }, name: string, around: (method: Method) => Method): void {
  const methods = of.prototype as Record<string, Method>;
  methods[name] = around(methods[name]!);
}

function hear(one: Heard, { fields, rows }: Answer): void {
  one.fields = fields;
  for (const row of rows)
    for (const [index, value] of row.entries()) if (value === null) one.nulls.add(index);
}

function textOf(query: string | Prisma.Sql | TemplateStringsArray, values: unknown[]): string {
  if (typeof query === 'string') return query;
  return 'text' in query ? query.text : Prisma.sql(query, ...values).text;
}

/** The caller of the method that is wrapped: the third line of a stack, after the error itself and its two frames here. */
function callSite(): { file: string; line: number } {
  const [, place = '', line = ''] =
    /\(?([^\s()]+):(\d+):\d+\)?$/.exec(new Error().stack?.split('\n')[3] ?? '') ?? [];
  return { file: place.startsWith('file:') ? fileURLToPath(place) : place, line: Number(line) };
}

async function describe(pool: pg.Pool, answered: Heard[]): Promise<NotedQuery[]> {
  const fields = answered.flatMap((one) => one.fields);
  const { rows: types } = await pool.query<{ oid: number; name: string; labels: string[] }>(
    `SELECT t.oid, t.typname AS name, ARRAY(SELECT enumlabel::text FROM pg_enum e WHERE e.enumtypid IN (t.oid, t.typelem)) AS labels
     FROM pg_type t WHERE t.oid = ANY($1)`,
    [[...new Set(fields.map((field) => field.dataTypeID))]],
  );
  const { rows: nullableColumns } = await pool.query<{ column: string }>(
    // A column of a view is worked out: of its NULL is known what a test saw.
    `SELECT attrelid || '.' || attnum AS column FROM pg_attribute JOIN pg_class c ON c.oid = attrelid AND c.relkind <> 'v'
     WHERE NOT attnotnull AND attrelid = ANY($1)`,
    [[...new Set(fields.map((field) => field.tableID))]],
  );
  const typeOf = new Map(types.map((type) => [type.oid, type]));
  const nullable = new Set(nullableColumns.map(({ column }) => column));
  return answered.map(({ file, line, fields, nulls }) => ({
    file,
    line,
    columns: fields.map((field, index) => ({
      name: field.name,
      type: typeOf.get(field.dataTypeID)?.name ?? '',
      labels: typeOf.get(field.dataTypeID)?.labels ?? [],
      nullable: nullable.has(`${field.tableID}.${field.columnID}`),
      wasNull: nulls.has(index),
    })),
  }));
}
