import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { errorsOf, fillForm, formOf, sendForm, shownAgain } from '#tests/factories/forms.ts';
import { writeReport } from '#tests/factories/report-pages.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import { openingPage } from '#app/domain/form/opening.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal();

describe('the shortest report', () => {
  it('with a vehicle takes five pages after sign-in, the list and the confirmation among them', async () => {
    const browser = await portal.signedIn(people.reporter);
    const list = await browser.follow(await browser.get('/'));
    expect(list.path).toBe('/reports');
    const { pages, check } = await writeReport(browser);
    // What they saw themselves goes with their usual wishes, which are shown; what the button declares stands right above it.
    const sending = load((await browser.get(check)).text)('main form:has(.govuk-button-group)');
    expect(sending.find('.govuk-summary-list').text()).toContain('Only the police');
    expect(sending.find('.govuk-button-group').prev().text()).toBe(currentDefinition.declares);
    const sent = await browser.follow(await fillForm(browser, check, minimalPosts.declaration));
    expect(sent.text).toContain('Report sent');
    const seen = [list.path, ...pages, sent.path];
    expect(seen.map((path) => path.replaceAll(/[0-9a-f-]{36}/g, ':id'))).toEqual([
      '/reports',
      '/reports/drafts/:id/pages/opening',
      '/reports/drafts/:id/lists/vehicles/:id',
      '/reports/drafts/:id/check',
      '/reports/:id/sent',
    ]);
  });

  it('comes from the second press on Send as the same report', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { check } = await writeReport(browser);
    const before = await portal.db.submission.count();
    const { fields } = formOf((await browser.get(check)).text);
    const answers = await Promise.all(
      [0, 1, 2].map(() => browser.post(check, { ...fields, ...minimalPosts.declaration })),
    );
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(answers.every(({ status }) => status === 302)).toBe(true);
    expect(await portal.db.submission.count()).toBe(before + 1);
    // Going back to what was sent leads to the confirmation, not to a draft.
    const again = await browser.get(check);
    expect(again.location).toBe(answers[0]?.location);
  });

  it('cannot be sent by who started none of it', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { check } = await writeReport(browser);
    const other = await portal.signedIn(people.elsewhere);
    expect((await other.post(check, minimalPosts.declaration)).status).toBe(404);
  });
});

describe('a page with errors', () => {
  it.each(['information', 'risk'])('keeps everything that was typed on the page %s', async (pageId) => {
    const browser = await portal.signedIn(people.reporter);
    const { pages } = await writeReport(browser);
    const path = `${pages[0]?.replace(/\/pages\/.*/, '') ?? ''}/pages/${pageId}`;
    const questions = findPage(currentDefinition, pageId)?.page.questions ?? [];
    const typed: Record<string, string> = {};
    for (const { id, kind, dataClass } of questions)
      if ((kind === 'text' || kind === 'textarea') && dataClass !== 'source_identity')
        typed[id] = `Typed in ${id}, “with” <marks> & ?`;
    const required = questions
      .filter((question) => question.required && 'options' in question)
      .map(({ id }) => id);
    const sent = await browser.post(path, {
      ...Object.fromEntries(required.map((id) => [id, 'no_such_answer'])),
      ...typed,
    });
    // By another request, so that going back in the browser never asks to send it again.
    expect([sent.status, sent.location]).toEqual([302, `${path}?problems`]);
    const answer = await browser.get(path + '?problems');
    expect(errorsOf(answer.text).length).toBeGreaterThan(0);
    const { fields } = formOf(answer.text);
    const kept = Object.keys(typed).filter((id) => fields[id] !== undefined);
    expect(kept.length).toBeGreaterThan(0);
    for (const id of kept) expect(fields[id], id).toEqual([typed[id]]);
  });

  it('names every error beside its field and leads to it from the summary', async () => {
    const browser = await portal.signedIn(people.reporter);
    const started = await browser.post('/reports/new');
    const answer = await shownAgain(browser, await fillForm(browser, started.location ?? ''));
    const $ = load(answer.text);
    const links = $('.govuk-error-summary a').toArray();
    const asked = openingPage(currentDefinition)?.questions.filter(
      ({ required, showWhen }) => required && showWhen === undefined,
    );
    // One more asks for the place, of which several questions are asked and one is needed.
    expect(links.length).toBe((asked?.length ?? 0) + 1);
    for (const link of links) expect($($(link).attr('href') ?? '').length, $(link).text()).toBe(1);
  });

  it('never gives back who told the partner', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { pages } = await writeReport(browser);
    const path = `${pages[0]?.replace(/\/pages\/.*/, '') ?? ''}/pages/source`;
    await sendForm(browser, path.replace('pages/source', 'pages/information'), {
      ...minimalPosts.information,
      sourceKind: 'colleague',
    });
    const sent = await browser.post(path, {
      sourceIdentity: 'named',
      sourceName: 'Quillon Sealedname',
    });
    const answer = await shownAgain(browser, sent);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('Quillon');
    // What is not given back is asked for again, and what was left empty is not.
    const again = errorsOf(answer.text).filter((error) => error.includes('Type it again before you save'));
    expect(again).toEqual([expect.stringContaining('Name of the source')]);
    await sendForm(browser, path, {
      ...minimalPosts.source,
      sourceName: 'Quillon Sealedname',
    });
    for (const page of [path, path.replace('pages/source', 'check')])
      expect((await browser.get(page)).text).not.toContain('Quillon');
  });
});

