import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { afterAll, describe, expect, it } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { momentValues } from '#app/domain/kernel/fields.ts';
import { declarationOf } from '#app/domain/form/declaration.ts';
import { findPage, questionsOf, type Question } from '#app/domain/form/definition.ts';
import { openClient, type Answer, type Client } from '#tests/factories/client.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabaseSource } from '#tests/factories/database.ts';
import { sendForm } from '#tests/factories/forms.ts';
import { entryId, fullPosts } from '#tests/factories/full-report.ts';
import { addGradedItem, sanitised } from '#tests/factories/officer-work.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { columnsWith, spellingsOf } from '#tests/factories/stored-text.ts';
import { workOff } from '#tests/factories/work-off.ts';

/** Words that nobody else writes, one for each field of the form that says who told the partner, and of how to reach them. */
const word = (id: string) => `qz${id.toLowerCase()}canary`;
const asksFor = (dataClass: Question['dataClass']) =>
  questionsOf(currentDefinition).filter(
    (question) =>
      question.dataClass === dataClass &&
      (question.kind === 'textarea' || (question.kind === 'text' && question.format === undefined)),
  );
const sealedWords = Object.fromEntries(asksFor('source_identity').map(({ id }) => [id, word(id)]));
const telephone = '07700 900871';
const ways = {
  contactTelephone: telephone,
  contactSafeTimes: word('safeTimes'),
  contactAnotherWay: word('anotherWay'),
};
/** Ten digits, since six are found by chance in the hexadecimal of a sealed text: about once in a hundred runs. */
const contactWords = [...Object.values(ways), '7700900871', word('ownTimes')];
/** Of what a report says of people: these stand in it in clear, and never in a log, a mail, an address or a title. */
const sensitiveWords = Object.fromEntries(asksFor('sensitive').map(({ id }) => [id, word(id)]));
const hidden = [...Object.values(sealedWords), ...contactWords];
const all = [...hidden, ...Object.values(sensitiveWords)];

const alerts: string[] = [];
const gateway = createServer((request, response) => {
  request.on('data', (part: Buffer) => alerts.push(part.toString('utf8')));
  request.on('end', () => response.writeHead(204).end());
});
await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
afterAll(() => gateway.close());

const source = await testDatabaseSource();
const portal = await openTestPortal({
  database: source,
  env: {
    ALERT_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
  },
});

/** Everything that the portal answered to anybody, in its order. */
const answers: Answer[] = [];
async function signedIn(email: string): Promise<Client> {
  const client = openClient(portal.origin, portal.handle);
  await client.signIn(email);
  const kept = async (answer: Promise<Answer>) => {
    answers.push(await answer);
    return answer;
  };
  return {
    ...client,
    get: (path, headers) => kept(client.get(path, headers)),
    post: (path, fields, headers) => kept(client.post(path, fields, headers)),
  };
}

const reporter = await signedIn('uma@community-centres.example');
const officer = await signedIn(people.officer);
const supervisor = await signedIn(people.supervisor);
const custodian = await signedIn(people.custodian);
const administrator = await signedIn(people.administrator);

const withWords = (posted: Record<string, string | string[]>, wanted: readonly string[]) => ({
  ...posted,
  ...Object.fromEntries(
    wanted.flatMap((id) => {
      const written = sealedWords[id] ?? sensitiveWords[id];
      return written === undefined ? [] : [[id, `It says ${written}`]];
    }),
  ),
});

/** Every page and entry of the form in force, by its pages; what it asks that is sealed or sensitive has a word of its own. */
async function reported(): Promise<string> {
  await sendForm(reporter, '/account', { ...ways, contactSafeTimes: word('ownTimes') });
  const site = await portal.db.organisationSite.findFirstOrThrow({
    where: { organisation: { accounts: { some: { email: 'uma@community-centres.example' } } } },
  });
  const started = (await reporter.post('/reports/new')).location ?? '';
  const draft = /^\/reports\/drafts\/[0-9a-f-]{36}/.exec(started)?.[0] ?? '';
  const pages = async (posts: typeof fullPosts.pagesBeforeLists) => {
    for (const [pageId, posted] of Object.entries(posts)) {
      const page = findPage(currentDefinition, pageId);
      if (page === null) continue;
      const typed = withWords(
        posted,
        page.page.questions.map(({ id }) => id),
      );
      await sendForm(reporter, `${draft}/pages/${pageId}`, typed);
    }
  };
  await pages(fullPosts.pagesBeforeLists);
  for (const [index, [sectionId, posted]] of fullPosts.items.entries()) {
    const list = currentDefinition.sections.find(({ id }) => id === sectionId);
    const asked = list?.kind === 'list' ? list.questions.map(({ id }) => id) : [];
    await sendForm(reporter, `${draft}/lists/${sectionId}/${entryId(index + 1)}`, withWords(posted, asked));
  }
  await pages(fullPosts.pagesAfterLists);
  const sent = await sendForm(reporter, `${draft}/check`, {
    ...withWords(
      fullPosts.sending,
      declarationOf(currentDefinition).page.questions.map(({ id }) => id),
    ),
    reportingSite: site.id,
    ...ways,
  });
  return /[0-9a-f-]{36}/.exec(sent)?.[0] ?? '';
}

