import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { sendForm } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { makeThing } from '#tests/factories/things.ts';

const portal = await openTestPortal();
const officer = await portal.signedIn(people.officer);
const spoc = await portal.signedIn(people.spocBE);
const supervisor = await portal.signedIn(people.supervisor);

const main = (text: string): string => load(text)('main').text();

describe('what comes of an item that was sent', () => {
  it('goes from its recipients to FIB, and back as a reply', async () => {
    const { itemId = '', submissionId = '', disseminationId = '' } = await makeThing(portal, 'dissemination');
    const sent = `/disseminations/${disseminationId}`;
    expect((await spoc.get(sent)).text).not.toContain(`${sent}/answer`);
    await sendForm(spoc, sent);
    const page = load((await spoc.get(sent)).text);
    expect(page(`a[href="${sent}/answer"]`)).toHaveLength(1);
    expect(page(`a[href="${sent}/tasks/new"]`)).toHaveLength(1);
    const said = { result: 'question', text: 'May we ask the landlord?' };
    expect(await sendForm(spoc, `${sent}/answer`, said)).toBe(`${sent}#answers`);

    const home = load((await officer.get('/')).text);
    const waits = home('a[href="/disseminations?view=answers"]');
    expect(waits.text()).toBe('1 sent item with answers or questions from its recipients');
    const list = load((await officer.get('/disseminations?view=answers')).text);
    expect(list('main table').text()).toContain('Question');
    expect(list('main').text()).not.toContain('landlord');
    for (const path of [sent, `/submissions/${submissionId}`, `/items/${itemId}/history`])
      expect(main((await officer.get(path)).text), path).toContain('May we ask the landlord?');

    await sendForm(officer, `${sent}/reply`, { text: 'Not before Friday.' });
    expect(main((await spoc.get(sent)).text)).toContain('Not before Friday.');
    expect((await officer.get('/')).text).not.toContain('/disseminations?view=answers');
  });

  it('keeps what was typed and says what is wrong beside it', async () => {
    const { disseminationId = '' } = await makeThing(portal, 'asked dissemination');
    const sent = `/disseminations/${disseminationId}`;
    const page = load((await spoc.get(`${sent}/answer`)).text);
    const message = String(page('[name=messageId]').val());
    const refused = await spoc.post(`${sent}/answer`, {
      messageId: message,
      text: 'We looked.',
      result: 'other',
    });
    expect(refused.status).toBe(422);
    const $ = load(refused.text);
    expect($('.govuk-error-summary a').attr('href')).toBe('#result');
    expect($('[name=text]').text()).toContain('We looked.');
    expect($('[name=messageId]').val()).toBe(message);

    const reply = load((await officer.get(`${sent}/reply`)).text);
    const id = String(reply('[name=messageId]').val());
    const warned = await officer.post(`${sent}/reply`, {
      messageId: id,
      shownCount: '1',
      text: 'Ask Robin Example.',
    });
    expect(warned.status).toBe(422);
    const again = load(warned.text);
    expect(again('.portal-warned mark').text()).toBe('Robin Example');
    expect(again('[name=text]').text()).toContain('Ask Robin Example.');
    const tooFew = { messageId: id, shownCount: '0', text: 'Not before Friday.' };
    const overtaken = await officer.post(`${sent}/reply`, tooFew);
    expect(overtaken.status).toBe(409);
    expect(load(overtaken.text)('[name=text]').text()).toContain('Not before Friday.');
    expect(main(overtaken.text)).toContain('Something has been written here');
  });

  it('gives back what was typed where the item was recalled meanwhile', async () => {
    const { disseminationId = '' } = await makeThing(portal, 'dissemination');
    const sent = `/disseminations/${disseminationId}`;
    await sendForm(spoc, sent);
    await sendForm(officer, `${sent}/recall`, { reason: 'Sent in error.' });
    const late = await spoc.post(`${sent}/answer`, {
      result: 'acted',
      text: 'We found <b>nobody</b> there.',
    });
    expect(late.status).toBe(409);
    const page = load(late.text);
    expect(page('main .portal-verbatim').text()).toBe('We found <b>nobody</b> there.');
    expect(page('main').text()).toContain('Nothing was saved.');
  });

  it('is marked as read by a press, which no page offers while a question waits', async () => {
    const { disseminationId = '' } = await makeThing(portal, 'dissemination');
    const sent = `/disseminations/${disseminationId}`;
    await sendForm(spoc, sent);
    await sendForm(spoc, `${sent}/answer`, { result: 'acted', text: 'Two officers went there.' });
    const read = async () =>
      load((await supervisor.get(sent)).text)(`form[action="${sent}/answers-read"] [name=shownCount]`).val();
    expect(await read()).toBe('1');
    await sendForm(spoc, `${sent}/answer`, { result: 'question', text: 'May we go again?' });
    expect(await read()).toBeUndefined();
    expect((await supervisor.post(`${sent}/answers-read`, { shownCount: '2' })).status).toBe(409);
    await sendForm(officer, `${sent}/reply`, { text: 'Yes.' });
    await sendForm(spoc, `${sent}/answer`, { result: 'acted', text: 'We went again.' });
    expect((await supervisor.post(`${sent}/answers-read`, { shownCount: '4' })).headers.get('location')).toBe(
      `${sent}#answers`,
    );
    expect(await read()).toBeUndefined();
  });
});
