import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { SubmittedDocument } from '#app/domain/form/document.ts';
import { sendForm } from '#tests/factories/forms.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { addSupplement } from '#app/domain/intake/own-reports/add-supplement.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { claim } from '#tests/factories/officer-work.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { submittedInFull } from '#tests/factories/full-draft.ts';
import { submitted } from '#tests/factories/submitted.ts';

const portal = await openTestPortal();
const robin = await makeCtx(portal.database, { email: people.reporter });
const browser = await portal.signedIn(people.reporter);

const referenceOf = async (id: string) =>
  (await portal.db.submission.findUniqueOrThrow({ where: { id } })).reference;

describe('the receipt of a report', () => {
  it('is offered on the confirmation and beside the report, and saves under a name without content', async () => {
    const id = await submitted(robin);
    for (const path of [`/reports/${id}/sent`, `/reports/${id}`]) {
      const page = load((await browser.get(path)).text);
      expect(page(`a[href="/reports/${id}/receipt.pdf"]`).text()).toBe(
        'Download the receipt and sharing record (PDF)',
      );
    }
    const answer = await browser.get(`/reports/${id}/receipt.pdf`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="receipt-${await referenceOf(id)}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('says reference, time, kind of confirmation and what happens next, and nothing of the report or its danger', async () => {
    const id = await submitted(robin, { danger: 'soon', ownReference: 'Case 40/B' });
    const { bytes } = await browser.get(`/reports/${id}/receipt.pdf`);
    const { text, title, properties } = await readPdf(bytes);
    expect(title).toBe('Receipt and sharing record');
    for (const words of [
      await referenceOf(id),
      'Case 40/B',
      '18 January 2016 at 9am',
      'Receipt without the content of the report',
      'Places and addresses',
      'ISA-EX-001',
      'Your report has gone to the officers who assess reports',
      // That of the slowest clock, as for any report: its own day would tell.
      'You will hear the outcome by 29 January 2016 at the latest',
    ])
      expect(text).toContain(words.replaceAll(' ', ''));
    // Their own reference is what they look for: first here and in their list.
    expect(text.indexOf('Case40/B')).toBeLessThan(text.indexOf(await referenceOf(id)));
    const listed = load((await browser.get('/reports')).text)(`main a[href="/reports/${id}"]`).text();
    expect(listed).toMatch(/^Case 40\/B/);
    expect(text + properties).not.toMatch(/van|house|Tuesday|Robin|danger|duty|1pm/i);
  });
});

describe('the record of sharing on the receipt', () => {
  it('names the kinds of information on one page, and none of the answers', async () => {
    const id = await submitted(robin, {
      canDescribe: ['people', 'vehicles'],
      people: [
        { id: 'p', personPart: 'suspected_exploiter', personForename: 'Quirin', personSurname: 'Zebulon' },
      ],
      vehicles: [{ id: 'v', vehicleVrm: 'ZZ12ABC' }],
    });
    const { pages, text } = await readPdf((await browser.get(`/reports/${id}/receipt.pdf`)).bytes);
    expect(pages).toHaveLength(1);
    for (const kind of ['Names', 'Vehicles', 'An account of what you know'])
      expect(text).toContain(kind.replaceAll(' ', ''));
    expect(text).not.toContain('sealedrecord');
    const { answers } = await portal.db.submissionContent.findUniqueOrThrow({ where: { submissionId: id } });
    const written = JSON.stringify(answers).match(/(?<=:")[^"]{5,}/g) ?? [];
    expect(written.length).toBeGreaterThan(8);
    for (const answer of written) expect(text).not.toContain(answer.replaceAll(' ', ''));
  });
});

const zebedee = /Zebedee|900199|after ?six/;
const addition = ['The blue van came back', 'at noon'];
const add = (ctx: typeof robin, submissionId: Id<'Submission'>) =>
  addSupplement(ctx, {
    submissionId,
    supplementId: randomUUID(),
    text: addition.join('\n'),
    knownHow: 'witnessed',
    danger: 'no',
    warned: true,
  });
const withoutSpaces = (text: string) => text.replaceAll(/[\s\u200b]/g, '');

describe('a full copy', () => {
  it('is refused and not offered until the agreement of the organisation allows it, which an administrator says', async () => {
    const id = await submitted(robin);
    const address = `/reports/${id}/copy.pdf`;
    expect((await browser.get(address)).status).toBe(403);
    expect((await browser.get(`/reports/${id}`)).text).not.toContain(address);
    const administrator = await portal.signedIn(people.administrator);
    const organisation = `/administration/organisations/${robin.actor.organisationId}`;
    const saved = await sendForm(administrator, organisation, {
      allows: 'full_copy',
      'agreedOn-day': '1',
      'agreedOn-month': '9',
      'agreedOn-year': '2015',
      agreedBy: 'Alex Example, chief officer',
    });
    expect(saved).toBe(organisation);
    const page = load((await administrator.get(organisation)).text);
    expect(page('input[value=full_copy]').attr('checked')).toBeDefined();
    expect(page('input[value=cover]').attr('checked')).toBeUndefined();

    expect((await browser.get(`/reports/${id}`)).text).toContain(address);
    const answer = await browser.get(address);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="copy-${await referenceOf(id)}.pdf"`,
      'cache-control': 'no-store',
    });
    const { pages, text, title, properties } = await readPdf(answer.bytes);
    expect(title).toBe('Report as sent');
    expect(text).toContain(withoutSpaces('The white van was outside the house again on Tuesday'));
    expect(properties).not.toMatch(/van|house/);
    for (const each of pages) expect(each.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
    expect(text).not.toContain(withoutSpaces('What you added afterwards'));

    await add(robin, id);
    const later = await readPdf((await browser.get(address)).bytes);
    for (const words of ['What you added afterwards', 'Received 18 January 2016 at 9am', ...addition])
      expect(later.text).toContain(withoutSpaces(words));
  });
});

describe('an export by an officer', async () => {
  const uma = {
    ...(await makeCtx(portal.database, { email: 'uma@community-centres.example' })),
    keyring: portal.keyring,
  };
  const id = await submittedInFull(uma);
  const reference = await referenceOf(id);
  const officer = await portal.signedIn(people.officer);
  // It is restricted: only those on its access list export it.
  await claim(officer, id);
  const exported = async (format: string) => {
    const page = `/submissions/${id}/export`;
    const to = await sendForm(officer, page, { format, purpose: 'review', reason: 'Yearly review' });
    return officer.get(to);
  };
  const { document, answers } = await portal.db.submissionContent.findUniqueOrThrow({
    where: { submissionId: id },
  });
  const given = (document as SubmittedDocument).sections.flatMap((section) =>
    [...section.pages, ...section.cards].flatMap(({ entries }) => entries.flatMap(({ answer }) => answer)),
  );

  it('is offered beside the submission, and shows what is missing with everything kept', async () => {
    expect((await officer.get(`/submissions/${id}`)).text).toContain(`href="/submissions/${id}/export"`);
    const refused = await officer.post(`/submissions/${id}/export`, {
      format: 'csv',
      purpose: '',
      reason: 'Kept',
    });
    expect(refused.status).toBe(422);
    const page = load(refused.text);
    expect(page('input[value=csv]').attr('checked')).toBeDefined();
    expect(page('textarea[name=reason]').text()).toContain('Kept');
    expect(page('.govuk-error-summary').text()).toContain('Select what it is for');
  });

  it('holds every answer in the PDF, marked on every page, and not who told the partner', async () => {
    const answer = await exported('pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="submission-${reference}.pdf"`,
    );
    const { pages, text, title, properties } = await readPdf(answer.bytes);
    expect(title).toBe('Submission');
    expect(given.length).toBeGreaterThan(100);
    for (const each of given) expect(text, each).toContain(withoutSpaces(each));
    for (const each of pages) expect(each.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
    expect(text).not.toMatch(zebedee);
    expect(properties).not.toMatch(/Nowhere|car wash/);
  });

  it('holds every answer in the JSON and the CSV, and not who told the partner', async () => {
    const json = await exported('json');
    expect(json.headers.get('content-type')).toBe('application/json');
    const read = JSON.parse(json.text) as { answers: object } & Record<string, unknown>;
    expect(read).toMatchObject({
      marking: 'OFFICIAL-SENSITIVE',
      reference,
      form_version: currentDefinition.version,
      source: 'sealed',
      purpose: 'review',
      files: [],
    });
    const csv = await exported('csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const typed = texts(answers).filter((each) => each.length > 12 && !/^[0-9a-f-]{36}$|:/.test(each));
    expect(typed.length).toBeGreaterThan(20);
    for (const each of typed) {
      expect(texts(read.answers), each).toContain(each);
      expect(csv.text, each).toContain(each.replaceAll('"', '""'));
    }
    expect(json.text + csv.text).not.toMatch(zebedee);
  });

  it('holds what the partner added after sending, with its time', async () => {
    await add(uma, id);
    const { text } = await readPdf((await exported('pdf')).bytes);
    for (const words of [
      'Added by the partner after sending',
      'Received 18 January 2016 at 9am',
      ...addition,
    ])
      expect(text).toContain(withoutSpaces(words));
    const read = JSON.parse((await exported('json')).text) as { added: object[] };
    expect(read.added).toEqual([
      {
        added_at: '2016-01-18T09:00:00.000Z',
        text: addition.join('\n'),
        known_how: 'witnessed',
        danger: 'no',
      },
    ]);
    expect((await exported('csv')).text).toContain(`"added-1","text","${addition.join('\n')}"`);
  });
});

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
