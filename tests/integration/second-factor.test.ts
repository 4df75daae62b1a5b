import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { demonstrationPassword } from '#app/domain/people/accounts/password.ts';
import { sendPasswordReset } from '#app/domain/people/accounts/send-password-reset.server.ts';
import type { Client } from '#tests/factories/client.ts';
import { addressOf } from '#tests/factories/address-of.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { formOf } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';

/** The demonstration’s people where a second factor is required of those who need one, as in real use. */
const portal = await openTestPortal({ env: { SECOND_FACTOR: 'required' } });
const { db } = portal;
const main = (text: string) => load(text)('main').text();
const heading = (text: string) => load(text)('h1').text();
const byPassword = async (email: string, password = demonstrationPassword): Promise<Client> => {
  const browser = portal.client();
  await browser.signIn(email, password);
  return browser;
};
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Sets an authenticator app up, as its pages lead; gives its key. */
async function setUpApp(browser: Client): Promise<string> {
  const page = await browser.get('/account/second-factor/app');
  const secret = load(page.text)('.portal-code').first().text().replaceAll(' ', '');
  const answer = await browser.post('/account/second-factor/app', {
    name: 'Telephone',
    code: codeOf(secret, -1),
  });
  expect(answer.location).toMatch(/^\/account\/second-factor\/codes/);
  return secret;
}

describe('a session that owes its second factor', () => {
  it('opens no page and takes no form but those that lead to it', async () => {
    const opens: Record<string, string[]> = { always: [], first_factor: [], danger: [] };
    const officer = await byPassword(people.officer);
    const own = '00000000-0000-4000-8000-000000000000';
    for (const { pattern, handle } of portal.site.routes) {
      if (handle.access === 'anyone') continue;
      const address = pattern.replaceAll(/:(\w+)/g, (_, name: string) =>
        /^(page|section)Id$/.test(name) || !name.endsWith('Id') ? 'danger' : own,
      );
      if (handle.beforeSecondFactor) {
        opens[handle.beforeSecondFactor]?.push(pattern);
        continue;
      }
      const [read, sent] = [await officer.get(address), await officer.post(address, { reason: 'Words' })];
      const where = (address_: string | null) => address_?.split('?')[0];
      expect([read.status, where(read.location), sent.status, where(sent.location)], pattern).toEqual([
        302,
        '/confirm',
        307,
        '/confirm',
      ]);
    }
    expect(opens).toEqual({
      always: ['/confirm', '/stay-signed-in', '/suspended', '/sign-out'],
      first_factor: [
        '/account/second-factor',
        '/account/second-factor/passkey',
        '/account/second-factor/app',
      ],
      danger: ['/danger-report'],
    });
    // An officer sends no such report, and a public page knows nobody.
    expect((await officer.get('/danger-report')).status).toBe(404);
    expect((await officer.get('/help')).text).not.toContain('FIB Officer');
  });

  it('is led to set one up, is whole then, and the next one is asked for a code', async () => {
    const first = await byPassword(people.supervisor);
    const led = await first.follow(await first.get('/approvals'));
    expect([led.path, heading(led.text)]).toEqual([
      '/account/second-factor?next=%2Fapprovals',
      'Set up a second factor',
    ]);
    const secret = await setUpApp(first);
    const codes = await first.post('/account/second-factor/codes');
    expect(load(codes.text)('.portal-code li')).toHaveLength(10);
    expect((await first.get('/approvals')).status).toBe(200);

    const next = await byPassword(people.supervisor);
    const asks = await next.follow(await next.get('/approvals'));
    expect(heading(asks.text)).toBe('Show that it is you');
    const { action, fields } = formOf(asks.text);
    const answer = await next.post(action ?? '', { ...fields, code: codeOf(secret) });
    expect(answer.location).toBe('/approvals');
    expect((await next.get('/approvals')).status).toBe(200);
    // Neither may the last one go, nor does the list of factors open without a recent proof.
    const { id } = await db.factor.findFirstOrThrow({ where: { account: { email: people.supervisor } } });
    const refused = await next.post('/account/second-factor', { factor: id });
    expect(main(refused.text)).toContain('Set up another before you remove the last');
  });

  it('keeps what was typed when the session ended, and shows none of it before the second factor', async () => {
    const writer = await byPassword(people.elsewhere);
    const { location } = await writer.post('/reports/new');
    const page = (location ?? '').replace(/pages\/.*$/, 'pages/information');
    const secret = await setUpApp(await byPassword(people.elsewhere));
    const typed = { ...minimalPosts.information, whatIsKnown: 'Four men sleep in the back room.' };
    const kept = await writer.post((await writer.post(page, typed)).location ?? '', typed);
    expect(kept.text).not.toContain('Four men');
    const { action, fields } = formOf(kept.text);
    const proved = await writer.post(action ?? '', { ...fields, code: codeOf(secret) });
    expect(formOf(proved.text)).toMatchObject({ action: page, fields: { whatIsKnown: [typed.whatIsKnown] } });
  });
});

