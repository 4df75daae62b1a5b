import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { search } from '#app/domain/connections/search/search.server.ts';
import { areaHomes } from '#app/domain/desks/area-home.server.ts';
import { leadHome } from '#app/domain/desks/lead-home.server.ts';
import { queuePage } from '#app/domain/desks/queue.server.ts';
import { addUpCounts } from '#app/domain/figures/count-facts.server.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { ownReports } from '#app/domain/intake/own-reports/own-reports.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { noFilter } from '#app/domain/submission/queue-filter.ts';
import { neighbours } from '#app/domain/triage/queues/neighbours.server.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { makeCtx } from '../factories/ctx.ts';
import { minimalPosts } from '../factories/form-answers.ts';
import { claim } from '../factories/items-in-hand.ts';
import { looksFor } from '../factories/looks-for.ts';
import { submitted } from '../factories/submitted.ts';
import { writtenDraft } from '../factories/written-draft.ts';
import { addHistory } from './history.ts';
import { inTurns, type Work } from './in-turns.ts';
import { analyse, benchSource, open, report } from './measure.ts';
import { addPeopleAndThings } from './things-of-reports.ts';

/**
 * `npm run bench`: how the cost of what people live in grows with what was ever sent. Each size is a database of its own, and
 * all are asked in turns, so that what else the machine does falls on all alike. On PGlite, or on the server of
 * BENCH_DATABASE_URL; `BENCH_SIZES=1000,100000,1000000`, and with BENCH_AGAIN the databases of the run before, as they are.
 */
const OPEN = 100;
const sizes = (process.env.BENCH_SIZES ?? '1000,100000').split(',').map(Number);
const again = process.env.BENCH_AGAIN !== undefined;

const databases: OpenDatabase[] = [];
const work: Work[] = [];
for (const size of sizes) {
  const source = await benchSource(null, { name: `portal_bench_${size}`, again });
  const database = await open(source, again);
  databases.push(database);
  work.push(await workOf(database, again ? 0 : size));
  console.error(`${size} reports stand ready`);
}
report(
  `${databases[0]?.kind}, with ${OPEN} open submissions`,
  await inTurns(
    databases.map(({ pool }) => pool),
    work,
  ),
  sizes.map((size) => `${size} closed`),
);
for (const database of databases) await database.close();

/** What is done in a database to which so many closed reports are added. */
async function workOf(database: OpenDatabase, size: number): Promise<Work> {
  const officer = await makeCtx(database, { email: 'fib.officer@police.example' });
  const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
  const lead = await makeCtx(database, { email: 'mds.lead@police.example' });
  const areaLead = await makeCtx(database, { email: 'area.lead@police.example' });
  const draftId = await writtenDraft(reporter);
  const first = await submitted(reporter);
  if (size > 0) {
    for (let sent = 1; sent < OPEN; sent += 1) await submitted(reporter);
    await addHistory(database.db, first, size);
    await addPeopleAndThings(database.db);
    // As the job of the hour does.
    await addUpCounts(database.db);
    await analyse(database);
  }
  const unclaimed: Id<'Submission'>[] = [];
  const find = (typed: string) => () => search(officer, looksFor(typed));
  return {
    'queue page': () => queuePage(officer, { queueCode: 'fib', view: 'unassigned', cursor: null }),
    'queue page, closed': () =>
      queuePage(officer, { queueCode: 'fib', view: 'closed-this-week', cursor: null }),
    'before and after one of it': () =>
      neighbours(officer, { queueCode: 'fib', view: 'open', filter: noFilter, submissionId: first }),
    'own reports': () => ownReports(reporter, { before: null }),
    'save a step': () => savePage(reporter, { draftId, pageId: 'danger', posted: minimalPosts.danger }),
    submit: async () => {
      unclaimed.push(await submitted(reporter));
    },
    claim: async () => {
      const submissionId = unclaimed.pop();
      if (submissionId) await claim(officer, submissionId);
    },
    'possible matches': () => openMatches(officer, { submissionId: first, after: null }),
    'search for a mark': find('BX51ABC'),
    'search for a name': find('Maria Popescu'),
    'search for a rare word': find('supermarket'),
    'search for a word of every report': find('workers'),
    'home of the lead': () => leadHome(lead),
    'home of an area lead': () => areaHomes(areaLead),
    'volumes of a year': () => volumes(lead, { first: '2015-04', last: '2016-01' }),
  };
}
