import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load as parse } from 'cheerio';
import { afterAll, describe, expect, it } from 'vitest';
import type { FormAgreement } from '#app/domain/form/form-agreement.ts';
import type { FormDefinition } from '#app/domain/form/definition.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import type { Client, Fields } from '#tests/factories/client.ts';
import { filledDatabase } from '#tests/factories/empty-database.ts';
import { fillForm, sendForm } from '#tests/factories/forms.ts';
import { addGradedItem, claim, sanitised } from '#tests/factories/officer-work.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';
import {
  fillSecondForce,
  loadPack,
  secondPack,
  secondPeople,
  secondPosts,
} from '#tests/factories/second-force.ts';

const clock = fixedClock(testNow);
const portal = await openTestPortal({
  clock,
  https: true,
  database: await filledDatabase((db) => fillSecondForce(db, clock)),
  env: {
    PORTAL_MODE: 'service',
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    SMTP_URL: 'smtp://mail.example',
    MAIL_FROM: 'Portal <portal@hcc.example>',
    EMBEDDED_DATABASE_ALLOWED: 'true',
  },
});
const reporter = await portal.signedIn(secondPeople.reporter);
const desk = await portal.signedIn(secondPeople.desk);
const officer = await portal.signedIn(secondPeople.officer);
const supervisor = await portal.signedIn(secondPeople.supervisor);

const main = (html: string) => parse(html)('main').text();
const see = async (browser: Client, path: string) => {
  const answer = await browser.follow(await browser.get(path));
  expect(answer.status, path).toBe(200);
  return answer;
};

/** Types a report page by page as the portal leads, with an entry of the optional list, and sends it. */
async function report(changes: Fields = {}): Promise<{ id: string; reference: string; check: string }> {
  let { location } = await reporter.post('/reports/new');
  while (location !== null && !location.endsWith('/check')) {
    const page = await reporter.get(location);
    const [, pageId = '', sectionId = ''] = /\/pages\/([a-z-]+)$|\/lists\/([a-z-]+)\//.exec(location) ?? [];
    location =
      page.location ??
      (await sendForm(reporter, location, { ...secondPosts[pageId || sectionId], ...changes }));
  }
  const address = location ?? '';
  await sendForm(
    reporter,
    (await reporter.get(address.replace('/check', '/lists/cars/new'))).location ?? '',
    secondPosts['cars'],
  );
  const check = main((await see(reporter, address)).text);
  const sent = await sendForm(reporter, address, secondPosts['truth']);
  const id = /[0-9a-f-]{36}/.exec(sent)?.[0] ?? '';
  expect(main((await see(reporter, sent)).text)).toContain('Report sent');
  const { reference } = await portal.db.submission.findUniqueOrThrow({ where: { id } });
  return { id, reference, check };
}

/** The same where somebody is in danger: by the lane of this form, and with a wish that is added afterwards. */
async function reportInDanger(): Promise<{ id: string; reference: string }> {
  const { location } = await reporter.post('/reports/new');
  const lane = await sendForm(reporter, location ?? '', { ...secondPosts['first'], threatNow: 'now' });
  expect(lane).toMatch(/\/send-now$/);
  const id =
    /[0-9a-f-]{36}/.exec(
      await sendForm(reporter, lane, { ...secondPosts['send-now'], noSafeNumber: 'yes' }),
    )?.[0] ?? '';
  await sendForm(reporter, `/reports/${id}/add/hopes`, secondPosts['hopes']);
  const { reference } = await portal.db.submission.findUniqueOrThrow({ where: { id } });
  return { id, reference };
}

