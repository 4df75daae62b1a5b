import { leadHome } from '#app/domain/desks/lead-home.server.ts';
import { addUpCounts } from '#app/domain/figures/count-facts.server.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { ownReports } from '#app/domain/intake/own-reports/own-reports.server.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { noFilter } from '#app/domain/submission/queue-filter.ts';
import { neighbours } from '#app/domain/triage/queues/neighbours.server.ts';
import { queuePage } from '#app/domain/desks/queue.server.ts';
import { makeCtx } from '../factories/ctx.ts';
import { minimalPosts } from '../factories/form-answers.ts';
import { submitted } from '../factories/submitted.ts';
import { writtenDraft } from '../factories/written-draft.ts';
import { addHistory } from './history.ts';
import { analyse, measure, open, report, type Times } from './measure.ts';

/**
 * `npm run bench`: how the cost of the pages people live in grows with what was ever sent. Ratios within one run, so
 * that a slow machine says the same. On PGlite, or on the server of BENCH_DATABASE_URL; `BENCH_SIZES=1000,100000,1000000`.
 */
const OPEN = 100;
const sizes = (process.env.BENCH_SIZES ?? '1000,100000').split(',').map(Number);

const database = await open();
const officer = await makeCtx(database, { email: 'fib.officer@police.example' });
const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
const lead = await makeCtx(database, { email: 'mds.lead@police.example' });

const draftId = await writtenDraft(reporter);
const { danger: posted } = minimalPosts;

let first = await submitted(reporter);
for (let sent = 1; sent < OPEN; sent += 1) first = await submitted(reporter);

const work: Record<string, () => Promise<unknown>> = {
  'queue page': () => queuePage(officer, { queueCode: 'fib', view: 'unassigned', cursor: null }),
  'queue page, closed': () =>
    queuePage(officer, { queueCode: 'fib', view: 'closed-this-week', cursor: null }),
  'before and after one of it': () =>
    neighbours(officer, { queueCode: 'fib', view: 'open', filter: noFilter, submissionId: first }),
  'save a step': () => savePage(reporter, { draftId, pageId: 'danger', posted }),
  submit: () => submitted(reporter),
  'own reports': () => ownReports(reporter, { before: null }),
  'home of the lead': () => leadHome(lead),
  'volumes of a year': () => volumes(lead, { first: '2015-04', last: '2016-01' }),
};

const measured: Record<string, Times>[] = [];
for (const [index, size] of sizes.entries()) {
  await fill(size - (sizes[index - 1] ?? 0));
  measured.push(await measure(work));
}

report(
  `${database.kind}, with ${OPEN} open submissions`,
  measured,
  sizes.map((size) => `${size} closed`),
);
await database.close();

/** A fiftieth of them has the mark that the open ones have, which their rows count. */
async function fill(count: number): Promise<void> {
  await addHistory(database.db, first, count);
  await database.db.$executeRaw`
    INSERT INTO submission_vehicle (id, submission_id, position, registration, registration_normalised)
    SELECT gen_random_uuid(), s.id, 1, v.registration, v.registration_normalised
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM submission WHERE status = 'closed') s,
      submission_vehicle v
    WHERE v.submission_id = ${first}::uuid AND v.position = 1 AND s.n % 50 = 0
    ON CONFLICT DO NOTHING`;
  // As the job of the hour does.
  await addUpCounts(database.db);
  await analyse(database);
}
