import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#tests/factories/client.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { formOf, sendForm } from '#tests/factories/forms.ts';
import { addGradedItem, claim, sanitised } from '#tests/factories/officer-work.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { submitted } from '#tests/factories/submitted.ts';

/** A clock on which each look is a moment later, so that what happens has an order. */
let looks = 0;
const clock = { now: () => new Date(testNow.getTime() + (looks += 1)) };
const portal = await openTestPortal({ clock });
let officer: Client;
let supervisor: Client;

beforeAll(async () => {
  [officer, supervisor] = [await portal.signedIn(people.officer), await portal.signedIn(people.supervisor)];
});

async function claimed(): Promise<string> {
  const id = await submitted(await makeCtx(portal.database, { email: people.reporter, clock }));
  await claim(officer, id);
  return id;
}
async function withItem() {
  const submissionId = await claimed();
  return { submissionId, itemId: await addGradedItem(officer, submissionId) };
}
const open = async (path: string, browser = officer) => formOf((await browser.get(path)).text).fields;

/** What the page of a collision shows: who did what, each compared field with its two sides, and the marked words. */
function noticeOf(html: string) {
  const page = load(html);
  const notice = page('.portal-collision');
  return {
    changes: notice.find('.portal-history').text(),
    text: notice.text(),
    fields: Object.fromEntries(
      notice
        .find('[role=group]')
        .toArray()
        .map((group): [string, string[]] => [
          page(group).attr('aria-label') ?? '',
          page(group)
            .find('.portal-side')
            .toArray()
            .map((side) => page(side).find('.portal-verbatim').text()),
        ]),
    ),
    marked: notice
      .find('mark')
      .toArray()
      .map((mark) => page(mark).text().trim()),
    keep: notice.find('a[role=button]').attr('href'),
    button: page('main form button').last().text(),
  };
}