describe('another force, with a form, areas and queues of its own', () => {
  it('asks its partner its own questions, and has its own desk read the answers', async () => {
    const { id, reference, check } = await report();
    for (const words of ['What sort of harm is it?', 'Work', 'Quay Road', 'KW2 1AA', 'Plate', 'AB12CDE'])
      expect(check).toContain(words);
    expect(check).not.toContain('Quillan');
    const queue = await see(desk, '/queues/coast-desk');
    expect(main(queue.text)).toContain(reference);
    expect(main(queue.text)).toContain('Coast desk');
    const opened = main((await see(desk, `/submissions/${id}`)).text);
    for (const words of ['It lies in one area. Coast desk holds it.', 'Which road is it near?', 'Quay Road'])
      expect(opened).toContain(words);
    expect(opened).not.toContain('Quillan');
    expect((await officer.get(`/submissions/${id}`)).text).not.toContain('Quillan');
  });

  it('is claimed, answered and closed by the desk of its area', async () => {
    const { id } = await report();
    await claim(desk, id);
    await see(desk, `/submissions/${id}/matches`);
    await sendForm(desk, `/submissions/${id}/end`, {
      end: 'no_further_use',
      whyNoItem: 'The quay is known already.',
      noContactPlan: 'The partner speaks for them.',
    });
    expect(main((await see(reporter, `/reports/${id}`)).text)).toMatch(/Closed.*Not used any further/);
  });

  it('is graded, sanitised, approved, sent to its desk and closed by its bureau', async () => {
    const { id } = await report({ exposed: 'unsure' });
    const submission = `/submissions/${id}`;
    expect((await desk.get(submission)).status).toBe(404);
    await claim(officer, id);
    const itemId = await addGradedItem(officer, id, {
      handling: 'C',
      actionCode: 'A1',
      sanitisationCode: 'S1',
    });
    const conditional = parse((await see(officer, `/items/${itemId}`)).text)('[name=handling][value=C]');
    expect(conditional.parent().find('.govuk-hint').first().text()).toContain('Suggested by');
    const named = await fillForm(officer, `/items/${itemId}/sanitise`, { text: 'Morag Quillan saw it.' });
    expect(named.status).toBe(422);
    expect(main(named.text)).toContain('sealed');
    await sendForm(officer, `/items/${itemId}/sanitise`, { text: sanitised });
    await sendForm(officer, `${submission}/actions/accept`);
    await sendForm(supervisor, `/items/${itemId}/approve`, { confirmed: 'yes' });
    await sendForm(officer, `/items/${itemId}/disseminate`, {
      recipient: 'coast-desk',
      conditions: 'Ask the bureau before acting.',
    });
    const received = await see(desk, '/queues/coast-desk?view=disseminated-to-us');
    const item = parse(received.text)('main a[href^="/disseminations/"]').attr('href') ?? '';
    expect(main((await see(desk, item)).text)).toContain(sanitised);
    await sendForm(desk, item);
    await see(officer, `${submission}/matches`);
    await sendForm(officer, `${submission}/end`, {
      end: 'used',
      noContactPlan: 'The partner speaks for them.',
    });
    expect((await portal.db.submission.findUniqueOrThrow({ where: { id } })).status).toBe('closed');
    expect(main((await see(reporter, `/reports/${id}`)).text)).toContain('Closed');
  });

  it('has danger, its lists, figures, plan and search work as well', async () => {
    const { id, reference } = await reportInDanger();
    expect(main((await see(officer, '/queues/urgent')).text)).toContain(reference);
    await claim(officer, id);
    const found = await see(officer, await sendForm(officer, '/search', { query: 'AB12 CDE' }));
    expect(main(found.text)).toContain(reference);
    expect((await see(officer, `/submissions/${id}/matches`)).text).toContain('AB12');
    await see(officer, `/submissions/${id}/contact-plan/write`);
    await see(officer, `/submissions/${id}/records`);
    for (const path of ['/', '/reporting', '/plan', '/routing', '/tasks']) await see(supervisor, path);
    for (const path of ['/', '/help', '/help/signs', '/help/prompt-sheet', '/help/examples', '/privacy'])
      await see(portal.client(), path);
  });
});

describe('a next version of its form with one question more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-pack-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(content));

  /** The pack with a file for the version and a line for what the question means, and with what was agreed of it. */
  async function load(formAgreements: FormAgreement[]): Promise<void> {
    cpSync(secondPack, folder, { recursive: true });
    const form = read('forms/1.json') as FormDefinition;
    delete form.agreed;
    const pages = form.sections.flatMap((section) => (section.kind === 'pages' ? section.pages : []));
    const questions = pages.find(({ id }) => id === 'matter')!.questions;
    const like = questions.find(({ id }) => id === 'roadName')!;
    questions.push({
      ...like,
      id: 'boatName',
      exportedName: 'boat_name',
      label: 'What is the boat called?',
    });
    write('forms/2.json', { ...form, version: 2 });
    write('forms/meanings.json', { ...(read('forms/meanings.json') as object), boatName: 'plain' });
    write('pack.json', { ...(read('pack.json') as object), formAgreements });
    await loadPack(portal.db, clock, folder);
  }

  const lineOf = (html: string) => parse(html)('main table tbody tr').first().text();
  const versions = '/administration/form-versions';

  it('is proposed: looked at and compared, and no report is written with it', async () => {
    await load([]);
    const administrator = await portal.signedIn(secondPeople.administrator);
    expect(lineOf((await see(administrator, versions)).text)).toMatch(
      /Version 2.*Proposed.*Not yet.*Nobody yet/s,
    );
    expect((await see(administrator, `${versions}/2?at=matter`)).text).toContain('What is the boat called?');
    expect(lineOf((await see(administrator, `${versions}/compare?from=1&to=2`)).text)).toContain(
      'Questions in order: boatName',
    );
    expect((await report()).check).not.toContain('boat');
  });

  it('is agreed and, from its day on, asked, checked, read, exported and printed', async () => {
    await load([{ version: 2, on: '2016-01-16', with: 'Shore Aid', inForceFrom: '2016-02-01' }]);
    const administrator = await portal.signedIn(secondPeople.administrator);
    expect(lineOf((await see(administrator, versions)).text)).toMatch(/Agreed.*16 Jan.*Shore Aid.*1 Feb/s);
    expect((await report()).check).not.toContain('boat');
    clock.set(new Date('2016-02-01T09:00:00Z'));
    expect(lineOf((await see(administrator, versions)).text)).toContain('Published');
    const { id, check } = await report({ boatName: 'Grey Heron' });
    const answered = /What is the boat called\?\s*Grey Heron/;
    expect(check).toMatch(answered);
    expect(main((await see(desk, `/submissions/${id}`)).text)).toMatch(answered);
    await claim(desk, id);
    const exported = async (format: string) =>
      see(
        desk,
        await sendForm(desk, `/submissions/${id}/export`, {
          format,
          purpose: 'assessment',
          reason: 'For the case file.',
        }),
      );
    for (const format of ['json', 'csv'])
      expect((await exported(format)).text).toMatch(/boat_name.*Grey Heron/s);
    expect((await readPdf((await exported('pdf')).bytes)).text).toContain('Whatistheboatcalled?GreyHeron');
  });
});
