import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blankDatabase } from '#tests/factories/blank-database.ts';
import { prepare } from '#app/platform/db/open-database.ts';

/**
 * schema.prisma is written by hand, and what the code reads through it is whatever the migrations make. Both sides are
 * brought to one description here: enums with their values in order, and of each table its columns, keys and references.
 */
type Described = {
  enums: Record<string, string[]>;
  tables: Record<string, { columns: string[]; keys: string[]; references: string[] }>;
};

/** Prisma's type with its native attribute, and the type of PostgreSQL that it stands for. */
const TYPES: Record<string, string> = {
  'String @db.Uuid': 'uuid',
  String: 'text',
  'String @db.VarChar(255)': 'character varying',
  Boolean: 'boolean',
  'Int @db.SmallInt': 'smallint',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  'DateTime @db.Date': 'date',
  'DateTime @db.Timestamptz(3)': 'timestamp with time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
  'Unsupported("xid8")': 'xid8',
  'Unsupported("tsvector")': 'tsvector',
};
const TABLES = `c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'`;
const columnsOf = (numbers: string, table: string) =>
  `(SELECT string_agg(a.attname, ', ' ORDER BY n.place) FROM unnest(${numbers}) WITH ORDINALITY n (number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = n.number)`;

const { connection, client } = await blankDatabase();
await prepare(connection, 'prisma/migrations');
const schema = readFileSync('prisma/schema.prisma', 'utf8');
const described = describeSchema(schema);
const made = await describeDatabase();

describe('prisma/schema.prisma', () => {
  it('has a model for every table and an enum for every enum of the database, and no others', () => {
    expect(Object.keys(described.tables).sort()).toEqual(Object.keys(made.tables).sort());
    expect(described.enums).toEqual(made.enums);
  });

  it.each(Object.keys(made.tables))('says of %s what the migrations make of it', (table) => {
    expect(described.tables[table]).toEqual(made.tables[table]);
  });

  it.each([
    ['a column of another name', '@map("reported_by")', '@map("reported_from")', 'draft'],
    ['a column that may not be null', 'warnedAt       DateTime?', 'warnedAt       DateTime', 'draft'],
    ['another type', 'revision       Int', 'revision       BigInt', 'draft'],
    ['a default that is not there', '@db.Date\n', '@db.Date @default(now())\n', 'area'],
    [
      'a reference elsewhere',
      'fields: [areaId], references: [id]',
      'fields: [areaId], references: [code]',
      'queue',
    ],
  ])('would be found out: %s', (_, from, to, table) => {
    const changed = schema.replace(from, to);
    expect(changed).not.toBe(schema);
    expect(describeSchema(changed).tables).not.toEqual(made.tables);
    expect(made.tables).toHaveProperty(table);
  });
});

it('has an index on whatever goes with something else, over or not, so that neither page nor deletion reads all there is', async () => {
  const { rows } = await (
    await client()
  ).query<{ reference: string }>(`
    SELECT format('%s.%s', k.conrelid::regclass, a.attname) AS reference
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confdeltype = 'c' AND k.connamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = a.attnum
        AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))`);
  expect(rows).toEqual([]);
});