describe('a stolen mailbox alone', () => {
  const stolen = async (email: string) => {
    const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email } });
    const sent: string[] = [];
    const mailer = {
      send: ({ text }: { text: string }) => Promise.resolve(void sent.push(text)),
      close: () => {},
    };
    const post = { mailer, force: 'Example', portalUrl: portal.origin, addressOf };
    await sendPasswordReset(makeSystemCtx(portal.database), post, { accountId });
    const link = /\/reset-password\/[\w-]+/.exec(sent[0] ?? '')?.[0] ?? '';
    const password = 'marmalade tractor seventeen';
    expect((await portal.client().post(link, { password })).status).toBe(302);
    return byPassword(email, password);
  };

  it('opens no police account: neither one with a second factor nor one that has none yet', async () => {
    await setUpApp(await byPassword(people.auditor));
    for (const email of [people.auditor, people.mdsLead]) {
      const thief = await stolen(email);
      for (const page of [
        '/',
        '/audit',
        '/plan',
        '/account',
        '/account/second-factor',
        '/account/second-factor/app',
      ])
        expect((await thief.get(page)).location, `${email} ${page}`).toMatch(/^\/confirm(\?|$)/);
      const posted = await thief.post('/account/second-factor/app', { name: 'Mine', code: '123456' });
      expect(posted.status).toBe(307);
    }
    const asks = await (await stolen(people.mdsLead)).get('/confirm');
    expect(heading(asks.text)).toBe('Enter the code that you were given');
    expect(await db.factor.count({ where: { account: { email: people.mdsLead } } })).toBe(0);
  });
});

describe('a reporter who has lost a required second factor', () => {
  it('sends a report about danger by password alone, marked so, and reads nothing with it', async () => {
    await db.organisation.updateMany({
      where: { accounts: { some: { email: people.reporter } } },
      data: { agreementSecondFactor: true },
    });
    await setUpApp(await byPassword(people.reporter));
    const reporter = await byPassword(people.reporter);
    expect((await reporter.get('/reports')).location).toMatch(/^\/confirm/);
    expect((await reporter.get('/confirm')).text).toContain('/danger-report');
    const page = await reporter.get('/danger-report');
    const { fields } = formOf(page.text);
    const lacking = await reporter.post('/danger-report', fields);
    expect(lacking.status).toBe(422);
    const report = { ...fields, whatIsKnown: 'She is locked in a flat.', noSafeNumber: 'yes' };
    const sent = await reporter.post('/danger-report', report);
    expect(heading(sent.text)).toContain('Report sent');
    const again = await reporter.post('/danger-report', report);
    const without = { where: { withoutFactor: true } };
    expect(await db.submission.count(without)).toBe(1);
    const { id, reference, priority } = await db.submission.findFirstOrThrow(without);
    expect([main(sent.text), main(again.text)]).toEqual([
      expect.stringContaining(reference),
      expect.stringContaining(reference),
    ]);
    expect(priority).toBe('high');
    expect((await reporter.get(`/reports/${id}`)).location).toMatch(/^\/confirm/);
    const officer = await portal.signedIn(people.officer);
    expect(main((await officer.get(`/submissions/${id}`)).text)).toContain('Sent without the second factor');
    // Typed before the second factor was shown in another tab: it is sent all the same, as any report is.
    const whole = await portal.signedIn(people.reporter);
    expect((await whole.get('/danger-report')).location).toBe('/reports');
    const later = await whole.post('/danger-report', { ...report, draftId: randomUUID() });
    expect(heading(later.text)).toContain('Report sent');
    expect(await db.submission.count(without)).toBe(1);
  });
});

describe('a reporter whose organisation is suspended', () => {
  it('sends a report about danger, marked so, and opens nothing else, until that is lifted', async () => {
    const before = await portal.signedIn(people.elsewhere);
    const { organisationId } = await db.account.findUniqueOrThrow({ where: { email: people.elsewhere } });
    const where = { id: organisationId ?? '' };
    const { location } = await before.post('/reports/new');
    expect((await before.get('/suspended')).location).toBe('/');
    await db.organisation.update({ where, data: { status: 'suspended' } });
    for (const path of ['/reports', '/account', location ?? '', '/confirm'])
      expect((await before.get(path)).location, path).toBe('/suspended');
    expect((await before.post(location ?? '', { whatIsKnown: 'Typed' })).location).toBe('/suspended');
    expect(main((await before.get('/suspended')).text)).toContain('They carry on working on it');
    const page = await before.get('/danger-report');
    expect(main(page.text)).toContain('even though your organisation’s access is suspended');
    const report = { ...formOf(page.text).fields, whatIsKnown: 'She is locked in.', noSafeNumber: 'yes' };
    const sent = await before.post('/danger-report', report);
    expect(heading(sent.text)).toContain('Report sent');
    const whileSuspended = { where: { whileSuspended: true } };
    const { id, priority, withoutFactor } = await db.submission.findFirstOrThrow(whileSuspended);
    expect([priority, withoutFactor]).toEqual(['high', false]);
    expect((await before.get(`/reports/${id}`)).location).toBe('/suspended');
    const officer = await portal.signedIn(people.officer);
    expect(main((await officer.get(`/submissions/${id}`)).text)).toContain('Sent while suspended');
    // What they had begun about danger is not typed again.
    const begun = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(location ?? '')?.[0] ?? '';
    const answers = { danger: 'now', whatIsKnown: 'Typed before the suspension.' };
    await db.draft.update({ where: { id: begun }, data: { saysDanger: true, answers } });
    const way = `/danger-report?begun=${begun}`;
    expect((await before.get('/suspended')).text).toContain(way);
    const carried = formOf((await before.get(way)).text).fields;
    expect(carried).toMatchObject({ draftId: [begun], whatIsKnown: [answers.whatIsKnown] });
    const twice = { ...carried, noSafeNumber: 'yes' };
    for (const again of [1, 2])
      expect([again, heading((await before.post(way, twice)).text)]).toEqual([again, 'Report sent']);
    expect(await db.submission.count(whileSuspended)).toBe(2);
    expect((await before.get('/suspended')).text).not.toContain('begun=');
    await db.organisation.update({ where, data: { status: 'active' } });
    expect(main((await before.get(`/reports/${id}`)).text)).toContain('She is locked in.');
    await db.organisation.update({ where, data: { status: 'closed' } });
    expect((await before.get('/reports')).location).toMatch(/^\/sign-in/);
    await db.organisation.update({ where, data: { status: 'active' } });
  });
});
