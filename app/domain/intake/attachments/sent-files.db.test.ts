import { describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import type { SubmittedDocument } from '#app/domain/form/document.ts';
import { Conflict, Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import { withdraw } from '#app/domain/intake/own-reports/withdraw.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import {
  clean,
  contentOf,
  down,
  infected,
  posted,
  scannerThatSays,
  testDepot,
} from '#tests/factories/depot.ts';
import { photograph, pdf } from '#tests/factories/files.ts';
import { minimalAnswers, minimalPosts, nobodySpeaks } from '#tests/factories/form-answers.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { addPeople, people as others } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';
import { addAttachment } from './add-attachment.server.ts';
import { attachmentsOf } from './attachments-of.server.ts';
import { clearFile } from './sweep-attachments.server.ts';
import type { Depot } from './depot.ts';
import { openAttachment } from './open-attachment.server.ts';
import { scanAttachment } from './scan-attachment.server.ts';

const database = await testDatabase();
const { db } = database;
const people = await officers(database, fixedClock(testNow));
const { reporter } = people;
await addPeople(db);
const partners = {
  elsewhere: await makeCtx(database, { email: others.elsewhere }),
  colleague: await makeCtx(database, { email: others.colleague }),
  lead: await makeCtx(database, { email: others.lead }),
};
const system = { ...reporter, actor: null, system: 'Test' };
const depot = testDepot(scannerThatSays(clean));
const withoutScanner: Depot = { ...depot, scanner: scannerThatSays(down) };

/** What goes to the queue of the place's area; other reports go to FIB. */
const toTheArea: Answers = {
  ...nobodySpeaks,
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
const restricted: Answers = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };

type Added = { name: string; content: Uint8Array | string; description?: string; to?: Depot };

/** A report with these files, sent. */
async function sent(files: readonly Added[], changes: Answers = toTheArea) {
  const { draftId } = await startDraft(reporter);
  await db.draft.update({
    where: { id: draftId },
    data: { answers: { ...minimalAnswers, ...changes } as Prisma.InputJsonObject },
  });
  for (const { name, content, description = '', to = depot } of files)
    await addAttachment(reporter, to, { draftId, description, content: posted(name, content) }).catch(
      (failure: unknown) => {
        if (to.scanner !== scannersThatRefuse.scanner) throw failure;
      },
    );
  const { submissionId } = await submit(reporter, { draftId, declaration: minimalPosts.declaration });
  const rows = await db.attachment.findMany({ where: { submissionId }, orderBy: { position: 'asc' } });
  return { draftId, submissionId, ids: rows.map(({ id }) => id) };
}
const scannersThatRefuse: Depot = { ...depot, scanner: scannerThatSays(infected) };

const listOf = (ctx: Ctx, submissionId: Id<'Submission'>) =>
  transaction(ctx.db, async (tx) => attachmentsOf(tx, ctx, await loadSubmission(tx, ctx, submissionId)));
const open = (ctx: Ctx, attachmentId: Id<'Attachment'>, wanted: 'viewing' | 'original' = 'viewing') =>
  openAttachment(ctx, depot, { attachmentId, wanted });
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (failure: unknown) => (failure as Error).name,
  );
const openings = (attachmentId: string) =>
  db.auditEvent.findMany({
    where: { subjectId: attachmentId, type: 'attachment.opened' },
    orderBy: { id: 'asc' },
  });