function describeSchema(text: string): Described {
  const blocks = [...text.matchAll(/^(model|enum) (\w+) \{\n(.*?)^\}/gms)].map(
    ([, kind, name = '', body = '']) => ({
      kind,
      name,
      mapped: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
      lines: body
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('//')),
    }),
  );
  const models = new Map(blocks.filter(({ kind }) => kind === 'model').map((model) => [model.name, model]));
  const enums = blocks.filter(({ kind }) => kind === 'enum');
  const types = new Map([
    ...Object.entries(TYPES),
    ...enums.map(({ name, mapped }): [string, string] => [name, mapped]),
  ]);
  return {
    enums: Object.fromEntries(
      enums.map(({ mapped, lines }) => [mapped, lines.filter((line) => !line.startsWith('@@'))]),
    ),
    tables: Object.fromEntries([...models.values()].map((model) => [model.mapped, describeModel(model)])),
  };

  function describeModel({ mapped: table, lines }: { mapped: string; lines: string[] }) {
    const columns: string[] = [];
    const keys: string[] = [];
    const references: string[] = [];
    const columnOf = (of: string[], field: string) =>
      /@map\("(\w+)"\)/.exec(of.find((line) => line.split(/\s+/)[0] === field) ?? '')?.[1] ?? field;
    const list = (of: string[], fields = '') => fields.split(/,\s*/).map((field) => columnOf(of, field));
    for (const line of lines) {
      const block = /^@@(id|unique)\(\[([^\]]*)\](?:, map: "(\w+)")?\)/.exec(line);
      if (block)
        keys.push(`${block[1]} (${list(lines, block[2]).join(', ')}) ${block[3] ?? `${table}_pkey`}`);
      if (line.startsWith('@@')) continue;
      const [field = '', written = '', ...attributes] = line.split(/\s+/);
      const rest = attributes.join(' ');
      const target = models.get(written.replace(/\W/g, ''));
      if (target) {
        const ends = /fields: \[([^\]]*)\], references: \[([^\]]*)\]/.exec(rest);
        if (ends)
          references.push(
            `(${list(lines, ends[1]).join(', ')}) to ${target.mapped} (${list(target.lines, ends[2]).join(', ')})`,
          );
        continue;
      }
      const native = /@db\.\w+(\(\d+\))?/.exec(rest)?.[0];
      const type = types.get([written.replace(/[?[\]]/g, ''), native].filter(Boolean).join(' '));
      columns.push(
        [
          columnOf(lines, field),
          written.endsWith('[]') ? `${type}[]` : type,
          written.endsWith('?') ? 'nullable' : 'not null',
          /@default\(/.test(rest) ? 'default' : '',
        ].join(' '),
      );
      if (/@id\b/.test(rest)) keys.push(`id (${columnOf(lines, field)}) ${table}_pkey`);
      const unique = /@unique\(map: "(\w+)"\)/.exec(rest);
      if (unique) keys.push(`unique (${columnOf(lines, field)}) ${unique[1]}`);
    }
    return { columns: columns.sort(), keys: keys.sort(), references: references.sort() };
  }
}

async function describeDatabase(): Promise<Described> {
  const owner = await client();
  const rows = async <Row extends object>(sql: string) => (await owner.query<Row>(sql)).rows;
  const enums = await rows<{ name: string; values: string[] }>(`
    SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS values
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY 1`);
  const columns = await rows<{ name: string; line: string }>(`
    SELECT c.relname AS name, concat_ws(' ', a.attname, format_type(a.atttypid, NULL),
      -- A generated column has no NOT NULL of its own, and is never written.
      CASE WHEN a.attnotnull THEN 'not null' ELSE 'nullable' END,
      CASE WHEN a.atthasdef OR a.attidentity <> '' THEN 'default' ELSE '' END) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE ${TABLES} AND a.attnum > 0 AND NOT a.attisdropped`);
  const keys = await rows<{ name: string; line: string }>(`
    SELECT c.relname AS name, format('%s (%s) %s', CASE k.contype WHEN 'p' THEN 'id' ELSE 'unique' END, ${columnsOf('k.conkey', 'c.oid')}, k.conname) AS line
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE ${TABLES} AND k.contype IN ('p', 'u')`);
  const references = await rows<{ name: string; line: string }>(`
    SELECT c.relname AS name, format('(%s) to %s (%s)', ${columnsOf('k.conkey', 'c.oid')}, f.relname, ${columnsOf('k.confkey', 'f.oid')}) AS line
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
    WHERE ${TABLES} AND k.contype = 'f'`);
  const linesOf = (table: string, of: { name: string; line: string }[]) =>
    of.flatMap(({ name, line }) => (name === table ? [line] : [])).sort();
  return {
    enums: Object.fromEntries(enums.map(({ name, values }) => [name, values])),
    tables: Object.fromEntries(
      [...new Set(columns.map(({ name }) => name))].map((table) => [
        table,
        {
          columns: linesOf(table, columns),
          keys: linesOf(table, keys),
          references: linesOf(table, references),
        },
      ]),
    ),
  };
}
