import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { cells, formsWithSession } from '#tests/authorisation/rows.ts';
import { table } from '#tests/authorisation/table.ts';
import { addressWithin } from '#tests/factories/site-map.ts';
import { formOf } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';

const portal = await openTestPortal();
const { pool } = portal.database;
const browser = await portal.signedIn(people.reporter);
const ctx = await makeCtx(portal.database, { email: people.reporter });
const words = 'Four men sleep\nin the back room.';

type Connect = (connected?: (failure: Error) => void) => unknown;
const connect = pool.connect.bind(pool) as Connect;
/** As the driver answers while nobody listens: to everything, or only to what begins a transaction. */
function away(what: 'everything' | 'transactions'): void {
  const refused: Connect = (connected) => {
    if (connected && what === 'transactions') return connect(connected);
    const failure = Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ECONNREFUSED',
      errno: -111,
      syscall: 'connect',
    });
    if (!connected) return Promise.reject(failure);
    connected(failure);
    return undefined;
  };
  Object.assign(pool, { connect: refused });
}
const back = () => Object.assign(pool, { connect });
afterEach(() => void back());

describe.each(['everything', 'transactions'] as const)('while the database does not answer to %s', (what) => {
  it('gives back what was typed, in a form that can be sent again', async () => {
    const path = `/reports/drafts/${await writtenDraft(ctx)}/pages/information`;
    away(what);
    const before = portal.logged.length;
    const answer = await browser.post(path, { ...minimalPosts.information, whatIsKnown: words });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(load(answer.text)('.portal-verbatim').text()).toContain(words);
    expect(portal.logged.slice(before).join()).not.toMatch(/back room|ECONNREFUSED/);
    const again = formOf(answer.text);
    expect(again.action).toBe(path);
    back();
    expect((await browser.post(again.action ?? '', again.fields)).status).toBe(302);
    expect(formOf((await browser.get(path)).text).fields.whatIsKnown).toEqual([words]);
  });

  it('is said as JSON to the monitoring that asks for urgent work', async () => {
    away(what);
    const answer = await portal.client().get('/health/urgent');
    expect([answer.status, answer.headers.get('content-type'), JSON.parse(answer.text)]).toEqual([
      503,
      'application/json',
      { status: 'unknown' },
    ]);
  });

  it('sends back neither a password nor who told the partner', async () => {
    const told = { sourceKind: 'client', sourceIdentity: 'confidential' };
    const path = `/reports/drafts/${await writtenDraft(ctx, { source: told })}/pages/source`;
    away(what);
    const source = await browser.post(path, {
      ...minimalPosts.source,
      sourceKind: 'client',
      sourceName: 'Quillon Sealedname',
    });
    expect(source.status).toBe(503);
    expect(source.text).not.toContain('Sealedname');
    const signIn = await portal
      .client()
      .post('/sign-in', { email: people.officer, password: 'a secret one' });
    expect(signIn.status).toBe(503);
    expect(signIn.text).not.toContain('a secret one');
  });
});

it('gives back what was typed at every form, and no password', async () => {
  const forms = formsWithSession(cells(table));
  expect(forms.length).toBeGreaterThan(60);
  away('everything');
  for (const pattern of forms) {
    const path = addressWithin(pattern);
    const answer = await browser.post(path, { comment: words, password: 'a secret one' });
    expect(answer.status, path).toBe(503);
    expect(answer.headers.get('retry-after'), path).toBe('5');
    expect(formOf(answer.text), path).toMatchObject({ action: path, fields: { comment: [words] } });
    expect(answer.text, path).not.toContain('a secret one');
  }
});

it('answers pages with 503 and says that it is alive, to whoever asks', async () => {
  away('everything');
  for (const path of ['/', '/reports', '/queues']) {
    const answer = await browser.get(path);
    expect(answer.status, path).toBe(503);
    expect(answer.headers.get('retry-after'), path).toBe('5');
    expect(load(answer.text)('h1').text()).toBe('The service is busy');
  }
  expect((await browser.get('/health/live')).status).toBe(200);
  expect((await browser.get('/health/ready')).status).toBe(503);
});