const submissionId = await reported();
const handlers = jobHandlers(portal);
const worked = await workOff(portal.db, handlers);

const address = `/submissions/${submissionId}`;
const action = (name: string) => `${address}/actions/${name}`;
const exported = async (format: string) => {
  const to = await sendForm(officer, `${address}/export`, {
    format,
    purpose: 'review',
    reason: 'Yearly review',
  });
  return officer.get(to);
};

/** What shows sealed words on purpose: to whoever a custodian has let read them, and to whoever calls the sender back. */
const opened: Record<'source' | 'reach', Answer> = { source: answers[0]!, reach: answers[0]! };

/** From the claim to the end, on every page that a report comes to. */
async function workedOff(): Promise<void> {
  await sendForm(officer, action('claim'));
  opened.reach = await officer.post(`${address}/reach`);
  await sendForm(officer, `${address}/source/ask`, { reason: 'To ask which door it was' });
  const { id: request } = await portal.db.sourceRequest.findFirstOrThrow({ where: { submissionId } });
  await custodian.get(`/sources/${request}`);
  await sendForm(custodian, `/sources/${request}`, { decision: '8', words: 'It is needed' });
  opened.source = await officer.post(`${address}/source`);
  const itemId = await addGradedItem(officer, submissionId, {
    handling: 'C',
    actionCode: 'A1',
    sanitisationCode: 'S1',
  });
  await sendForm(officer, `/items/${itemId}/sanitise`, { text: sanitised });
  await sendForm(officer, action('accept'));
  await sendForm(supervisor, `/items/${itemId}/approve`, { confirmed: 'yes' });
  await sendForm(officer, `/items/${itemId}/disseminate`, { recipient: 'spoc-be' });
  await sendForm(officer, `/items/${itemId}/disseminate/outside`, {
    recipient: 'rocu-threat-group',
    reason: 'It names a group that works in two forces.',
    conditions: 'Ask FIB before acting.',
  });
  await sendForm(officer, `${address}/end`, {
    end: 'used',
    noContactPlan: 'The centre speaks for her.',
    message: 'She is safe.',
    aboutDanger: 'A patrol found her safe.',
    dangerBy: 'The response team, 4711',
    ...momentValues('dangerAt', testNow),
  });
  await sendForm(supervisor, action('grant_ending'), { comment: 'She is safe.' });
}
await workedOff();

/** The intelligence report, as page and as file, inside the force. */
const reports: Answer[] = [];

/** What is looked at afterwards, by whoever may: the report, its papers, and where it leaves a trace. */
async function lookedAt(): Promise<void> {
  const { organisationId } = await portal.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  await sendForm(administrator, `/administration/organisations/${organisationId}`, {
    allows: 'full_copy',
    'agreedOn-day': '1',
    'agreedOn-month': '9',
    'agreedOn-year': '2015',
    agreedBy: 'Alex Example, chief officer',
  });
  for (const format of ['pdf', 'json', 'csv']) await exported(format);
  const own = `/reports/${submissionId}`;
  for (const path of ['', '/sent', '/receipt.pdf', '/copy.pdf']) await reporter.get(`${own}${path}`);
  const outside = await portal.db.dissemination.findFirstOrThrow({
    where: { submissionId, recipientKind: 'rocu' },
  });
  for (const path of ['', '/history', '/matches', '/links', '/records', '/source', '/reach', '/export'])
    await officer.get(`${address}${path}`);
  for (const path of ['/sheet', '/sheet.pdf']) await officer.get(`/disseminations/${outside.id}${path}`);
  for (const path of ['/queues/fib?view=closed', '/disseminations', '/tasks', '/']) await officer.get(path);
  for (const path of ['/approvals', '/sources', '/high/ended', address]) await supervisor.get(path);
  await custodian.get('/sources');
  const auditor = await signedIn(people.auditor);
  await auditor.get('/audit');
  const lead = await signedIn(people.mdsLead);
  for (const path of ['/high', '/high/ended', '/significant', '/']) await lead.get(path);
  const spoc = await signedIn(people.spocBE);
  for (const path of ['/queues/spoc-be?view=disseminated-to-us', address]) await spoc.get(path);
  const { id: itemId } = await portal.db.intelligenceItem.findFirstOrThrow({ where: { submissionId } });
  for (const path of ['', '.pdf', '.json']) reports.push(await officer.get(`/items/${itemId}/report${path}`));
  for (const path of ['', '.pdf']) reports.push(await officer.get(`${address}/report${path}`));
  const inside = await portal.db.dissemination.findFirstOrThrow({
    where: { submissionId, recipientKind: 'queue' },
  });
  for (const path of ['', '.pdf']) reports.push(await spoc.get(`/disseminations/${inside.id}/report${path}`));
}
await lookedAt();
worked.push(...(await workOff(portal.db, handlers)));

