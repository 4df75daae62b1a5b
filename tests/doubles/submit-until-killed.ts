import { readFileSync } from 'node:fs';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { everyReporter } from '#tests/factories/ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { startPglite } from '#app/platform/db/embedded-database.ts';
import { isDatabaseAway } from '#app/platform/db/is-database-away.ts';
import { openDatabase } from '#app/platform/db/open-database.ts';

/**
 * Opens the embedded database in the directory given, made from the image given where there is one, or the server at the
 * address given, and has as many senders as SENDERS says, otherwise one, send one report after the other. Each is named on
 * standard output as soon as its sender would have been told.
 */
const [place = '', image] = process.argv.slice(2);
const start =
  image === undefined
    ? {}
    : { start: () => startPglite(place, { loadDataDir: new Blob([readFileSync(image)]) }) };
const database = await openDatabase(
  place.startsWith('postgresql:')
    ? { kind: 'postgresql', url: place, ownerUrl: place }
    : { kind: 'embedded', directory: place, ...start },
  'prisma/migrations',
);
const reporters = await everyReporter(database);
const sendOn = async (reporter: Ctx) => {
  for (;;) {
    try {
      process.stdout.write(`${await submitted(reporter, { danger: 'soon' })}\n`);
    } catch (failure) {
      // Whoever waited too long was told so, and sends again.
      if (!isDatabaseAway(failure)) throw failure;
    }
  }
};
await Promise.all(reporters.slice(0, Number(process.env.SENDERS ?? 1)).map(sendOn));
