import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { formOf, shownAgain } from '#tests/factories/forms.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';

const portal = await openTestPortal();
const browser = await portal.signedIn(people.reporter);
const ctx = await makeCtx(portal.database, { email: people.reporter });

async function draftPage(page: string) {
  return `/reports/drafts/${await writtenDraft(ctx)}/${page}`;
}
const answersOf = async (path: string) => {
  const [, id = ''] = /drafts\/([^/]+)/.exec(path) ?? [];
  const { answers } = await portal.db.draft.findUniqueOrThrow({ where: { id } });
  return answers as Record<string, unknown>;
};
const open = async (path: string) => formOf((await browser.get(path)).text).fields;

describe('a page that was opened in two tabs', () => {
  it('is not overwritten: both texts are shown, and the person chooses', async () => {
    const path = await draftPage('pages/information');
    const [first, second] = [await open(path), await open(path)];
    expect((await browser.post(path, { ...first, whatIsKnown: 'Written in the first tab.' })).status).toBe(
      302,
    );
    const answer = await browser.post(path, { ...second, whatIsKnown: 'Written in the second tab.' });
    expect(answer.status).toBe(409);
    expect((await answersOf(path)).whatIsKnown).toBe('Written in the first tab.');
    const page = load(answer.text);
    const choice = page('.portal-two-versions fieldset');
    expect(choice).toHaveLength(1);
    expect(choice.text()).toContain('Written in the first tab.');
    expect(choice.text()).toContain('Written in the second tab.');
    expect(page('textarea[name=whatIsKnown]').text()).toBe('Written in the second tab.');

    const again = formOf(answer.text).fields;
    expect(again['keep.whatIsKnown']).toEqual(['typed']);
    expect((await browser.post(path, { ...again, 'keep.whatIsKnown': 'saved' })).status).toBe(302);
    expect((await answersOf(path)).whatIsKnown).toBe('Written in the first tab.');
    expect((await browser.post(path, again)).status).toBe(302);
    expect((await answersOf(path)).whatIsKnown).toBe('Written in the second tab.');
  });

  it('is shown before what is wrong with it, and nothing typed is lost', async () => {
    const path = await draftPage('pages/information');
    const [first, second] = [await open(path), await open(path)];
    await browser.post(path, { ...first, whatIsKnown: 'Written in the first tab.' });
    const answer = await browser.post(path, { ...second, whatIsKnown: 'x'.repeat(20_000) });
    expect(answer.status).toBe(409);
    const wrong = await shownAgain(browser, await browser.post(path, formOf(answer.text).fields));
    expect(formOf(wrong.text).fields.whatIsKnown?.[0]).toHaveLength(20_000);
  });

  it('is saved where the other tab saved another page, or the same words', async () => {
    const path = await draftPage('pages/information');
    const fields = await open(path);
    const other = path.replace('information', 'danger');
    expect((await browser.post(other, { ...(await open(other)), danger: 'soon' })).status).toBe(302);
    expect((await browser.post(path, { ...fields, whatIsKnown: 'The same words.' })).status).toBe(302);
    expect((await browser.post(path, { ...fields, whatIsKnown: 'The same words.' })).status).toBe(302);
  });

  it('does not let one tab put another name in the sealed record unseen', async () => {
    const source = { sourceKind: 'colleague', sourceIdentity: 'confidential' };
    const path = `/reports/drafts/${await writtenDraft(ctx, { source })}/pages/source`;
    const named = minimalPosts.source;
    const [first, second] = [await open(path), await open(path)];
    await browser.post(path, { ...first, ...named, sourceName: 'Quillon Sealedname' });
    const answer = await browser.post(path, { ...second, ...named, sourceName: 'Other Sealedname' });
    expect(answer.status).toBe(409);
    expect(answer.text).not.toContain('Sealedname');
    expect(answer.text).toContain('type it again');
  });
});

describe('an entry that was opened in two tabs', () => {
  it('is not overwritten, nor added again unseen after it was removed', async () => {
    const list = await draftPage('lists/vehicles');
    const path = `${list}/${randomUUID()}`;
    const fresh = await open(path);
    expect((await browser.post(path, { ...fresh, vehicleVrm: 'ZZ00 ZZZ' })).status).toBe(302);
    // The second press on one button is the same entry.
    expect((await browser.post(path, { ...fresh, vehicleVrm: 'ZZ00 ZZZ' })).status).toBe(302);
    const before = await open(path);
    await browser.post(path, { ...before, vehicleVrm: 'ZZ11 ZZZ' });
    const changed = await browser.post(path, { ...before, vehicleVrm: 'ZZ22 ZZZ' });
    expect(changed.status).toBe(409);
    expect(load(changed.text)('.portal-two-versions').text()).toMatch(/ZZ11 ?ZZZ.*ZZ22 ?ZZZ/s);
    await browser.post(`${path}/remove`);
    const removed = await browser.post(path, { ...formOf(changed.text).fields });
    expect(removed.status).toBe(409);
    expect(removed.text).toContain('You removed this entry in another tab');
    expect((await browser.post(path, formOf(removed.text).fields)).status).toBe(302);
  });
});
