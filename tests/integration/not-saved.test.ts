import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { newId } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { minimalPosts, openingPosts } from '#tests/factories/form-answers.ts';
import { errorsOf, formOf, shownAgain } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';

const start = Date.now();
let now = start;
const portal = await openTestPortal({ realTime: { now: () => new Date(now) } });
const browser = await portal.signedIn(people.reporter);
const ctx = await makeCtx(portal.database, { email: people.reporter });
const typed = {
  ...minimalPosts.information,
  whatIsKnown: 'Four men sleep\nin the back room.',
  exploitationTypes: ['labour', 'criminal'],
};
const password = 'example-harbour-lantern';
const colleague = 'lee@harbour-trust.example';
/** The rows of what was typed: what was asked, and what was typed. */
const rowsOf = (text: string) => {
  const page = load(text);
  return page('.portal-typed__answer')
    .toArray()
    .map((row) => [page(row).find('dt').text(), page(row).find('dd').text()]);
};

describe('a page of a draft that was sent in another tab', () => {
  it('gives back all that was typed, question by question, and leads to adding it to the report', async () => {
    const draftId = await writtenDraft(ctx);
    await browser.post(`/reports/drafts/${draftId}/check`, minimalPosts.declaration);
    const { id } = await portal.db.submission.findFirstOrThrow({ where: { draftId } });
    const answer = await browser.post(`/reports/drafts/${draftId}/pages/information`, typed);
    expect(answer.status).toBe(409);
    expect(load(answer.text)('h1').text()).toBe('This report has been sent already');
    const rows = rowsOf(answer.text);
    expect(rows.map(([, words]) => words)).toContain('Four men sleep\nin the back room.');
    expect(rows.map(([, words]) => words).join()).toMatch(/labour.*criminal/is);
    const { action, fields } = formOf(answer.text);
    expect(action).toBe(`/reports/${id}/add`);
    const add = await browser.post(action ?? '', fields);
    expect(add.status).toBe(200);
    expect(formOf(add.text).fields.text?.[0]).toContain('Four men sleep\nin the back room.');
    expect(await portal.db.supplement.count({ where: { submissionId: id } })).toBe(0);
    const send = { ...formOf(add.text).fields, danger: 'no', knownHow: 'witnessed' };
    expect((await browser.post(action ?? '', send)).status).toBe(302);
    // The same form once more, as a second press of the button posts it.
    expect((await browser.post(action ?? '', send)).status).toBe(302);
    expect(await portal.db.supplement.count({ where: { submissionId: id } })).toBe(1);
  });

  it('does the same for an entry of a list, and shows nothing of who told the partner', async () => {
    const draftId = await writtenDraft(ctx);
    await browser.post(`/reports/drafts/${draftId}/check`, minimalPosts.declaration);
    const entry = await browser.post(`/reports/drafts/${draftId}/lists/vehicles/${randomUUID()}`, {
      vehicleVrm: 'ZZ00 ZZZ',
    });
    expect(entry.status).toBe(409);
    expect(rowsOf(entry.text).map(([, words]) => words)).toEqual(['ZZ00 ZZZ']);
    const source = await browser.post(`/reports/drafts/${draftId}/pages/source`, {
      ...minimalPosts.source,
      sourceKind: 'client',
      sourceName: 'Quillon Sealedname',
    });
    expect(source.status).toBe(409);
    expect(source.text).not.toContain('Sealedname');
  });
});

