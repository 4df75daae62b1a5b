import { openEntity } from '#app/domain/connections/entities/open-entity.server.ts';
import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { search } from '#app/domain/connections/search/search.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { queuePage } from '#app/domain/desks/queue.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx } from '../factories/ctx.ts';
import { claim } from '../factories/items-in-hand.ts';
import { looksFor } from '../factories/looks-for.ts';
import { submitted } from '../factories/submitted.ts';
import { addHistory } from './history.ts';
import { analyse, measure, open, report, type Times } from './measure.ts';
import { addPeopleAndThings } from './things-of-reports.ts';
import { wholeReads } from './whole-reads.ts';

/**
 * `npm run bench:pages`: queue, page to assess, entity and search with more and more reports, and which tables of more than
 * a page they read whole. `BENCH_SIZES=1000,100000,1000000` takes half an hour on PostgreSQL.
 */
const sizes = (process.env.BENCH_SIZES ?? '1000,100000').split(',').map(Number);
const OPEN = 100;

const database = await open();
const officer = await makeCtx(database, { email: 'fib.officer@police.example' });
const spoc = await makeCtx(database, { email: 'spoc.coventry@police.example' });
const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });

let submissionId = await submitted(reporter);
for (let sent = 1; sent < OPEN; sent += 1) submissionId = await submitted(reporter);
await claim(officer, submissionId);
const {
  rows: [vehicle],
} = await database.pool.query<{ id: Id<'Entity'> }>(
  'SELECT entity_id AS id FROM submission_vehicle WHERE submission_id = $1',
  [submissionId],
);
if (!vehicle) throw new Error('The report names no vehicle');

const find =
  (typed: string, ctx = officer) =>
  () =>
    search(ctx, looksFor(typed));
const work: Record<string, () => Promise<unknown>> = {
  'queue page': () => queuePage(officer, { queueCode: 'fib', view: 'unassigned', cursor: null }),
  'queue page, closed this week': () =>
    queuePage(officer, { queueCode: 'fib', view: 'closed-this-week', cursor: null }),
  'page to assess': () => openSubmission(officer, { submissionId, item: 'new' }),
  'possible matches': () => openMatches(officer, { submissionId, after: null }),
  'page of a vehicle': () => openEntity(officer, { entityId: vehicle.id, page: 1 }),
  'search for a mark': find('BX51ABC'),
  'search for part of a mark': find('B?51A?C'),
  'search for a name': find('Maria Popescu'),
  'search for a rare word': find('supermarket'),
  'search for two words, a slip in each': find('suprmarket wrokers'),
  'search for a word of every report': find('workers'),
  'the same, the oldest first': () => search(officer, looksFor('workers', { sort: 'oldest' })),
  'the same, to a SPOC': find('workers', spoc),
  'search for a slip in that word': find('wrokers'),
};

const measured: Record<string, Times>[] = [];
for (const [index, size] of sizes.entries()) {
  const added = size - (sizes[index - 1] ?? 0);
  await addHistory(database.db, submissionId, added);
  await addPeopleAndThings(database.db);
  await analyse(database);
  measured.push(await measure(work));
}
report(
  `${database.kind}, with ${OPEN} open submissions`,
  measured,
  sizes.map((size) => `${size} closed`),
);
for (const [name, tables] of Object.entries(await wholeReads(database.pool, work)))
  console.log(`${name.padEnd(38)} reads whole: ${tables.join(', ') || 'none'}`);
await database.close();