describe('sending a report', () => {
  it('takes its files along, and lists in the document how many and what they show, without their names', async () => {
    const { submissionId, ids } = await sent([
      {
        name: 'Maria at the door.jpg',
        content: await photograph(),
        description: 'The van in front of the house',
      },
      { name: 'letter.pdf', content: pdf() },
    ]);
    expect(ids).toHaveLength(2);
    const { document } = await db.submissionContent.findUniqueOrThrow({ where: { submissionId } });
    const files = (document as unknown as SubmittedDocument).sections.at(-1)!;
    expect(files).toMatchObject({ sectionId: 'files', title: 'Files' });
    expect(files.pages[0]?.entries.map(({ label, answer }) => [label, ...answer])).toEqual([
      ['Number of files', '2'],
      ['File 1', 'The van in front of the house', expect.stringMatching(/^JPG, /)],
      ['File 2', expect.stringMatching(/^PDF, /)],
    ]);
    expect(JSON.stringify(document)).not.toContain('Maria');
  });

  it('says nothing of files where there are none', async () => {
    const { submissionId } = await sent([]);
    const { document } = await db.submissionContent.findUniqueOrThrow({ where: { submissionId } });
    expect(
      (document as unknown as SubmittedDocument).sections.map(({ sectionId }) => sectionId),
    ).not.toContain('files');
  });

  it('goes on while the scanner is down, and says in the list that a file is not checked', async () => {
    const { submissionId, ids } = await sent([
      { name: 'a.jpg', content: await photograph(), to: withoutScanner },
    ]);
    const [file] = await listOf(people.spocEast, submissionId);
    expect(file).toMatchObject({ id: ids[0], state: 'quarantined', viewable: null, mayOpenOriginal: false });
    for (const wanted of ['viewing', 'original'] as const)
      for (const who of ['fib', 'supervisor', 'spocEast'] as const)
        expect(await failureOf(open(people[who], ids[0]!, wanted)), who).toMatch(/^(Conflict|NotFound)$/);
    expect(await openings(ids[0]!)).toEqual([]);
  });

  it('leaves out what is still on its way, and that comes to nothing', async () => {
    const { draftId } = await startDraft(reporter);
    await db.draft.update({
      where: { id: draftId },
      data: { answers: minimalAnswers as Prisma.InputJsonObject },
    });
    const scanner = scannerThatSays(clean);
    const sending: Depot = {
      ...depot,
      scanner: {
        ...scanner,
        scan: async (bytes) => {
          await submit(reporter, { draftId, declaration: minimalPosts.declaration });
          return scanner.scan(bytes, 1);
        },
      },
    };
    const late = addAttachment(reporter, sending, {
      draftId,
      description: '',
      content: posted('late.txt', 'late'),
    });
    await expect(late).rejects.toThrow(NotFound);
    expect(await db.attachment.count({ where: { draftId } })).toBe(0);
    const jobs = (await queuedJobs(db)).filter(({ name }) => name === 'remove-file');
    for (const { data } of jobs) await clearFile(system, depot, data as { attachmentId: Id<'Attachment'> });
    expect(depot.stored(String(jobs.at(-1)?.data.attachmentId), 'original')).toBeNull();
  });

  it('fixes what was sent: no file can be taken out, changed or moved, not even by the owner of the tables', async () => {
    const { ids } = await sent([{ name: 'a.pdf', content: pdf() }]);
    const id = ids[0]!;
    await expect(db.attachment.delete({ where: { id } })).rejects.toThrow('cannot be removed');
    await expect(db.attachment.update({ where: { id }, data: { description: 'other' } })).rejects.toThrow(
      'cannot be rewritten',
    );
    await expect(db.attachment.update({ where: { id }, data: { submissionId: null } })).rejects.toThrow(
      'cannot be rewritten',
    );
    await expect(
      db.attachment.update({ where: { id }, data: { state: 'quarantined', scannedAt: null } }),
    ).rejects.toThrow('cannot be rewritten');
    await asOwner(database.pool, async (client) => {
      expect(await refusalOf(client, `DELETE FROM attachment WHERE id = '${id}'`)).toContain(
        'cannot be removed',
      );
    });
  });
});

