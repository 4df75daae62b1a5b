import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#tests/factories/client.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { formOf, sendForm } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';

const portal = await openTestPortal();
const ctx = await makeCtx(portal.database, { email: people.reporter });
await portal.db.organisation.update({
  where: { id: ctx.actor.organisationId ?? '' },
  data: { agreementCover: true },
});
const writer = await portal.signedIn(people.reporter);
const lee = await portal.signedIn('lee@harbour-trust.example');
const leeName = 'Lee';
const typed = { ...minimalPosts.information, whatIsKnown: 'Four men sleep\nin the back room.' };
const headingOf = ({ text }: Answer) => load(text)('h1').text();
const wordsOf = ({ text }: Answer) => load(text)('main').text();

describe('taking over a colleague’s report', () => {
  it('is asked on a page of its own, which names danger and when the report is deleted', async () => {
    const draftId = await writtenDraft(ctx);
    await writer.post(`/reports/drafts/${draftId}/pages/danger`, { ...minimalPosts.danger, danger: 'soon' });
    const list = load((await lee.get('/reports/colleagues')).text);
    expect(list('main').text()).toContain('Deleted on');
    expect(list('main').text()).toContain('Says that someone is in danger');
    const path = list(`a[href="/reports/drafts/${draftId}/take-over"]`).attr('href') ?? '';
    const page = await lee.get(path);
    expect(wordsOf(page)).toContain('someone is or could soon be in danger');
    expect((await portal.db.draft.findUniqueOrThrow({ where: { id: draftId } })).accountId).toBe(
      ctx.actor.accountId,
    );
    expect(await sendForm(lee, path)).toBe(`/reports/drafts/${draftId}`);
    expect((await lee.get(path)).location).toBe(`/reports/drafts/${draftId}`);
    expect((await writer.get(path)).status).toBe(200);
  });
});

describe('whoever wrote a report that a colleague has taken over', () => {
  it('is given back what they type, and told who has it and that nothing was sent, whatever they press', async () => {
    const draftId = await writtenDraft(ctx);
    const draft = `/reports/drafts/${draftId}`;
    await lee.post(`${draft}/take-over`);
    const answer = await writer.post(`${draft}/pages/information`, typed);
    expect(answer.status).toBe(409);
    expect(headingOf(answer)).toBe('A colleague has taken over this report');
    expect(wordsOf(answer)).toContain('Four men sleep\nin the back room.');
    const source = { ...minimalPosts.source, sourceKind: 'client', sourceName: 'Quillon Sealedname' };
    expect((await writer.post(`${draft}/pages/source`, source)).text).not.toContain('Sealedname');
    const pressed = [
      answer,
      await writer.post(`${draft}/check`, minimalPosts.declaration),
      await writer.post(`${draft}/delete`),
      await writer.post(`${draft}/lists/places/${randomUUID()}/remove`),
      await writer.post(`${draft}/files/${randomUUID()}/remove`),
      await writer.get(draft),
      await writer.get(`${draft}/check`),
      await writer.get(`${draft}/files`),
    ];
    for (const page of pressed) {
      expect(page.status, page.path).toBe(409);
      expect(wordsOf(page), page.path).toContain(leeName);
      expect(wordsOf(page), page.path).toContain('You have sent nothing to the police');
      expect(wordsOf(page), page.path).toContain('999');
    }
    expect(await portal.db.submission.count({ where: { draftId } })).toBe(0);
    expect((await portal.db.draft.findUniqueOrThrow({ where: { id: draftId } })).accountId).not.toBe(
      ctx.actor.accountId,
    );
    // Somebody who never wrote it learns nothing of it.
    const other = await portal.signedIn('bo@fair-work-centre.example');
    expect((await other.post(`${draft}/check`, minimalPosts.declaration)).status).toBe(404);
    expect((await other.get(draft)).text).not.toContain('taken over');
  });

  it('may add to it once the colleague has sent it, and is told when it was deleted', async () => {
    const draftId = await writtenDraft(ctx);
    await lee.post(`/reports/drafts/${draftId}/take-over`);
    await lee.post(`/reports/drafts/${draftId}/check`, minimalPosts.declaration);
    const { id } = await portal.db.submission.findFirstOrThrow({ where: { draftId } });
    const sent = await writer.post(`/reports/drafts/${draftId}/pages/information`, typed);
    expect(wordsOf(sent)).toContain('has sent it to the police');
    const { action, fields } = formOf(sent.text);
    expect(action).toBe(`/reports/${id}/add`);
    expect((await writer.post(action ?? '', fields)).status).toBe(200);
    const second = await writtenDraft(ctx);
    await lee.post(`/reports/drafts/${second}/take-over`);
    await lee.post(`/reports/drafts/${second}/delete`);
    const gone = await writer.post(`/reports/drafts/${second}/pages/information`, typed);
    expect(wordsOf(gone)).toContain('deleted since, and was not sent');
    expect(wordsOf(gone)).toContain('in the back room');
  });
});

describe('a report that was deleted in another tab', () => {
  it('is said to be deleted and not sent, whatever is pressed', async () => {
    const draftId = await writtenDraft(ctx);
    const draft = `/reports/drafts/${draftId}`;
    await writer.post(`${draft}/delete`);
    const upload = new FormData();
    upload.set('file', new File(['words'], 'words.txt', { type: 'text/plain' }));
    for (const page of [
      await writer.post(`${draft}/check`, minimalPosts.declaration),
      await writer.post(`${draft}/lists/places/${randomUUID()}/remove`),
      await writer.post(`${draft}/files/${randomUUID()}/remove`),
      await writer.send(`${draft}/files`, {
        method: 'POST',
        body: upload,
        headers: { accept: 'text/html', origin: portal.origin, 'sec-fetch-site': 'same-origin' },
      }),
      await writer.get(draft),
    ]) {
      expect(page.status, page.path).toBe(410);
      expect(headingOf(page), page.path).toBe('This report has been deleted');
      expect(wordsOf(page), page.path).toContain('It was not sent');
    }
  });
});

describe('an unsent report that says danger', () => {
  it('says on each of its pages that nothing has been sent, and one that does not says nothing of it', async () => {
    const draftId = await writtenDraft(ctx);
    const draft = `/reports/drafts/${draftId}`;
    const places = `${draft}/lists/places`;
    const { answers } = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId } });
    const [place] = (answers as { places: { id: string }[] }).places;
    const pages = ['', '/pages/danger', '/pages/information', '/pages/risk', '/files', '/check', '/delete'];
    const addresses = [
      ...pages.map((page) => `${draft}${page}`),
      places,
      `${places}/${place?.id}`,
      `${places}/${place?.id}/remove`,
    ];
    const said = async (path: string) =>
      /Nothing has been sent yet.*999/s.test(wordsOf(await writer.get(path)));
    expect(await said(`${draft}/pages/information`)).toBe(false);
    const says = { ...(answers as object), danger: 'now', emergencyCall: 'called' };
    await portal.db.draft.update({ where: { id: draftId }, data: { answers: says } });
    for (const path of [...addresses, `${draft}/pages/emergency`]) expect(await said(path), path).toBe(true);
  });
});