/** A body as somebody reads it: what stands in a PDF, and everything else as it is. */
async function textOf({ headers, bytes, text }: Answer): Promise<string> {
  if (headers.get('content-type') !== 'application/pdf') return text.toLowerCase();
  const read = await readPdf(bytes);
  return [read.text, read.title, read.properties, ...read.copied].join('\n').toLowerCase();
}

const foundIn = (text: string, words: readonly string[]) =>
  words.filter((each) => text.toLowerCase().includes(each.toLowerCase()));

describe('who told the partner, and how the sender is reached', () => {
  it('are shown to whoever a custodian let read it, and to whoever calls back', () => {
    expect(Object.keys(sealedWords).length).toBeGreaterThan(0);
    expect(foundIn(opened.source.text, hidden)).toEqual(Object.values(sealedWords));
    expect(foundIn(opened.reach.text, Object.values(ways))).toEqual(Object.values(ways));
  });

  it('stand in no other answer, in print neither, save what the sender sees of their own', async () => {
    const own = answers.filter(({ path }) => path === '/account' || path.endsWith('/check'));
    const others = answers.filter((answer) => ![opened.source, opened.reach, ...own].includes(answer));
    const printed = others.filter(({ headers }) => headers.get('content-type') === 'application/pdf');
    expect(printed.map(({ path }) => path.split('/').at(-1))).toHaveLength(7);
    expect(reports.map(({ status }) => status)).toEqual(reports.map(() => 200));
    for (const answer of others)
      expect([answer.path, foundIn(await textOf(answer), hidden)]).toEqual([answer.path, []]);
    for (const answer of own) expect(foundIn(answer.text, Object.values(sealedWords))).toEqual([]);
  });

  it('are found by no search', async () => {
    const found = async (query: string) =>
      load((await officer.get(await sendForm(officer, '/search', { query }))).text)(
        `main a[href*="${submissionId}"]`,
      ).length > 0;
    expect(await found(sensitiveWords['whatIsKnown'] ?? '')).toBe(true);
    for (const query of hidden) expect([query, await found(query)]).toEqual([query, false]);
  });

  it('stand in no column of the database in clear', async () => {
    expect(await columnsWith(portal.database.pool, ...hidden)).toEqual([]);
  });

  it.skipIf(source.kind !== 'postgresql')('stand in no dump of the database', async () => {
    const dump = await dumped();
    expect(dump).toContain(sensitiveWords['whatIsKnown']);
    expect(hidden.flatMap(spellingsOf).filter((spelling) => dump.includes(spelling))).toEqual([]);
  });
});

describe('what a report says of people', () => {
  it('stands in no address, title, log, mail or alert, and in nothing else that is kept beside the database', () => {
    for (const { path, location, text, headers } of answers)
      expect(
        foundIn([path, location, /<title>[^<]*/.exec(text)?.[0], ...headers.values()].join('\n'), all),
        path,
      ).toEqual([]);
    expect(portal.logged.length).toBeGreaterThan(100);
    expect(foundIn(portal.logged.join(), all)).toEqual([]);
    expect(alerts.length).toBeGreaterThan(0);
    expect(foundIn(alerts.join(), all)).toEqual([]);
    const kept = filesIn(portal.config.dataDirectory);
    expect(worked).toEqual(expect.arrayContaining(['send-mail', 'send-high-mail', 'call-alert']));
    expect(kept.length).toBeGreaterThan(3);
    for (const file of kept) expect([file, foundIn(readFileSync(file, 'latin1'), all)]).toEqual([file, []]);
  });

  it('stands in no job and nowhere on the trail', async () => {
    const words = Object.values(sensitiveWords);
    const found = await columnsWith(portal.database.pool, ...words);
    expect(found).toContain('public.submission_content.answers');
    expect(found.filter((column) => /^pgboss|audit_event|rate_limit|session/.test(column))).toEqual([]);
  });
});

const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((name) => statSync(name).isFile());

async function dumped(): Promise<string> {
  if (source.kind !== 'postgresql') return '';
  const { stdout } = await promisify(execFile)('pg_dump', [source.ownerUrl], {
    maxBuffer: 500 * 1024 * 1024,
  });
  return stdout.toLowerCase();
}