describe('the way back', () => {
  it('leads from every page to one that is there, with what was answered', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { pages } = await writeReport(browser);
    for (const path of pages) {
      const back = load((await browser.get(path)).text)('.govuk-back-link').attr('href') ?? '';
      expect((await browser.follow(await browser.get(back))).status, `${back} from ${path}`).toBe(200);
    }
    expect((await browser.get(pages[0] ?? '')).text).toContain(
      'The white van was outside the house again on Tuesday.',
    );
  });

  it('says which answers a change takes with it, and takes them once that is confirmed', async () => {
    const browser = await portal.signedIn(people.reporter);
    const started = await browser.post('/reports/new');
    const draft = started.location?.replace(/\/pages\/.*/, '') ?? '';
    const [danger, wishes] = [`${draft}/pages/danger`, `${draft}/pages/victim-wishes`];
    await sendForm(browser, danger, { ...minimalPosts.danger, onBehalfOfVictim: 'yes' });
    // Nothing else opens before it is said who speaks.
    expect((await browser.get(wishes)).location).toBe(draft);
    await sendForm(browser, `${draft}/pages/centre`, { whoSpeaks: 'nobody' });
    await sendForm(browser, wishes, {
      victimWantsContact: 'no',
      victimNrmOffered: 'no',
      victimNrmConsent: 'not_asked',
      victimInterpreter: 'no',
      victimSupport: 'A bed for tonight.',
    });
    const warned = await fillForm(browser, danger, { onBehalfOfVictim: 'no' });
    expect(warned.status).toBe(422);
    expect(errorsOf(warned.text)).toEqual([
      expect.stringMatching(/is deleted: Who is speaking to you\?; Do they want/),
    ]);
    expect((await browser.get(wishes)).text).toContain('A bed for tonight.');
    // Danger is never held up, and tells what it takes no more than the number to call.
    const now = await fillForm(browser, danger, { danger: 'now', onBehalfOfVictim: 'no' });
    expect(now.location).toContain('/send-now');
    await sendForm(browser, danger, { danger: 'no', onBehalfOfVictim: 'yes' });
    await sendForm(browser, `${draft}/pages/centre`, { whoSpeaks: 'nobody' });
    await sendForm(browser, wishes, {
      victimWantsContact: 'no',
      victimNrmOffered: 'no',
      victimNrmConsent: 'not_asked',
      victimInterpreter: 'no',
    });
    const again = await fillForm(browser, danger, { onBehalfOfVictim: 'no' });
    const { fields } = formOf(again.text);
    expect(fields).toMatchObject({ onBehalfOfVictim: ['no'], drops: ['yes'] });
    expect((await browser.post(danger, fields)).status).toBe(302);
    expect((await browser.get(wishes)).status).toBe(404);
  });

  it('does not lead into a page that an answer has closed', async () => {
    const browser = await portal.signedIn(people.reporter);
    const started = await browser.post('/reports/new');
    const draft = started.location?.replace(/\/pages\/.*/, '') ?? '';
    expect((await browser.get(`${draft}/pages/emergency`)).status).toBe(404);
    expect((await browser.get(`${draft}/pages/information`)).location).toBe(draft);
    expect((await browser.get(`${draft}/check`)).location).toBe(draft);
    expect((await browser.get(`${draft}/pages/declaration`)).status).toBe(404);
    expect((await browser.get(`${draft}/pages/no-such-page`)).status).toBe(404);
    expect((await browser.get(`${draft}/lists/information`)).status).toBe(404);
  });
});

