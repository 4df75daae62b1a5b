import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { looksFor } from '../factories/looks-for.ts';
import { search } from '#app/domain/connections/search/search.server.ts';
import { makeCtx } from '../factories/ctx.ts';
import { submitted } from '../factories/submitted.ts';
import { addHistory } from './history.ts';
import { analyse, measure, open, report } from './measure.ts';
import { addPeopleAndThings } from './things-of-reports.ts';

/** `npm run bench:search`: how searching and matching grow with the reports that there are. */
const SMALL = 1_000;
const LARGE = 100_000;

const database = await open();
const officer = await makeCtx(database, { email: 'fib.officer@police.example' });
const spoc = await makeCtx(database, { email: 'spoc.coventry@police.example' });
const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
const submissionId = await submitted(reporter, {
  canDescribe: ['vehicles', 'people'],
  people: [
    { id: 'one', personPart: 'suspected_exploiter', personForename: 'Mihai', personSurname: 'Inventescu' },
    { id: 'two', personPart: 'suspected_exploiter', personForename: 'Maria', personSurname: 'Popescu' },
  ],
});

const find =
  (typed: string, ctx = officer) =>
  () =>
    search(ctx, looksFor(typed));
const work: Record<string, () => Promise<unknown>> = {
  'possible matches': () => openMatches(officer, { submissionId, after: null }),
  'search for a mark': find('BX51ABC'),
  'search for part of a mark': find('B?51A?C'),
  'search for a name': find('Mihai Inventescu'),
  'search for a rare word': find('supermarket'),
  'two words with a slip in each': find('suprmarket wrokers'),
  'a slip in a word of every report': find('wrokers'),
  'a word of every report': find('workers'),
  'the same, to a SPOC': find('workers', spoc),
};

await fill(SMALL);
const small = await measure(work);
await fill(LARGE - SMALL);
const large = await measure(work);
report(database.kind, [small, large], [`${SMALL} reports`, `${LARGE} reports`]);
await database.close();

async function fill(count: number): Promise<void> {
  await addHistory(database.db, submissionId, count);
  await addPeopleAndThings(database.db);
  await analyse(database);
}
