import { readFileSync } from 'node:fs';
import { startEmbeddedDatabase, startPglite } from '#app/platform/db/embedded-database.ts';

/**
 * Opens the embedded database in the directory given, made from the image given, says so, and holds it until it is killed.
 */
const [directory = '', image = ''] = process.argv.slice(2);
await startEmbeddedDatabase(directory, () =>
  startPglite(directory, { loadDataDir: new Blob([readFileSync(image)]) }),
);
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