describe('a session that ends while somebody types', () => {
  it('gives the text back after sign-in, and saves it with one button', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { pages } = await writeReport(browser);
    const information = `${pages[0]?.replace(/\/pages\/.*/, '') ?? ''}/pages/information`;
    await portal.db.session.updateMany({ data: { revokedAt: new Date() } });
    const typed = {
      ...minimalPosts.information,
      whatIsKnown: 'Typed after the session had ended.',
      exploitationTypes: ['labour', 'criminal'],
    };
    const posted = await browser.post(information, typed);
    expect(posted.status).toBe(307);
    expect(posted.location).toMatch(/^\/sign-in\/kept\?next=/);

    // 307 has the browser post the same form to the page that keeps it.
    const kept = await browser.post(posted.location ?? '', typed);
    expect(kept.status).toBe(200);
    const wrong = await browser.post(posted.location ?? '', {
      ...formOf(kept.text).fields,
      email: people.reporter,
      password: 'wrong',
    });
    expect(wrong.status).toBe(422);
    const { fields } = formOf(wrong.text);
    const ready = await browser.post(posted.location ?? '', {
      ...fields,
      email: people.reporter,
      password: 'example-harbour-lantern',
    });
    expect(ready.status).toBe(200);
    const form = formOf(ready.text);
    expect(form.action).toBe(information);
    expect(form.fields.exploitationTypes).toEqual(['labour', 'criminal']);
    expect((await browser.post(form.action ?? '', form.fields)).status).toBe(302);
    expect((await browser.get(information)).text).toContain('Typed after the session had ended.');
  });

  it('keeps nothing that was typed on a shared computer', async () => {
    const browser = portal.client();
    await browser.post('/sign-in', {
      email: people.reporter,
      password: 'example-harbour-lantern',
      shared: 'yes',
    });
    const { location } = await browser.post('/reports/new');
    await portal.db.session.updateMany({ data: { revokedAt: new Date() } });
    const posted = await browser.post(location ?? '', { danger: 'no' });
    expect([posted.status, posted.location]).toEqual([
      302,
      `/sign-in?next=${encodeURIComponent(location ?? '')}`,
    ]);
  });

  it('gives nothing to whoever signs in as somebody else', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { pages } = await writeReport(browser);
    const information = `${pages[0]?.replace(/\/pages\/.*/, '') ?? ''}/pages/information`;
    const other = await portal.signedIn(people.elsewhere);
    expect((await other.post(information, minimalPosts.information)).status).toBe(404);
  });
});

describe('a list', () => {
  it('takes an entry once, however often it is sent, and no more than it may hold', async () => {
    const browser = await portal.signedIn(people.reporter);
    const { pages } = await writeReport(browser);
    const list = `${pages[0]?.replace(/\/pages\/.*/, '') ?? ''}/lists/vehicles`;
    const first = (await browser.get(`${list}/new`)).location ?? '';
    await browser.post(first, { vehicleVrm: 'AB12 CDE' });
    await browser.post(first, { vehicleVrm: 'AB12 CDF' });
    const shown = load((await browser.get(list)).text);
    expect(shown('.govuk-summary-card').length).toBe(2);
    const max = findListSection(currentDefinition, 'vehicles')?.max ?? 0;
    for (let count = 2; count < max; count += 1)
      await sendForm(browser, (await browser.get(`${list}/new`)).location ?? '', {
        vehicleVrm: `AB${count} X`,
      });
    const over = await browser.post((await browser.get(`${list}/new`)).location ?? '', {
      vehicleVrm: 'AB99 X',
    });
    expect(over.status).toBe(422);
    expect(errorsOf(over.text).join()).toContain(String(max));
  });
});
