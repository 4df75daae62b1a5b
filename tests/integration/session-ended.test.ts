import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Answer, Client, Fields } from '#tests/factories/client.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { openKept } from '#app/domain/people/accounts/kept-text.server.ts';
import { sealedField } from '#app/ui/layout/KeptForOwner.tsx';
import { cells, formsWithSession } from '#tests/authorisation/rows.ts';
import { table } from '#tests/authorisation/table.ts';
import { makePublicCtx } from '#tests/factories/public-ctx.ts';
import { addressWithin } from '#tests/factories/site-map.ts';
import { formOf } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';

const portal = await openTestPortal();
const ctx = await makeCtx(portal.database, { email: people.reporter });
const password = 'example-harbour-lantern';
const headingOf = ({ text }: Answer) => load(text)('h1').text();

/** Posts a form after the session has ended, and signs in again. `first` is the page that asks for signing in. */
async function pressedTooLate(path: string, fields: Fields, email: string = people.reporter) {
  const browser = await portal.signedIn(email);
  await portal.db.session.updateMany({ data: { revokedAt: new Date() } });
  const sent = await browser.post(path, fields);
  expect(sent.status).toBe(307);
  const first = await browser.post(sent.location ?? '', fields);
  const { action, fields: kept } = formOf(first.text);
  const back = await browser.post(action ?? '', { ...kept, email, password });
  expect(back.status).toBe(200);
  return { browser, first, back };
}
/** Presses every button that the page offers. */
async function pressAll(browser: Client, { text }: Answer) {
  const count = load(text)('main form[method=post]').length;
  for (let at = 0; at < count; at += 1) {
    const { action, fields } = formOf(text, at);
    await browser.post(action ?? '', fields);
  }
}

describe('a button that is pressed after the session has ended', () => {
  it('deletes no report, and removes no entry of it', async () => {
    const draftId = await writtenDraft(ctx);
    const { answers } = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId } });
    const [place] = (answers as { places: { id: string }[] }).places;
    for (const path of ['delete', `lists/places/${place?.id}/remove`]) {
      const { browser, first, back } = await pressedTooLate(`/reports/drafts/${draftId}/${path}`, {});
      expect(headingOf(first)).toBe('You have been signed out');
      expect(back.text).toContain('nothing has been done');
      await pressAll(browser, back);
      expect(await portal.db.draft.findUnique({ where: { id: draftId } })).toMatchObject({ answers });
      const way = load(back.text)('main a.govuk-button').attr('href');
      expect(way).toBe(`/reports/drafts/${draftId}/${path}`);
      expect((await browser.get(way ?? '')).status).toBe(200);
    }
  });

  it('withdraws no report, and gives back the reason', async () => {
    const submissionId = await submitted(ctx);
    const path = `/reports/${submissionId}/withdraw`;
    const { browser, back } = await pressedTooLate(path, { comment: 'It was another house.' });
    await pressAll(browser, back);
    expect((await portal.db.submission.findUniqueOrThrow({ where: { id: submissionId } })).status).toBe(
      'submitted',
    );
    expect(load(back.text)('main').text()).toContain('It was another house.');
  });

  it('claims nothing for an officer', async () => {
    const submissionId = await submitted(ctx);
    const path = `/submissions/${submissionId}/actions/claim`;
    const { browser, back } = await pressedTooLate(path, { expectedVersion: '0' }, people.officer);
    await pressAll(browser, back);
    expect(
      (await portal.db.submission.findUniqueOrThrow({ where: { id: submissionId } })).claimedBy,
    ).toBeNull();
  });

  it('sends no report until “Send report” is pressed, and says at each step that it is not sent', async () => {
    const draftId = await writtenDraft(ctx);
    const sent = () => portal.db.submission.count({ where: { draftId } });
    const path = `/reports/drafts/${draftId}/check`;
    const { browser, first, back } = await pressedTooLate(path, minimalPosts.declaration);
    for (const page of [first, back]) {
      expect(headingOf(page)).toBe('Your report has not been sent');
      expect(load(page.text)('main').text()).toContain('999');
    }
    expect(await sent()).toBe(0);
    expect(load(back.text)('main button').text()).toBe('Send report');
    expect(load(back.text)('main a:not([href^="tel:"])').attr('href')).toBe(path);
    await pressAll(browser, back);
    expect(await sent()).toBe(1);
  });

  it('sends no report about danger unseen, and keeps all that was typed on the page that sends it at once', async () => {
    const draftId = await writtenDraft(ctx, { danger: { danger: 'now' } });
    const path = `/reports/drafts/${draftId}/send-now`;
    const { fields: open } = formOf((await (await portal.signedIn(people.reporter)).get(path)).text);
    const typed = {
      whatIsKnown: 'They have moved to number 44.',
      contactAnotherWay: 'Ask for me at the desk.',
    };
    const { browser, first, back } = await pressedTooLate(path, { ...open, ...typed });
    for (const page of [first, back]) expect(load(page.text)('main').text()).toContain('999');
    const { action, fields } = formOf(back.text);
    const again = await browser.post(action ?? '', fields);
    expect(again.status).toBe(200);
    expect(formOf(again.text).fields).toMatchObject({
      whatIsKnown: [typed.whatIsKnown],
      contactAnotherWay: [typed.contactAnotherWay],
    });
    expect(await portal.db.submission.count({ where: { draftId } })).toBe(0);
    expect((await browser.post(path, formOf(again.text).fields)).status).toBe(302);
    expect(await portal.db.submission.count({ where: { draftId } })).toBe(1);
  });

  it('adds nothing to a report before it was looked through, and keeps all that was typed', async () => {
    const submissionId = await submitted(ctx);
    const path = `/reports/${submissionId}/add`;
    const typed = { text: 'The van is white.', danger: 'soon', knownHow: 'witnessed' };
    const { browser, back } = await pressedTooLate(path, typed);
    const { action, fields } = formOf(back.text);
    const again = await browser.post(action ?? '', fields);
    expect(again.status).toBe(200);
    expect(formOf(again.text).fields).toMatchObject({
      text: ['The van is white.'],
      danger: ['soon'],
      knownHow: ['witnessed'],
    });
    expect(await portal.db.supplement.count({ where: { submissionId } })).toBe(0);
    expect((await browser.post(path, formOf(again.text).fields)).status).toBe(302);
    expect(await portal.db.supplement.count({ where: { submissionId } })).toBe(1);
    // Not even where the report was withdrawn meanwhile is what was typed lost.
    await unguarded(portal.database.pool, `UPDATE submission SET status = 'withdrawn' WHERE id = $1`, [
      submissionId,
    ]);
    const refused = await browser.post(path, fields);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('The van is white.');
  });
});

