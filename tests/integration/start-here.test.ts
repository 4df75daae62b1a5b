import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { roleNames } from '#app/domain/kernel/actor.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal();
const first = (email: string) => portal.db.account.update({ where: { email }, data: { hintsDoneAt: null } });
const hintsOn = (text: string) => load(text)('#start-here').length;

describe('the hints for the first time', () => {
  it.each([
    [people.reporter, '/reports'],
    ['kit@lantern-project.example', '/'],
    [people.officer, '/'],
  ])('stand where %s starts until they are taken away, and never come back', async (email, start) => {
    await first(email);
    const browser = await portal.signedIn(email);
    for (const visit of [1, 2]) expect(hintsOn((await browser.get(start)).text), `visit ${visit}`).toBe(1);
    expect((await browser.post('/start-here')).status).toBe(303);
    expect(hintsOn((await browser.get(start)).text)).toBe(0);
    expect(hintsOn((await (await portal.signedIn(email)).get(start)).text)).toBe(0);
  });

  it('are not on a later page of a list of reports', async () => {
    await first(people.reporter);
    const browser = await portal.signedIn(people.reporter);
    const before = '2016-01-18T09:00:00.000Z_00000000-0000-4000-8000-000000000000';
    expect(hintsOn((await browser.get(`/reports?before=${before}`)).text)).toBe(0);
    expect(hintsOn((await browser.get('/reports')).text)).toBe(1);
  });
});

describe('the demonstration', () => {
  it('names an account for each role where one signs in, with the password that opens it', async () => {
    const page = load((await portal.client().get('/sign-in')).text);
    const told = page('section[aria-labelledby="accounts"]');
    const rows = told.find('tbody tr').toArray();
    expect(rows).toHaveLength(roleNames.length);
    const [, password = ''] = /password (\S+)$/.exec(told.find('p').first().text()) ?? [];
    const email = page(rows.at(-1)).find('td').first().text();
    const entered = await portal.client().post('/sign-in', { email, password });
    expect(entered.status).toBe(302);
  });

  it('has an organisation whose agreement allows cover and full copies, and another whose does not', async () => {
    const organisations = await portal.db.organisation.findMany();
    const allowed = organisations.filter(
      ({ agreementCover, agreementFullCopy }) => agreementCover && agreementFullCopy,
    );
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({ agreementAgreedOn: new Date('2015-03-16T00:00:00Z') });
    const bo = await portal.signedIn('bo@fair-work-centre.example');
    expect((await bo.get('/reports/colleagues')).status).toBe(200);
    expect((await (await portal.signedIn(people.reporter)).get('/reports/colleagues')).status).toBe(404);
  });

  it('publishes no version of the form before it was agreed, and has no report older than its version', async () => {
    for (const { version, agreedOn, publishedAt } of await portal.db.formVersion.findMany()) {
      expect(publishedAt.getTime()).toBeGreaterThanOrEqual(agreedOn.getTime());
      expect(
        await portal.db.submission.count({
          where: { formVersion: version, submittedAt: { lt: publishedAt } },
        }),
      ).toBe(0);
    }
  });
});