describe('the job that scans', () => {
  const scan = (attachmentId: Id<'Attachment'>, scanner = scannerThatSays(clean)) =>
    scanAttachment(system, { ...depot, scanner }, { attachmentId });

  it('releases a file that turns out clean, with its copy', async () => {
    const { submissionId, ids } = await sent([
      { name: 'a.jpg', content: await photograph(), to: withoutScanner },
    ]);
    await scan(ids[0]!);
    expect((await listOf(people.spocEast, submissionId))[0]).toMatchObject({
      state: 'clean',
      viewable: 'copy',
    });
    const copy = await contentOf((await open(people.spocEast, ids[0]!)).content);
    expect(copy.includes('Invented')).toBe(false);
    expect(copy.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  });

  it('fails while the scanner is down, so that it is tried again, and changes nothing', async () => {
    const { ids } = await sent([{ name: 'a.txt', content: 'words', to: withoutScanner }]);
    await expect(scan(ids[0]!, scannerThatSays(down))).rejects.toThrow('stays in quarantine');
    expect(await db.attachment.findUniqueOrThrow({ where: { id: ids[0]! } })).toMatchObject({
      state: 'quarantined',
    });
  });

  it('ends quietly where no scanner is set up', async () => {
    const { ids } = await sent([{ name: 'a.txt', content: 'words', to: withoutScanner }]);
    await scan(ids[0]!, scannerThatSays({ kind: 'unavailable', why: 'not_configured' }, false));
    expect(await db.attachment.findUniqueOrThrow({ where: { id: ids[0]! } })).toMatchObject({
      state: 'quarantined',
    });
  });

  it('refuses an infected file after the report was sent: gone, seen by the officer, told to the reporter', async () => {
    const { submissionId, ids } = await sent([{ name: 'a.txt', content: 'words', to: withoutScanner }]);
    await scan(ids[0]!, scannerThatSays(infected));
    expect((await listOf(people.spocEast, submissionId))[0]).toMatchObject({
      name: 'a.txt',
      state: 'virus',
      viewable: null,
    });
    expect((await openOwnReport(reporter, { submissionId })).files).toMatchObject([{ state: 'virus' }]);
    const jobs = await queuedJobs(db);
    expect(jobs.filter(({ data }) => data.attachmentId === ids[0])).toMatchObject([
      { name: 'scan-attachment' },
      { name: 'remove-file' },
    ]);
    expect(
      jobs.filter(({ data }) => data.submissionId === submissionId && data.kind === 'answer-waiting'),
    ).toMatchObject([{ name: 'send-mail', data: { accountId: reporter.actor.accountId } }]);
    await clearFile(system, depot, { attachmentId: ids[0]! });
    expect(depot.stored(ids[0]!, 'original')).toBeNull();
    await expect(open(people.fib, ids[0]!)).rejects.toThrow(/Conflict|NotFound|cannot be opened|not found/i);
  });

  it('does nothing for a file that is judged, removed or not there', async () => {
    const { ids } = await sent([{ name: 'a.txt', content: 'words' }]);
    const scanner = scannerThatSays(infected);
    await scan(ids[0]!, scanner);
    await scan('00000000-0000-4000-8000-000000000000' as Id<'Attachment'>, scanner);
    expect(scanner.seen).toBe(0);
    expect(await db.attachment.findUniqueOrThrow({ where: { id: ids[0]! } })).toMatchObject({
      state: 'clean',
    });
  });

  it('releases nothing that was altered in the store', async () => {
    const { ids } = await sent([{ name: 'a.txt', content: 'words', to: withoutScanner }]);
    const bytes = depot.stored(ids[0]!, 'original')!;
    bytes[30] = bytes[30]! ^ 1;
    async function* altered() {
      yield await Promise.resolve(bytes);
    }
    const files = { ...depot.files, get: () => Promise.resolve(altered()) };
    await expect(scanAttachment(system, { ...depot, files }, { attachmentId: ids[0]! })).rejects.toThrow(
      'does not open',
    );
    expect(await db.attachment.findUniqueOrThrow({ where: { id: ids[0]! } })).toMatchObject({
      state: 'quarantined',
    });
  });
});

describe('opening a file', () => {
  it('gives an officer of the queue the copy, with the reference for a name, and puts it on the trail', async () => {
    const original = await photograph();
    const { submissionId, ids } = await sent([{ name: 'Maria.jpg', content: original }]);
    const opened = await open(people.spocEast, ids[0]!);
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const copy = await contentOf(opened.content);
    expect(opened).toMatchObject({
      fileName: `${reference}-file-1.jpg`,
      mediaType: 'image/jpeg',
      size: copy.length,
    });
    expect(copy.equals(original)).toBe(false);
    expect(await openings(ids[0]!)).toMatchObject([
      {
        actorId: people.spocEast.actor.accountId,
        data: { submissionId, part: 'copy' },
        subjectType: 'attachment',
      },
    ]);
  });

  it('gives FIB the original, its place intact, and says so on the trail', async () => {
    const original = await photograph();
    const { submissionId, ids } = await sent([{ name: 'a.jpg', content: original }], restricted);
    const opened = await open(people.fib, ids[0]!, 'original');
    expect((await contentOf(opened.content)).equals(original)).toBe(true);
    expect(opened.fileName).toMatch(/-file-1-original\.jpg$/);
    expect(await openings(ids[0]!)).toMatchObject([{ data: { submissionId, part: 'original' } }]);
  });

  it('gives no original to a SPOC, who is told that it is FIB’s', async () => {
    const { submissionId, ids } = await sent([{ name: 'a.jpg', content: await photograph() }]);
    expect((await listOf(people.spocEast, submissionId))[0]).toMatchObject({
      viewable: 'copy',
      mayOpenOriginal: false,
    });
    await expect(open(people.spocEast, ids[0]!, 'original')).rejects.toThrow(Forbidden);
    expect(await openings(ids[0]!)).toEqual([]);
  });

  it('gives a document as it is, and knows no other original of it', async () => {
    const { ids } = await sent([{ name: 'a.pdf', content: pdf() }]);
    const opened = await open(people.spocEast, ids[0]!);
    expect((await contentOf(opened.content)).equals(pdf())).toBe(true);
    expect(opened.mediaType).toBe('application/pdf');
    await expect(open(people.fib, ids[0]!, 'original')).rejects.toThrow(NotFound);
  });

  it('gives no picture of which no copy could be drawn, but to FIB the original', async () => {
    const broken = (await photograph({ width: 500, height: 500 })).subarray(0, 2000);
    const { ids } = await sent([{ name: 'a.jpg', content: broken }], restricted);
    await expect(open(people.fib, ids[0]!)).rejects.toThrow(Conflict);
    expect((await contentOf((await open(people.fib, ids[0]!, 'original')).content)).equals(broken)).toBe(
      true,
    );
  });

  it('opens nothing of a draft', async () => {
    const { draftId } = await startDraft(reporter);
    const { attachmentId } = await addAttachment(reporter, depot, {
      draftId,
      description: '',
      content: posted('a.pdf', pdf()),
    });
    for (const who of ['fib', 'spocEast', 'reporter'] as const)
      await expect(open(people[who], attachmentId), who).rejects.toThrow(NotFound);
  });

  it('opens nothing after a withdrawal', async () => {
    const { submissionId, ids } = await sent([{ name: 'a.pdf', content: pdf() }]);
    await withdraw(reporter, { submissionId, comment: 'Sent by mistake' });
    for (const who of ['fib', 'spocEast', 'supervisor'] as const)
      expect(await failureOf(open(people[who], ids[0]!)), who).toBe('NotFound');
  });

  it('records nothing where the record fails, and gives nothing', async () => {
    const { ids } = await sent([{ name: 'a.pdf', content: pdf() }]);
    const noName: Ctx = { ...people.spocEast, request: { id: null as unknown as string } };
    await expect(open(noName, ids[0]!)).rejects.toThrow();
    expect(await openings(ids[0]!)).toEqual([]);
  });
});

describe('who may list and open files', () => {
  type Right = 'opens' | 'NotFound';
  const rights: [string, Answers, Partial<Record<Who | keyof typeof partners, Right>>][] = [
    [
      'a report in the queue of an area',
      toTheArea,
      {
        spocEast: 'opens',
        spocCoventry: 'NotFound',
        forceSpoc: 'NotFound',
        fib: 'NotFound',
        areaLead: 'NotFound',
        mdsLead: 'NotFound',
        custodian: 'NotFound',
        administrator: 'NotFound',
        auditor: 'NotFound',
        reporter: 'NotFound',
        elsewhere: 'NotFound',
        colleague: 'NotFound',
        lead: 'NotFound',
      },
    ],
    [
      'a restricted report',
      restricted,
      {
        fib: 'opens',
        fibTwo: 'opens',
        supervisor: 'opens',
        spocEast: 'NotFound',
        spocCoventry: 'NotFound',
        areaLead: 'NotFound',
        mdsLead: 'NotFound',
        custodian: 'NotFound',
        elsewhere: 'NotFound',
        colleague: 'NotFound',
        lead: 'NotFound',
      },
    ],
  ];
  const ctxOf = (who: string): Ctx => ({ ...people, ...partners })[who as Who | keyof typeof partners];

  it.each(rights)('%s', async (_what, changes, expected) => {
    const { submissionId, ids } = await sent([{ name: 'a.pdf', content: pdf() }], changes);
    const queue = await db.submission.findUniqueOrThrow({
      where: { id: submissionId },
      select: { primaryQueue: { select: { code: true } } },
    });
    for (const [who, right] of Object.entries(expected)) {
      const ctx = ctxOf(who);
      expect(await failureOf(open(ctx, ids[0]!)), `${who} of ${queue.primaryQueue.code}`).toBe(
        right === 'opens' ? 'opened' : right,
      );
      if (right !== 'opens' && who !== 'reporter')
        expect(await listOf(ctx, submissionId).catch(() => []), who).toEqual([]);
    }
  });

  it('the reporter’s own list says what became of each file, and opens none', async () => {
    const { submissionId } = await sent([
      { name: 'a.pdf', content: pdf(), description: 'A letter' },
      { name: 'b.txt', content: 'bad', to: scannersThatRefuse },
      { name: 'c.txt', content: 'later', to: withoutScanner },
    ]);
    const { files, document } = await openOwnReport(reporter, { submissionId });
    expect(document?.sections.at(-1)?.pages[0]?.entries.map(({ answer }) => answer[0])).toEqual([
      '2',
      'A letter',
      'TXT, 3 bytes',
      'TXT, 5 bytes',
    ]);
    expect(files.map(({ number, name, description, state }) => [number, name, description, state])).toEqual([
      [1, 'a.pdf', 'A letter', 'clean'],
      [2, 'b.txt', '', 'virus'],
      [3, 'c.txt', '', 'quarantined'],
    ]);
    expect(
      (await listOf(reporter, submissionId)).map(({ viewable, mayOpenOriginal }) => [
        viewable,
        mayOpenOriginal,
      ]),
    ).toEqual([
      [null, false],
      [null, false],
      [null, false],
    ]);
  });

  it('the officer’s page lists them with the original text, and the page of those who only know of it does not', async () => {
    const { submissionId } = await sent([{ name: 'a.pdf', content: pdf() }]);
    expect(await openSubmission(people.spocEast, { submissionId })).toMatchObject({
      view: 'whole',
      files: [{ number: 1, name: 'a.pdf', viewable: 'original' }],
    });
    expect(await openSubmission(people.supervisor, { submissionId })).not.toHaveProperty('files');
  });
});
