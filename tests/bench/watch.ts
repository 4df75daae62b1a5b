import { sweepWatch } from '#app/domain/connections/watch/sweep-watch.server.ts';
import { makeCtx } from '../factories/ctx.ts';
import { ownContacts, plantedPairs, strayReport } from '../factories/planted-links.ts';
import { makeSystemCtx } from '../factories/public-ctx.ts';
import { submitted } from '../factories/submitted.ts';
import { analyse, open } from './measure.ts';

/**
 * `npm run bench:watch`: 1,000 invented reports, of which 60 name again what another names and 40 what only looks like it:
 * how many of the 60 the standing watch finds, and of how many of the 40 it tells.
 */
const REPORTS = 1_000;
const PLANTED = 60;
const DECOYS = 40;

const database = await open();
const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
await database.db.organisation.updateMany({
  where: { id: reporter.actor.organisationId ?? '' },
  data: { ownContacts },
});
const pairs = plantedPairs(10_000, PLANTED, DECOYS);
const ids: string[][] = [];
for (const { first } of pairs) ids.push([await submitted(reporter, first)]);
for (let stray = 0; stray < REPORTS - 2 * pairs.length; stray += 1)
  await submitted(reporter, strayReport(20_000 + stray * 3));
for (const [index, { second }] of pairs.entries()) ids[index]?.push(await submitted(reporter, second));
await analyse(database);

const began = performance.now();
const system = makeSystemCtx(database, { clock: reporter.clock });
while ((await database.db.watchReading.count()) < REPORTS) await sweepWatch(system);
const took = (performance.now() - began) / REPORTS;

const notices = new Set(
  (await database.db.watchNotice.findMany()).map(({ submissionId, otherId }) => `${submissionId} ${otherId}`),
);
const told = (index: number): boolean => notices.has((ids[index] ?? []).join(' '));
const found = pairs.filter(({ linked }, index) => linked && told(index));
const alerts = pairs.filter(({ linked }, index) => !linked && told(index));
console.log(`Found ${found.length} of ${PLANTED}: recall ${(found.length / PLANTED).toFixed(3)}`);
console.log(
  `False alerts in ${DECOYS} decoys: ${alerts.length} (${alerts.map(({ what }) => what).join(', ')})`,
);
console.log(
  `All notices: ${notices.size}, of which planted ${found.length * 2}; ${took.toFixed(0)} ms for each report`,
);
await database.close();