describe('what was typed when the session had ended', () => {
  it('is sealed for whoever typed it at every form, to be given back once they have signed in', async () => {
    const publicCtx = { ...makePublicCtx(portal.database), keyring: portal.keyring };
    const words = 'Four men sleep\nin the back room.';
    const browser = await portal.signedIn(people.reporter);
    await portal.db.session.updateMany({ data: { revokedAt: new Date() } });
    const forms = formsWithSession(cells(table));
    expect(forms.length).toBeGreaterThan(60);
    for (const pattern of forms) {
      const path = addressWithin(pattern);
      const sent = await browser.post(path, { comment: words });
      expect(sent.status, path).toBe(307);
      const first = await browser.post(sent.location ?? '', { comment: words });
      const [sealed = ''] = formOf(first.text).fields[sealedField] ?? [];
      const kept = openKept(publicCtx, ctx.actor.accountId, sealed);
      expect(kept, path).toEqual({ to: path, pairs: [['comment', words]] });
      expect(first.text).not.toContain('back room');
    }
  });
});

describe('a page on which something is typed', () => {
  it('is marked, so that the end of a session keeps it, and one that sends or deletes is not', async () => {
    const browser = await portal.signedIn(people.reporter);
    const draft = `/reports/drafts/${await writtenDraft(ctx)}`;
    const submission = `/reports/${await submitted(ctx)}`;
    const marked = async (path: string) =>
      load((await browser.get(path)).text)('main form[data-keep]').length;
    for (const path of [`${draft}/pages/information`, `${draft}/pages/risk`, `${submission}/add`])
      expect(await marked(path), path).toBe(1);
    for (const path of [`${draft}/check`, `${draft}/delete`, `${draft}/files`, '/reports'])
      expect(await marked(path), path).toBe(0);
  });
});