describe('the page that sends a report about danger at once', () => {
  const known = {
    whatIsKnown: 'They have moved to number 44.',
    placePostcode: 'B11 1AA',
    noSafeNumber: 'yes',
  };
  const inDanger = async () => {
    const draftId = await writtenDraft(ctx, { danger: { danger: 'now' } });
    const path = `/reports/drafts/${draftId}/send-now`;
    const open = formOf((await browser.get(path)).text).fields;
    return { draftId, send: () => browser.post(path, { ...open, ...known }) };
  };
  const words = (text: string) => rowsOf(text).map(([, typed]) => typed);

  it('gives back all that was typed where another tab has sent it', async () => {
    const { draftId, send } = await inDanger();
    expect((await send()).status).toBe(302);
    const { id } = await portal.db.submission.findFirstOrThrow({ where: { draftId } });
    const second = await send();
    expect(second.status).toBe(409);
    expect(words(second.text)).toContain('They have moved to number 44.');
    expect(formOf(second.text).action).toBe(`/reports/${id}/add`);
  });

  it('does so where another tab says that nobody is in danger, and leads to the draft', async () => {
    const { draftId, send } = await inDanger();
    const danger = `/reports/drafts/${draftId}/pages/danger`;
    const fields = formOf((await browser.get(danger)).text).fields;
    expect((await browser.post(danger, { ...fields, danger: 'no' })).status).toBe(302);
    const refused = await send();
    expect(refused.status).toBe(409);
    expect(words(refused.text)).toContain('They have moved to number 44.');
    expect(load(refused.text)('main a.govuk-button').attr('href')).toBe(`/reports/drafts/${draftId}`);
    expect(await portal.db.submission.count({ where: { draftId } })).toBe(0);
  });

  it('is followed by pages that give back what another tab has answered meanwhile', async () => {
    const { draftId, send } = await inDanger();
    await send();
    const { id } = await portal.db.submission.findFirstOrThrow({ where: { draftId } });
    const path = `/reports/${id}/add/already-done`;
    const [first, second] = [await browser.get(path), await browser.get(path)].map(({ text }) =>
      formOf(text),
    );
    expect((await browser.post(path, { ...first?.fields, policeLog: 'WMP 1' })).status).toBe(302);
    const late = await browser.post(path, { ...second?.fields, policeLog: 'WMP 2, they said' });
    expect(late.status).toBe(409);
    expect(words(late.text)).toEqual(['WMP 2, they said']);
    expect(formOf(late.text).action).toBe(`/reports/${id}/add`);
  });
});

describe('the address of a draft', () => {
  it('leads to the report once it was sent, from each of its pages', async () => {
    const draftId = await writtenDraft(ctx);
    const draft = `/reports/drafts/${draftId}`;
    await browser.post(`${draft}/check`, minimalPosts.declaration);
    const { id } = await portal.db.submission.findFirstOrThrow({ where: { draftId } });
    const pages = ['', '/pages/information', '/check', '/files', '/delete', '/lists/vehicles'];
    const ofLists = ['/lists/vehicles/new', `/lists/vehicles/${id}`, `/lists/vehicles/${id}/remove`];
    const other = await portal.signedIn('bo@fair-work-centre.example');
    for (const page of [...pages, ...ofLists]) {
      expect((await browser.get(`${draft}${page}`)).location, page).toBe(`/reports/${id}/sent`);
      expect((await other.get(`${draft}${page}`)).status, page).toBe(404);
    }
    expect((await browser.post(`${draft}/delete`)).location).toBe(`/reports/${id}/sent`);
  });

  it('takes a second press on Delete, and nobody else’s', async () => {
    const draftId = await writtenDraft(ctx);
    const other = await portal.signedIn('bo@fair-work-centre.example');
    const press = (client = browser) => client.post(`/reports/drafts/${draftId}/delete`);
    expect((await press(other)).status).toBe(404);
    for (const time of [1, 2]) expect((await press()).location, `press ${time}`).toBe('/reports');
    expect((await press(other)).status).toBe(404);
    expect((await browser.get(`/reports/drafts/${draftId}`)).status).toBe(410);
    expect((await other.get(`/reports/drafts/${draftId}`)).status).toBe(404);
  });
});

describe('a form that is too large', () => {
  const english = 'x'.repeat(900_000);
  const bengali = 'ক'.repeat(100_000);
  it.each([
    ['English', english],
    ['Bengali', bengali],
  ])('comes back with all that was typed and the error beside it, in %s', async (_, whatIsKnown) => {
    const path = `/reports/drafts/${await writtenDraft(ctx)}/pages/information`;
    const answer = await shownAgain(browser, await browser.post(path, { ...typed, whatIsKnown }));
    expect(formOf(answer.text).fields.whatIsKnown).toEqual([whatIsKnown]);
    expect(errorsOf(answer.text).join()).toContain('must be 15,000 characters or less');
  });

  it('comes through signing in again as it was', async () => {
    const mine = await portal.signedIn(people.reporter);
    const path = `/reports/drafts/${await writtenDraft(ctx)}/pages/information`;
    await portal.db.session.updateMany({ data: { revokedAt: new Date(now) } });
    for (const whatIsKnown of [english, bengali]) {
      const kept = await mine.post((await mine.post(path, { whatIsKnown })).location ?? '', { whatIsKnown });
      const { action, fields } = formOf(kept.text);
      const back = await mine.post(action ?? '', { ...fields, email: people.reporter, password });
      expect(formOf(back.text).fields.whatIsKnown).toEqual([whatIsKnown]);
      await portal.db.session.updateMany({ data: { revokedAt: new Date(now) } });
    }
    await browser.signIn(people.reporter);
  });

  it('is refused at once, wherever what was typed would be given back', async () => {
    const draftId = await writtenDraft(ctx);
    const submissionId = await submitted(ctx);
    for (const path of [
      `/reports/drafts/${draftId}/pages/information`,
      `/reports/drafts/${draftId}/lists/vehicles/${randomUUID()}`,
      `/reports/${submissionId}/add`,
      `/reports/${submissionId}/reply`,
    ])
      expect((await browser.post(path, { text: 'x'.repeat(1024 * 1024) })).status, path).toBe(413);
  });
});

