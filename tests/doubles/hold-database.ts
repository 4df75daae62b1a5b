import { startEmbeddedDatabase } from '#app/platform/db/embedded-database.ts';

/** Opens the embedded database in the directory given, says so, and holds it until it is killed. */
await startEmbeddedDatabase(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
