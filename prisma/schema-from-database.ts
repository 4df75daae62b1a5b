import type { ClientBase } from 'pg';

type Column = {
  table_name: string;
  column_name: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  generated: boolean;
  is_array: boolean;
};
type Key = { table_name: string; kind: 'p' | 'u'; columns: string[]; name: string };
type Reference = { table_name: string; column_name: string; target_table: string; target_column: string };

/** PostgreSQL type -> Prisma type with its native attribute. */
const TYPES: Record<string, string> = {
  uuid: 'String @db.Uuid',
  text: 'String',
  'character varying': 'String @db.VarChar(255)',
  boolean: 'Boolean',
  smallint: 'Int @db.SmallInt',
  integer: 'Int',
  bigint: 'BigInt',
  'double precision': 'Float',
  date: 'DateTime @db.Date',
  'timestamp with time zone': 'DateTime @db.Timestamptz(3)',
  jsonb: 'Json',
  bytea: 'Bytes',
  xid8: 'Unsupported("xid8")',
};

const HEADER = `// Written by "npm run schema" from prisma/migrations; a test holds it against the database.
generator client {
  provider     = "prisma-client"
  output       = "../app/platform/db/generated"
  importFileExtension = "ts"
  previewFeatures = ["relationJoins"]
}

datasource db {
  provider = "postgresql"
}
`;

/** Prisma's description of every table of schema public: scalar fields, keys and relations along foreign keys. */
export async function schemaFromDatabase(client: ClientBase): Promise<string> {
  const columns = (await client.query<Column>(COLUMNS)).rows;
  const keys = (await client.query<Key>(KEYS)).rows;
  const references = (await client.query<Reference>(REFERENCES)).rows;
  const tables = [...new Set(columns.map((column) => column.table_name))];
  return HEADER + tables.map((table) => model(table, columns, keys, references)).join('');
}

function model(table: string, columns: Column[], keys: Key[], references: Reference[]): string {
  const own = columns.filter((column) => column.table_name === table);
  const ownKeys = keys.filter((key) => key.table_name === table);
  const lines = own.map((column) => scalar(column, ownKeys));
  for (const reference of references) {
    if (reference.table_name === table) lines.push(forward(reference, own));
    if (reference.target_table === table) lines.push(backward(reference, references, keys));
  }
  for (const key of ownKeys.filter((candidate) => candidate.columns.length > 1)) {
    const fields = key.columns.map(camel).join(', ');
    lines.push(key.kind === 'p' ? `@@id([${fields}])` : `@@unique([${fields}], map: "${key.name}")`);
  }
  return `\nmodel ${pascal(table)} {\n${lines.map((line) => `  ${line}\n`).join('')}  @@map("${table}")\n}\n`;
}

function scalar(column: Column, keys: Key[]): string {
  const [type = '', ...native] = (TYPES[column.type] ?? unknownType(column)).split(' ');
  const shape = column.is_array ? `${type}[]` : column.nullable ? `${type}?` : type;
  const only = keys.filter((key) => key.columns.length === 1 && key.columns[0] === column.column_name);
  return [
    camel(column.column_name),
    shape,
    ...(only.some((key) => key.kind === 'p') ? ['@id'] : []),
    ...only.filter((key) => key.kind === 'u').map((key) => `@unique(map: "${key.name}")`),
    ...(column.has_default || column.generated ? ['@default(dbgenerated())'] : []),
    ...(camel(column.column_name) === column.column_name ? [] : [`@map("${column.column_name}")`]),
    ...native,
  ].join(' ');
}

function forward(reference: Reference, own: Column[]): string {
  const nullable = own.find((column) => column.column_name === reference.column_name)?.nullable;
  const relation = `${reference.table_name}_${reference.column_name}`;
  return `${relationField(reference)} ${pascal(reference.target_table)}${nullable ? '?' : ''} @relation("${relation}", fields: [${camel(reference.column_name)}], references: [${camel(reference.target_column)}])`;
}

function backward(reference: Reference, references: Reference[], keys: Key[]): string {
  const several =
    references.filter(
      (other) => other.table_name === reference.table_name && other.target_table === reference.target_table,
    ).length > 1;
  const single = keys.some(
    (key) =>
      key.table_name === reference.table_name &&
      key.columns.length === 1 &&
      key.columns[0] === reference.column_name,
  );
  const name =
    camel(reference.table_name) +
    (single ? '' : 's') +
    (several ? `By${pascal(relationField(reference))}` : '');
  return `${name} ${pascal(reference.table_name)}${single ? '?' : '[]'} @relation("${reference.table_name}_${reference.column_name}")`;
}

/** `organisation_id` -> `organisation`; `claimed_by` -> `claimedByAccount`. */
function relationField(reference: Reference): string {
  const name = reference.column_name;
  return name.endsWith('_id') ? camel(name.slice(0, -3)) : camel(`${name}_${reference.target_table}`);
}

function unknownType(column: Column): never {
  throw new Error(
    `${column.table_name}.${column.column_name} has type ${column.type}: add it to TYPES in schema-from-database.ts.`,
  );
}

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`.replace(/^_+/, '_'));

const TABLES = `c.relkind = 'r' AND n.nspname = 'public' AND c.relname <> '_prisma_migrations'`;
const COLUMNS = `
  SELECT c.relname AS table_name, a.attname AS column_name, NOT a.attnotnull AS nullable,
    format_type(CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE a.atttypid END, NULL) AS type, t.typcategory = 'A' AS is_array,
    a.atthasdef AND a.attgenerated = '' AS has_default, a.attgenerated <> '' OR a.attidentity <> '' AS generated
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
  WHERE ${TABLES} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum`;
const KEYS = `
  SELECT c.relname AS table_name, k.contype AS kind, k.conname AS name,
    ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, o) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.n ORDER BY u.o) AS columns
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${TABLES} AND k.contype IN ('p', 'u') ORDER BY c.relname, k.conname`;
const REFERENCES = `
  SELECT c.relname AS table_name, a.attname AS column_name, f.relname AS target_table, b.attname AS target_column
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_class f ON f.oid = k.confrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1] JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = k.confkey[1]
  WHERE ${TABLES} AND k.contype = 'f' ORDER BY c.relname, a.attnum, f.relname`;
