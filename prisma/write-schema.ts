import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { startEmbeddedDatabase } from '#app/platform/db/embedded-database.ts';
import { migrate, readMigrations } from '#app/platform/db/migrate.ts';
import { schemaFromDatabase } from './schema-from-database.ts';

/**
 * Writes prisma/schema.prisma from the migrations, which are the one source of the database's shape.
 * `npm run schema` writes it; `npm run schema -- --check` fails when the committed file differs.
 */
const path = 'prisma/schema.prisma';
const database = await startEmbeddedDatabase(null);
const client = new pg.Client(database.connection);
await client.connect();
await migrate(client, readMigrations('prisma/migrations'));
const schema = await schemaFromDatabase(client);
await client.end();
await database.close();

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== schema)
    throw new Error('prisma/schema.prisma differs from the migrations: run "npm run schema" and commit it.');
} else {
  writeFileSync(path, schema);
}