describe('a page of a draft that was deleted in another tab', () => {
  it('gives back all that was typed, under the right heading', async () => {
    const draftId = await writtenDraft(ctx);
    await browser.post(`/reports/drafts/${draftId}/delete`);
    const answer = await browser.post(`/reports/drafts/${draftId}/pages/information`, typed);
    expect(answer.status).toBe(410);
    expect(load(answer.text)('h1').text()).toBe('This report has been deleted');
    expect(rowsOf(answer.text).map(([, words]) => words)).toContain('Four men sleep\nin the back room.');
    expect(formOf(answer.text).action).toBe('/reports/new');
  });
});

describe('an answer that the police did not wait for', () => {
  it('is kept, and the partner is told how', async () => {
    const submissionId = await submitted(ctx);
    await portal.db.submission.update({ where: { id: submissionId }, data: { status: 'clarification' } });
    await portal.db.partnerMessage.create({
      data: {
        id: randomUUID(),
        submissionId,
        direction: 'to_partner',
        kind: 'question',
        text: 'Which door was it?',
        authorId: ctx.actor.accountId,
        sentAt: new Date(),
      },
    });
    const path = `/reports/${submissionId}/reply`;
    const { fields } = formOf((await browser.get(path)).text);
    await portal.db.submission.update({ where: { id: submissionId }, data: { status: 'in_assessment' } });
    const empty = await browser.post(path, { ...fields, comment: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('The police have gone ahead without an answer');
    expect(empty.text).toContain('Select whether anyone is in danger');
    const answer = await browser.post(path, { ...fields, danger: 'no', comment: 'The blue door.' });
    expect(answer.location).toBe(`/reports/${submissionId}`);
    const page = await browser.get(answer.location ?? '');
    expect(page.text).toContain('it was added to your report');
    expect(page.text).toContain('The blue door.');

    await portal.db.submission.update({ where: { id: submissionId }, data: { status: 'withdrawn' } });
    for (const [at, posted] of [
      ['reply', { comment: 'The red door.' }],
      ['add', { text: 'The red door.', danger: 'no', knownHow: 'told' }],
    ] as const) {
      const refused = await browser.post(`/reports/${submissionId}/${at}`, posted);
      expect(refused.status).toBe(409);
      expect(load(refused.text)('h1').text()).toBe('This could not be added to the report');
      expect(rowsOf(refused.text).map(([, words]) => words)).toEqual(['The red door.']);
    }
  });
});

describe('what was typed under another account', () => {
  it('is not shown to who signs in after the session ended, and stays for its owner', async () => {
    const mine = await portal.signedIn(people.reporter);
    const path = `/reports/drafts/${await writtenDraft(ctx)}/pages/information`;
    await portal.db.session.updateMany({ data: { revokedAt: new Date(now) } });
    const { location } = await mine.post(path, typed);
    const kept = await mine.post(location ?? '', typed);
    expect(kept.text).not.toContain('back room');
    const { action, fields } = formOf(kept.text);
    const others = await mine.post(action ?? '', { ...fields, email: colleague, password });
    expect(others.status).toBe(403);
    expect(load(others.text)('h1').text()).toBe('What was typed belongs to another account');
    expect(others.text).not.toContain('back room');
    expect((await mine.get('/reports')).status).toBe(200);
    const owner = { ...formOf(others.text).fields, email: people.reporter, password };
    const back = await mine.post(action ?? '', owner);
    expect(back.status).toBe(200);
    expect(formOf(back.text)).toMatchObject({
      action: path,
      fields: {
        whatIsKnown: ['Four men sleep\nin the back room.'],
        exploitationTypes: ['labour', 'criminal'],
      },
    });
    now += 12 * 60 * 60_000;
    expect((await mine.post(action ?? '', owner)).status).toBe(403);
    now = start;
  });

  it('is not shown to who is signed in already, and looks the same where there never was a report', async () => {
    const other = await portal.signedIn(colleague);
    const submissionId = await submitted(ctx);
    for (const path of [
      `/reports/drafts/${await writtenDraft(ctx)}/pages/information`,
      `/reports/drafts/${randomUUID()}/pages/information`,
      `/reports/${submissionId}/add`,
      `/reports/${randomUUID()}/reply`,
    ]) {
      const answer = await other.post(path, { ...typed, text: 'The back room.', comment: 'The back room.' });
      expect(answer.status, path).toBe(404);
      expect(load(answer.text)('h1').text(), path).toBe('This was typed under another account');
      expect(answer.text, path).not.toContain('back room');
    }
  });

  it('keeps the form where signing in is refused for a while', async () => {
    const mine = await portal.signedIn(people.reporter);
    const path = `/reports/drafts/${await writtenDraft(ctx)}/pages/information`;
    await portal.db.session.updateMany({ data: { revokedAt: new Date(now) } });
    const kept = await mine.post((await mine.post(path, typed)).location ?? '', typed);
    const { action, fields } = formOf(kept.text);
    const wrong = { ...fields, email: 'nobody@nowhere.example', password: 'wrong' };
    for (let count = 0; count < 10; count += 1)
      expect((await mine.post(action ?? '', wrong)).status).toBe(422);
    const limited = await mine.post(action ?? '', wrong);
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    const back = await mine.post(action ?? '', {
      ...formOf(limited.text).fields,
      email: people.reporter,
      password,
    });
    expect(formOf(back.text).fields.whatIsKnown).toEqual(['Four men sleep\nin the back room.']);
  });
});

describe('danger added to a report that came with no way to reach its sender', () => {
  it('gives back all that was typed and asks for a way, and one press sends it without', async () => {
    const reporter = await portal.signedIn(people.reporter);
    const draftId = await writtenDraft(ctx);
    const noWay = { contactTelephone: '', contactSafeTimes: '', contactAnotherWay: '' };
    await reporter.post(`/reports/drafts/${draftId}/check`, { ...minimalPosts.declaration, ...noWay });
    const { id } = await portal.db.submission.findFirstOrThrow({ where: { draftId } });
    const path = `/reports/${id}/add`;
    const { fields } = formOf((await reporter.get(path)).text);
    const added = { text: 'They are moved tonight.', danger: 'now', knownHow: 'told' };
    const asked = await reporter.post(path, { ...fields, ...added, ...noWay });
    expect(asked.status).toBe(422);
    expect(errorsOf(asked.text)).toEqual([
      'Enter a phone number or another way to reach you, or say that you have no safe number',
    ]);
    const back = formOf(asked.text).fields;
    expect(back).toMatchObject({ text: [added.text], danger: ['now'], knownHow: ['told'] });
    expect(load(asked.text)('button[name=noSafeNumber][value=yes]').text().trim()).toBe(
      'I have no safe number. Write to me here',
    );
    expect((await reporter.post(path, { ...back, noSafeNumber: 'yes' })).status).toBe(302);
    expect(await portal.db.contactRecord.findMany({ where: { submissionId: id } })).toMatchObject([
      { sealed: null },
    ]);
    // It is asked once.
    expect(load((await reporter.get(path)).text)('[name=contactTelephone]').length).toBe(0);
  });
});

describe('one unsent report too many', () => {
  it('has a page of its own after the opening', async () => {
    const uma = await makeCtx(portal.database, { email: 'uma@community-centres.example' });
    const { answers, unfinished, ...draft } = await portal.db.draft.findUniqueOrThrow({
      where: { id: await writtenDraft(uma) },
    });
    const another = () => ({
      ...draft,
      id: newId<'Draft'>(),
      answers: answers ?? {},
      unfinished: unfinished ?? {},
    });
    await portal.db.draft.createMany({ data: Array.from({ length: 49 }, another) });
    const hers = await portal.signedIn('uma@community-centres.example');
    const first = await hers.follow(await hers.post('/reports/new'));
    expect(first.status).toBe(200);
    const at = (await hers.post('/reports/new')).location ?? '';
    const opening = decodeURIComponent(/next=([^&]+)/.exec(at)?.[1] ?? at);
    const refused = await hers.post(opening, openingPosts);
    expect(refused.status).toBe(409);
    expect(load(refused.text)('h1').text()).toBe('You have too many reports that are not sent');
    expect((await hers.post(opening, { ...openingPosts, danger: 'soon' })).status).toBe(302);
  });
});