describe('a form about a submission that has changed since it was opened', () => {
  it('shows the sanitised text that stands beside the one that was typed, and saves it when that is decided', async () => {
    const { itemId } = await withItem();
    const path = `/items/${itemId}/sanitise`;
    const [first, second] = [await open(path), await open(path)];
    await officer.post(path, { ...first, text: 'Men stay at a white house.' });
    const answer = await officer.post(path, { ...second, text: 'Men stay at a grey house.' });
    expect(answer.status).toBe(409);
    const notice = noticeOf(answer.text);
    expect(notice.changes).toContain('Sanitised text written');
    expect(notice.changes).toContain('Frankie Example');
    expect(notice.fields['Sanitised text']).toEqual([
      'Men stay at a white house.',
      'Men stay at a grey house.',
    ]);
    expect(notice.marked).toEqual(['white', 'grey']);
    expect(notice.button).toBe('Use mine on top of what is there now');
    expect(notice.keep).toBe(path);
    const texts = () =>
      portal.db.sanitisedText.findMany({
        where: { itemId },
        orderBy: { version: 'asc' },
        select: { text: true },
      });
    expect(await texts()).toEqual([{ text: 'Men stay at a white house.' }]);
    expect((await officer.post(path, formOf(answer.text).fields)).status).toBe(302);
    expect((await texts()).map(({ text }) => text)).toEqual([
      'Men stay at a white house.',
      'Men stay at a grey house.',
    ]);
  });

  it('compares a grade field by field, in words', async () => {
    const { itemId } = await withItem();
    const path = `/items/${itemId}`;
    const [first, second] = [await open(path), await open(path)];
    await officer.post(path, { ...first, assessment: 'C', provenance: 'Heard from a friend.' });
    const answer = await officer.post(path, { ...second, assessment: 'A', provenance: 'Seen by a friend.' });
    expect(answer.status).toBe(409);
    const { fields, text } = noticeOf(answer.text);
    expect(fields).toEqual({
      Assessment: ['C Known indirectly', 'A Known directly'],
      Provenance: ['Heard from a friend.', 'Seen by a friend.'],
    });
    expect(text).toMatch(/The same in both: Source, Handling/);
    expect((await officer.post(path, formOf(answer.text).fields)).status).toBe(302);
    const [newest] = await portal.db.itemGrade.findMany({ where: { itemId }, orderBy: { number: 'desc' } });
    expect(newest).toMatchObject({ assessmentGrade: 'A', provenance: 'Seen by a friend.' });
  });

  it('shows where it went meanwhile, and with which conditions', async () => {
    const { submissionId, itemId } = await withItem();
    await sendForm(officer, `/items/${itemId}/sanitise`, { text: sanitised });
    await sendForm(officer, `/submissions/${submissionId}/actions/accept`);
    const path = `/items/${itemId}/disseminate`;
    const [first, second] = [await open(path), await open(path)];
    await officer.post(path, { ...first, recipient: 'spoc-be', conditions: 'Ring first.' });
    const answer = await officer.post(path, { ...second, recipient: 'spoc-cov', conditions: 'Write first.' });
    expect(answer.status).toBe(409);
    const { fields, marked } = noticeOf(answer.text);
    expect(fields['Conditions']).toEqual(['Ring first.', 'Write first.']);
    expect(fields['Disseminated to']?.[0]).toContain('(version 1)');
    expect(marked).toContain('Write');
    expect((await officer.post(path, formOf(answer.text).fields)).status).toBe(302);
    expect(await portal.db.dissemination.count({ where: { itemId } })).toBe(2);
  });

  it('keeps the message to the partner, beside the one that the partner has read meanwhile', async () => {
    const id = await claimed();
    const ask = `/submissions/${id}/actions/ask_partner`;
    const late = await open(`/submissions/${id}/end`);
    await sendForm(officer, ask, { comment: 'Which day was it?' });
    const answer = await officer.post(`/submissions/${id}/end`, {
      ...late,
      end: 'rejected',
      message: 'Nothing came of it on that day.',
    });
    expect(answer.status).toBe(409);
    const { fields, text, changes } = noticeOf(answer.text);
    expect(changes).toContain('Partner asked');
    expect(fields['Message to the partner']).toEqual([
      expect.stringContaining('Which day was it?'),
      'Nothing came of it on that day.',
    ]);
    expect(text).toContain('held by Frankie Example');
  });

  it('gives back what was typed where somebody else has taken the submission over', async () => {
    const id = await claimed();
    const path = `/submissions/${id}/actions/hand_over`;
    const late = await open(path);
    await sendForm(supervisor, `/submissions/${id}/actions/take_over`, { comment: 'On leave.' });
    const answer = await officer.post(path, { ...late, comment: 'Ring the centre before noon.' });
    expect(answer.status).toBe(409);
    const { text, changes } = noticeOf(answer.text);
    expect(changes).toContain('Taken over');
    expect(text).toContain('Ring the centre before noon.');
    expect(text).toContain('can no longer be done');
    const title = await officer.post(`/submissions/${id}`, {
      expectedVersion: late['expectedVersion']?.[0] ?? '',
      item: 'new',
      title: 'Van at the house',
    });
    expect(title.status).toBe(409);
    expect(noticeOf(title.text).text).toContain('Van at the house');
  });

  it('gives back what was typed even where the page is out of sight now', async () => {
    const { submissionId, itemId } = await withItem();
    const path = `/items/${itemId}/sanitise`;
    const late = await open(path);
    await portal.db.submission.update({
      where: { id: submissionId },
      data: { status: 'withdrawn', version: { increment: 1 } },
    });
    const answer = await officer.post(path, { ...late, text: 'Men stay at <b>a house</b>.' });
    expect(answer.status).toBe(404);
    expect(load(answer.text)('main .portal-verbatim').text()).toBe('Men stay at <b>a house</b>.');
    expect(answer.text).not.toContain('portal-collision');
  });

  it('gives back what was typed where the submission went to a queue out of reach', async () => {
    const id = await claimed();
    const path = `/submissions/${id}/end`;
    const late = await open(path);
    await sendForm(supervisor, `/submissions/${id}/actions/reroute`, {
      otherQueue: 'spoc-cov',
      comment: 'Theirs.',
    });
    const answer = await officer.post(path, {
      ...late,
      end: 'rejected',
      message: 'It is not about slavery.',
    });
    expect(answer.status).toBeGreaterThanOrEqual(403);
    expect(load(answer.text)('main').text()).toContain('It is not about slavery.');
  });

  it('tells nothing of what was done to whoever may only know of the submission', async () => {
    const id = await claimed();
    const areaSpoc = await portal.signedIn(people.spocBE);
    const answer = await areaSpoc.post(`/submissions/${id}/actions/claim`, { expectedVersion: '1' });
    expect([403, 404, 409]).toContain(answer.status);
    expect(load(answer.text)('.portal-history')).toHaveLength(0);
  });
});

it('gives back what was typed beside a report when a match is linked or a text to reuse put in', async () => {
  const [, submissionId] = [await claimed(), await claimed()];
  const path = `/submissions/${submissionId}`;
  const page = await officer.get(path);
  const other = load(page.text)('button[name=linked]').attr('value') ?? '';
  const typed = { title: 'A van', text: 'Men are fetched <at night>.', source: '2' };
  const answer = await officer.post(path, { ...formOf(page.text).fields, ...typed, linked: other });
  const back = load(answer.text);
  expect(answer.status).toBe(200);
  expect(back('[role=alert]').text()).toContain('Linked, with the reason of the match');
  expect(back(`button[name=linked][value="${other}"]`)).toHaveLength(0);
  expect(back('[name=text]').text().trim()).toBe(typed.text);
  expect([back('[name=title]').val(), back('[name=source]:checked').val()]).toEqual(['A van', '2']);
  expect(await portal.db.submissionRelation.count({ where: { submissionId, otherId: other } })).toBe(1);
  await sendForm(supervisor, '/texts', { of: 'used', name: 'Thanks', text: 'Thank you. It was of use.' });
  const fields = { ...formOf(page.text).fields, ...typed, comment: 'Hello.', use: 'text' };
  const reuse =
    load((await officer.get(path)).text)('[name=reuse] option')
      .last()
      .attr('value') ?? '';
  const used = load((await officer.post(path, { ...fields, reuse })).text);
  expect(used('[name=comment]').text().trim()).toBe('Hello.\n\nThank you. It was of use.');
  expect(used('[name=text]').text().trim()).toBe(typed.text);
  expect((await officer.post(path, { ...fields, reuse: '' })).status).toBe(422);
});
