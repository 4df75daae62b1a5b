import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { sendForm } from '#tests/factories/forms.ts';
import { sanitised } from '#tests/factories/officer-work.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { makeThing } from '#tests/factories/things.ts';

const portal = await openTestPortal();
const officer = await portal.signedIn(people.officer);
const lead = await portal.signedIn(people.mdsLead);

async function letOut() {
  const { disseminationId = '' } = await makeThing(portal, 'let out');
  const row = await portal.db.dissemination.findUniqueOrThrow({
    where: { id: disseminationId },
    include: { submission: { select: { reference: true } } },
  });
  return { disseminationId, reference: row.reference ?? '', ofReport: row.submission.reference };
}

describe('the sheet of an item that leaves the force', () => {
  it('is a page and a PDF with its conditions before what is known, under a reference of its own', async () => {
    const { disseminationId, reference, ofReport } = await letOut();
    const page = await officer.get(`/disseminations/${disseminationId}/sheet`);
    const main = load(page.text)('main').text();
    const answer = await officer.get(`/disseminations/${disseminationId}/sheet.pdf`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="sheet-${reference}.pdf"`);
    const { text, title } = await readPdf(answer.bytes);
    expect(title).toBe('Dissemination sheet');
    for (const words of [main.replace(/\s/g, ''), text]) {
      const at = (passage: string) => words.indexOf(passage.replaceAll(' ', ''));
      expect(at('Handling conditions')).toBeGreaterThan(-1);
      expect(at('Ask FIB before acting.')).toBeGreaterThan(at('Handling conditions'));
      expect(at(sanitised)).toBeGreaterThan(at('Ask FIB before acting.'));
      for (const part of ['ROCU threat group', reference, '1BP', 'Acknowledge by', 'West Midlands Police'])
        expect(at(part), part).toBeGreaterThan(-1);
      for (const secret of [ofReport, 'It names a group', 'Seen by the source', 'Harbour'])
        expect(at(secret), secret).toBe(-1);
    }
    expect(text).toContain('OFFICIAL-SENSITIVE');
  });

  it('says how and when it was passed on, once that is recorded', async () => {
    const { disseminationId } = await letOut();
    await sendForm(officer, `/disseminations/${disseminationId}/record/passed`, { means: 'by_hand' });
    const { bytes } = await officer.get(`/disseminations/${disseminationId}/sheet.pdf`);
    expect((await readPdf(bytes)).text).toContain('Byhand,18January2016');
  });
});

describe('the intelligence report', () => {
  it('is a page, a tagged PDF and JSON in the order that officers know', async () => {
    const { itemId = '', submissionId = '' } = await makeThing(portal, 'dissemination');
    const page = await officer.get(`/items/${itemId}/report`);
    const pdf = await officer.get(`/items/${itemId}/report.pdf`);
    const { text, title, roles, language } = await readPdf(pdf.bytes);
    expect([title, language]).toEqual(['Intelligence report', 'en-GB']);
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'L']));
    const { reference } = await portal.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const order = [
      `URN${reference}/1`,
      'Dateofreport',
      'Provenance',
      'Information,version1',
      sanitised.replaceAll(/\s/g, ''),
      'Grade',
      'Handlingandconditions',
      'Subjects',
      'MarkingOFFICIAL-SENSITIVE',
      'Dissemination',
      'Review',
    ];
    for (const words of [load(page.text)('main').text().replaceAll(/\s/g, ''), text]) {
      const places = order.map((part) => words.indexOf(part));
      expect(places.filter((at) => at === -1)).toEqual([]);
      expect([...places].sort((one, other) => one - other)).toEqual(places);
    }
    const json = await officer.get(`/items/${itemId}/report.json`);
    expect(json.headers.get('content-disposition')).toContain(`intelligence-item-${reference}.json`);
    expect(JSON.parse(json.text)).toMatchObject({ schema: 'intelligence-item/1', urn: `${reference}/1` });
    const events = await portal.db.auditEvent.findMany({
      where: { type: 'item.sheet_read', subjectId: itemId },
    });
    expect(events.map(({ data }) => data)).toEqual([{ as: 'page' }, { as: 'pdf' }, { as: 'json' }]);
  });

  it('tells a recipient nothing of the source: no provenance, no dates of the report, no review', async () => {
    const { disseminationId } = await makeThing(portal, 'dissemination');
    const spoc = await portal.signedIn(people.spocBE);
    const page = load((await spoc.get(`/disseminations/${disseminationId}/report`)).text);
    const keys = page('main dt')
      .toArray()
      .map((key) => page(key).text().trim());
    expect(keys).toEqual(['URN', 'Grade', 'Handling and conditions', 'Subjects', 'Marking', 'Dissemination']);
    expect(page('main').text()).toContain(sanitised);
  });
});

describe('what is recorded by hand', () => {
  it('keeps what was typed and says what is wrong beside it', async () => {
    const { disseminationId } = await letOut();
    const address = `/disseminations/${disseminationId}/record/passed`;
    const blank = { corrects: '', 'at-day': '', 'at-month': '', 'at-year': '', 'at-time': '' };
    const typed = { with: 'Night desk', note: 'At the gate.' };
    const refused = await officer.post(address, { ...blank, ...typed });
    expect(refused.status).toBe(422);
    const $ = load(refused.text);
    expect(
      $('.govuk-error-summary a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['#means', '#at-day', '#at-time']);
    expect($('[name=with]').val()).toBe('Night desk');
    expect($('[name=note]').text()).toContain('At the gate.');
  });

  it('leads from a recall to what has to be told, and stays in the list until it is recorded', async () => {
    const { disseminationId } = await letOut();
    const sent = `/disseminations/${disseminationId}`;
    await sendForm(officer, `${sent}/record/passed`, { means: 'secure_mail' });
    const next = await sendForm(officer, `${sent}/recall`, { reason: 'Another house.' });
    expect(next).toBe(`${sent}/record/told_of_recall`);
    expect((await officer.get('/disseminations')).text).toContain(sent);
    await sendForm(officer, `${sent}/record/told_of_recall`, { means: 'telephone' });
    expect((await officer.get('/disseminations?view=to-tell')).text).not.toContain(sent);
  });
});

describe('a significant item', () => {
  it('waits on the MDS lead’s first page until it is acknowledged', async () => {
    const { disseminationId } = await makeThing(portal, 'significant');
    const waits = async () =>
      load((await lead.get('/')).text)('a[href="/significant"].govuk-link')
        .first()
        .text();
    expect(await waits()).toBe('1 significant item to acknowledge');
    const list = load((await lead.get('/significant')).text);
    expect(list('main').text()).not.toContain(sanitised);
    const address = list('main table a').first().attr('href') ?? '';
    expect(address).toBe(`/disseminations/${disseminationId}`);
    const page = load((await lead.get(address)).text)('main').text();
    expect(page.indexOf('Ask FIB before acting.')).toBeLessThan(page.indexOf(sanitised));
    expect(page).toContain('A group that works across the region.');
    await sendForm(lead, address);
    expect(await waits()).not.toContain('to acknowledge');
  });
});
