import { randomUUID } from 'node:crypto';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Invalid, NotFound, RateLimited } from '#app/domain/kernel/failures.ts';
import { deleteDraft } from '#app/domain/intake/drafts/delete-draft.server.ts';
import { expireDrafts } from '#app/domain/intake/drafts/expire-drafts.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { clamdScanner } from '#app/platform/scanner/clamd-scanner.ts';
import { noScanner } from '#app/platform/scanner/scanner.ts';
import { eicar } from '#app/platform/scanner/eicar.ts';
import { hasClamd, startClamd, type Clamd } from '#tests/doubles/clamd.ts';
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
import { brokenHeic, docx, heic, pdf, photograph } from '#tests/factories/files.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { addAttachment } from './add-attachment.server.ts';
import { sweepAttachments, clearFile } from './sweep-attachments.server.ts';
import type { Depot } from './depot.ts';
import { fileLimits } from './file-kinds.ts';
import { ownDraftFile, ownDraftFiles } from './own-files.server.ts';
import { fileRefusals } from './refusals.ts';
import { removeAttachment } from './remove-attachment.server.ts';
import { openDetails, readPart, sealDetails } from './sealed-file.server.ts';

const database = await testDatabase();
const { db } = database;
const robin = await makeCtx(database, { email: 'robin@harbour-trust.example' });
const sam = await makeCtx(database, { email: 'sam@lantern-project.example' });
const system = { ...robin, actor: null, system: 'Test' };
const depot = testDepot(scannerThatSays(clean));

const newDraft = async (ctx: Ctx = robin) => (await startDraft(ctx)).draftId;
const add = (
  draftId: Id<'Draft'>,
  content: File,
  { ctx = robin, to = depot, description = '' }: { ctx?: Ctx; to?: Depot; description?: string } = {},
) => addAttachment(ctx, to, { draftId, description, content });
const text = (name: string, words = `Words of ${name}`) => posted(name, words);
const rowOf = (id: string) => db.attachment.findUniqueOrThrow({ where: { id } });
const errorsOf = async (work: Promise<unknown>) => {
  const failure = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(failure instanceof Invalid)) throw failure ?? new Error('It was accepted');
  return failure.fieldErrors;
};
const auditOf = async (id: string) =>
  (await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(
    ({ type, data }) => ({
      type,
      data,
    }),
  );

describe('a file that is added', () => {
  it('is sealed, listed for its reporter, and on the trail without its name', async () => {
    const draftId = await newDraft();
    const content = 'A white van with six men.';
    const added = await add(draftId, posted('Notes of Maria.txt', content), {
      description: ' What I  wrote down ',
    });
    expect(added.outcome).toBe('clean');
    expect(await ownDraftFiles(robin, { draftId })).toEqual([
      {
        id: added.attachmentId,
        number: 1,
        name: 'Notes of Maria.txt',
        description: 'What I wrote down',
        kind: 'txt',
        size: content.length,
        state: 'clean',
      },
    ]);
    const sealed = depot.stored(added.attachmentId, 'original')!;
    expect(sealed.includes('white van')).toBe(false);
    const row = await rowOf(added.attachmentId);
    expect(String(await contentOf(await readPart({ ...robin, ...depot }, row, 'original')))).toBe(content);
    expect(await columnsWith(database.pool, 'Notes of Maria')).toEqual([]);
    expect(await columnsWith(database.pool, 'A white van with six men')).toEqual([]);
    expect(await auditOf(added.attachmentId)).toEqual([
      { type: 'attachment.scanned', data: { verdict: 'clean', found: '' } },
      { type: 'attachment.added', data: { draftId, state: 'clean' } },
    ]);
  });

  it('keeps its draft from expiring', async () => {
    const draftId = await newDraft();
    const later = fixedClock(new Date(testNow.getTime() + 5 * 24 * 60 * 60_000));
    await add(draftId, text('later.txt'), { ctx: { ...robin, clock: later } });
    const before = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(before.updatedAt).toEqual(later.now());
    expect(before.expiresAt.getTime()).toBeGreaterThan(later.now().getTime());
  });

  it.each([
    ['jpg', () => photograph()],
    ['png', () => photograph({ format: 'png' })],
    ['heic', () => Promise.resolve(heic())],
  ] as const)(
    'has its place taken out of the copy of a %s and kept in the sealed original',
    async (kind, make) => {
      const original = await make();
      const { attachmentId } = await add(await newDraft(), posted(`photo.${kind}`, original));
      const row = await rowOf(attachmentId);
      const copy = await contentOf(await readPart({ ...robin, ...depot }, row, 'copy'));
      const kept = await contentOf(await readPart({ ...robin, ...depot }, row, 'original'));
      expect(row).toMatchObject({ kind, state: 'clean', copySize: copy.length });
      expect(copy.includes('Invented')).toBe(false);
      expect(kept.equals(original)).toBe(true);
      expect(kept.includes('Invented Artist')).toBe(true);
    },
  );

  it('has no copy where it is no picture, or a picture that cannot be drawn', async () => {
    const draftId = await newDraft();
    const document = await add(draftId, posted('a.pdf', pdf()));
    const broken = await add(
      draftId,
      posted('b.jpg', (await photograph({ width: 500, height: 500 })).subarray(0, 2000)),
    );
    expect(await rowOf(document.attachmentId)).toMatchObject({ kind: 'pdf', state: 'clean', copySize: null });
    expect(await rowOf(broken.attachmentId)).toMatchObject({ kind: 'jpg', state: 'clean', copySize: null });
    expect(depot.stored(broken.attachmentId, 'copy')).toBeNull();
  });

  it('is refused where it is a HEIC that does not open, with what to do', async () => {
    const draftId = await newDraft();
    expect(await errorsOf(add(draftId, posted('a.heic', brokenHeic())))).toEqual({
      file: fileRefusals.unreadable,
    });
    const [file] = await ownDraftFiles(robin, { draftId });
    expect(file).toMatchObject({ state: 'unreadable' });
    expect(await rowOf(file!.id)).toMatchObject({ state: 'refused', fileKey: null });
  });

  it('has a name that leads nowhere', async () => {
    const draftId = await newDraft();
    const { attachmentId } = await add(draftId, text('../../../etc/cron.d/now\u202Egpj.txt'));
    expect((await ownDraftFile(robin, { draftId, attachmentId })).name).toBe('nowgpj.txt');
    expect(depot.stored(attachmentId, 'original')).not.toBeNull();
  });

  it('is another’s business nowhere', async () => {
    const draftId = await newDraft();
    const { attachmentId } = await add(draftId, text('mine.txt'));
    await expect(ownDraftFiles(sam, { draftId })).rejects.toThrow(NotFound);
    await expect(add(draftId, text('theirs.txt'), { ctx: sam })).rejects.toThrow(NotFound);
    await expect(removeAttachment(sam, { draftId, attachmentId })).rejects.toThrow(NotFound);
    await expect(removeAttachment(sam, { draftId: await newDraft(sam), attachmentId })).rejects.toThrow(
      NotFound,
    );
    expect(await ownDraftFiles(robin, { draftId })).toHaveLength(1);
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['empty', posted('a.txt', ''), { file: fileRefusals.empty }],
    [
      'a program by another name',
      posted('photo.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])),
      { file: fileRefusals.kind },
    ],
    ['text by the name of a program', posted('prog.exe', 'words'), { file: fileRefusals.name }],
    ['a page', posted('a.txt', '<html><script>'), { file: fileRefusals.markup }],
    ['a bomb of a document', posted('a.docx', docx({ padding: 50_000_000 })), { file: fileRefusals.kind }],
    ['too large', posted('a.txt', 'x'.repeat(fileLimits.bytes + 1)), { file: fileRefusals.tooLarge }],
  ])('%s', async (_what, content, errors) => {
    const draftId = await newDraft();
    const before = depot.count();
    expect(await errorsOf(add(draftId, content))).toEqual(errors);
    expect(await db.attachment.count({ where: { draftId } })).toBe(0);
    expect(depot.count()).toBe(before);
  });

  it('with a description that is too long, both told at once', async () => {
    const long = { description: 'x'.repeat(fileLimits.description + 1) };
    expect(await errorsOf(add(await newDraft(), posted('a.txt', ''), long))).toEqual({
      file: fileRefusals.empty,
      description: fileRefusals.description,
    });
    expect(await errorsOf(add(await newDraft(), text('a.txt'), long))).toEqual({
      description: fileRefusals.description,
    });
  });

  it('beyond ten of a report, and below it again after one was removed', async () => {
    const draftId = await newDraft();
    const ids: string[] = [];
    for (let number = 1; number <= fileLimits.files; number += 1)
      ids.push((await add(draftId, text(`${number}.txt`))).attachmentId);
    expect(await errorsOf(add(draftId, text('eleven.txt')))).toEqual({ file: fileRefusals.tooMany });
    await removeAttachment(robin, { draftId, attachmentId: ids[3]! as Id<'Attachment'> });
    await add(draftId, text('eleven.txt'));
    expect((await ownDraftFiles(robin, { draftId })).map(({ name }) => name).at(-1)).toBe('eleven.txt');
  });

  it('beyond what all files of a report may have together', async () => {
    const draftId = await newDraft();
    const first = await rowOf((await add(draftId, text('first.txt'))).attachmentId);
    for (const position of [2, 3, 4, 5]) {
      const id = newId<'Attachment'>();
      const details = sealDetails(robin.keyring, id, { name: `${position}.txt`, sha256: id });
      const size = position === 5 ? fileLimits.bytes - first.size - 10 : fileLimits.bytes;
      await db.attachment.create({ data: { ...first, id, details, position, size } });
    }
    expect(await errorsOf(add(draftId, text('a.txt', 'eleven char')))).toEqual({
      file: fileRefusals.total,
    });
    expect((await add(draftId, text('a.txt', 'ten chars.'))).outcome).toBe('clean');
  });

  it('too often in an hour', async () => {
    const draftId = await newDraft();
    const limited: Ctx = {
      ...robin,
      limits: {
        take: () => Promise.resolve(600),
        giveBack: () => Promise.resolve(),
        forget: () => Promise.resolve(),
      },
    };
    await expect(add(draftId, text('a.txt'), { ctx: limited })).rejects.toThrow(RateLimited);
  });
});

describe('the same file twice', () => {
  it('is there once, one after the other', async () => {
    const draftId = await newDraft();
    const first = await add(draftId, text('one.txt', 'the same words'));
    const second = await add(draftId, text('two.txt', 'the same words'));
    expect(second).toEqual({ attachmentId: first.attachmentId, outcome: 'already' });
    expect(await ownDraftFiles(robin, { draftId })).toHaveLength(1);
  });

  it('is there once, both at a time', async () => {
    const draftId = await newDraft();
    const added = await Promise.all([1, 2, 3].map(() => add(draftId, text('one.txt', 'a triple click'))));
    expect(new Set(added.map(({ attachmentId }) => attachmentId)).size).toBe(1);
    expect(added.map(({ outcome }) => outcome).sort()).toEqual(['already', 'already', 'clean']);
    expect(await ownDraftFiles(robin, { draftId })).toHaveLength(1);
  });

  it('may be in two reports', async () => {
    const one = await add(await newDraft(), text('one.txt', 'in two reports'));
    const other = await add(await newDraft(), text('one.txt', 'in two reports'));
    expect(other.outcome).toBe('clean');
    expect(other.attachmentId).not.toBe(one.attachmentId);
  });
});

describe('a scanner', () => {
  it('that is down leaves the file in quarantine, and a job tries again', async () => {
    const draftId = await newDraft();
    const added = await add(draftId, await photograph().then((bytes) => posted('a.jpg', bytes)), {
      to: { ...depot, scanner: scannerThatSays(down) },
    });
    expect(added.outcome).toBe('quarantined');
    expect(await rowOf(added.attachmentId)).toMatchObject({
      state: 'quarantined',
      scannedAt: null,
      copySize: null,
    });
    expect(depot.stored(added.attachmentId, 'copy')).toBeNull();
    expect(await queuedJobs(db, added.attachmentId)).toMatchObject([{ name: 'scan-attachment' }]);
    expect((await ownDraftFiles(robin, { draftId }))[0]?.state).toBe('quarantined');
  });

  it('that was never set up leaves it there too, without a job that cannot help', async () => {
    const added = await add(await newDraft(), text('a.txt'), { to: { ...depot, scanner: noScanner } });
    expect(added.outcome).toBe('quarantined');
    expect(await queuedJobs(db, added.attachmentId)).toEqual([]);
  });

  it.each([
    ['a virus', 'Eicar-Test-Signature', 'virus'],
    ['a password', 'Heuristics.Encrypted.PDF', 'password'],
    ['what it could not look into', 'Heuristics.Limits.Exceeded.MaxScanSize', 'unscannable'],
  ] as const)(
    'that finds %s: not kept, told, and known to the officers',
    async (_what, signature, refusedFor) => {
      const draftId = await newDraft();
      const to = { ...depot, scanner: scannerThatSays({ kind: 'infected', signature }) };
      expect(await errorsOf(add(draftId, text('a.txt'), { to }))).toEqual({
        file: fileRefusals[refusedFor],
      });
      const [file] = await ownDraftFiles(robin, { draftId });
      expect(file).toMatchObject({ state: refusedFor, name: 'a.txt' });
      const row = await rowOf(file!.id);
      expect(row).toMatchObject({ state: 'refused', refusedFor, fileKey: null });
      await expect(readPart({ ...robin, ...depot }, row, 'original')).rejects.toThrow('not kept');
      expect(await queuedJobs(db, file!.id)).toMatchObject([{ name: 'remove-file' }]);
      await clearFile(system, depot, { attachmentId: file!.id });
      expect(depot.stored(file!.id, 'original')).toBeNull();
      expect(await auditOf(file!.id)).toEqual([
        { type: 'attachment.scanned', data: { verdict: refusedFor, found: signature } },
        { type: 'attachment.added', data: { draftId, state: 'refused' } },
      ]);
      await expect(removeAttachment(robin, { draftId, attachmentId: file!.id })).rejects.toThrow(NotFound);
    },
  );

  it('that refuses takes no place from the ten, and forty tries are enough', async () => {
    const draftId = await newDraft();
    const to = { ...depot, scanner: scannerThatSays(infected) };
    for (let number = 1; number < fileLimits.attempts; number += 1)
      expect(await errorsOf(add(draftId, text(`${number}.txt`), { to }))).toEqual({
        file: fileRefusals.virus,
      });
    await add(draftId, text('good.txt'));
    expect(await errorsOf(add(draftId, text('more.txt')))).toEqual({ file: fileRefusals.tooMany });
  });
});

describe.skipIf(!hasClamd)('a real clamd', () => {
  let clamd: Clamd;
  let real: Depot;
  beforeAll(async () => {
    clamd = await startClamd();
    real = { ...depot, scanner: clamdScanner(clamd) };
  });
  afterAll(() => clamd.stop());

  it('catches EICAR by whatever name it comes', async () => {
    const draftId = await newDraft();
    expect(await errorsOf(add(draftId, posted('holiday.txt', eicar), { to: real }))).toEqual({
      file: fileRefusals.virus,
    });
    expect((await ownDraftFiles(robin, { draftId }))[0]?.state).toBe('virus');
  });

  it('lets pictures and documents pass', async () => {
    const draftId = await newDraft();
    for (const content of [
      await photograph(),
      await photograph({ format: 'png' }),
      pdf(),
      docx(),
      Buffer.from('Words'),
    ])
      expect((await add(draftId, posted('a', content), { to: real })).outcome).toBe('clean');
  });
});

describe('a store that fails', () => {
  const failing = (): Depot => {
    const reported: unknown[] = [];
    return {
      ...depot,
      report: (failure) => reported.push(failure),
      files: { ...depot.files, put: () => Promise.reject(new Error('disk full')) },
    };
  };

  it('is told as a try that may be made again, and leaves nothing', async () => {
    const draftId = await newDraft();
    const to = failing();
    expect(await errorsOf(add(draftId, text('a.txt'), { to }))).toEqual({ file: fileRefusals.notUploaded });
    expect(await db.attachment.count({ where: { draftId } })).toBe(0);
    expect((await add(draftId, text('a.txt'))).outcome).toBe('clean');
  });

  it('is told to whoever looks after the portal', async () => {
    const to = { ...testDepot(), files: failing().files };
    await errorsOf(add(await newDraft(), text('a.txt'), { to }));
    expect(to.reported).toEqual([new Error('disk full')]);
  });
});

describe('removal', () => {
  it('takes row, key and bytes', async () => {
    const draftId = await newDraft();
    const { attachmentId } = await add(draftId, posted('a.jpg', await photograph()));
    await removeAttachment(robin, { draftId, attachmentId });
    expect(await ownDraftFiles(robin, { draftId })).toEqual([]);
    expect(await db.attachment.count({ where: { id: attachmentId } })).toBe(0);
    expect(await queuedJobs(db, attachmentId)).toMatchObject([{ name: 'remove-file' }]);
    await clearFile(system, depot, { attachmentId });
    expect(depot.stored(attachmentId, 'original')).toBeNull();
    expect(depot.stored(attachmentId, 'copy')).toBeNull();
    expect((await auditOf(attachmentId)).at(-1)).toEqual({
      type: 'attachment.removed',
      data: { draftId, why: 'by_hand' },
    });
    await expect(removeAttachment(robin, { draftId, attachmentId })).rejects.toThrow(NotFound);
  });

  it('during the scan leaves nothing of the file', async () => {
    const draftId = await newDraft();
    const slow = scannerThatSays(clean);
    const scanner = {
      ...slow,
      scan: async (bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
        const [row] = await db.attachment.findMany({ where: { draftId } });
        await removeAttachment(robin, { draftId, attachmentId: row!.id });
        return slow.scan(bytes, 1);
      },
    };
    await expect(add(draftId, text('a.txt'), { to: { ...depot, scanner } })).rejects.toThrow(NotFound);
    expect(await db.attachment.count({ where: { draftId } })).toBe(0);
  });

  it('is refused by the job where the file is kept', async () => {
    const { attachmentId } = await add(await newDraft(), text('kept.txt'));
    await clearFile(system, depot, { attachmentId });
    expect(depot.stored(attachmentId, 'original')).not.toBeNull();
  });

  it('comes with the draft, deleted by hand or by time', async () => {
    const byHand = await newDraft();
    const one = await add(byHand, text('one.txt'));
    const byTime = await newDraft();
    const other = await add(byTime, text('other.txt'));
    await deleteDraft(robin, { draftId: byHand });
    await db.draft.update({ where: { id: byTime }, data: { expiresAt: new Date(0) } });
    await expireDrafts(system);
    for (const { attachmentId } of [one, other]) {
      expect(await db.attachment.count({ where: { id: attachmentId } })).toBe(0);
      expect((await queuedJobs(db, attachmentId)).map(({ name }) => name)).toEqual(['remove-file']);
    }
  });
});

describe('the hourly sweep', () => {
  const inTwoHours = { ...system, clock: fixedClock(new Date(testNow.getTime() + 2 * 60 * 60_000)) };

  it('forgets what never arrived whole, and nothing else', async () => {
    const draftId = await newDraft();
    const { attachmentId: arrived } = await add(draftId, text('arrived.txt'));
    const row = await rowOf(arrived);
    const lost = randomUUID();
    await db.attachment.create({
      data: {
        ...row,
        id: lost,
        position: 9,
        state: 'quarantined',
        scannedAt: null,
        storedAt: null,
        scanTriedAt: null,
      },
    });
    expect(await ownDraftFiles(robin, { draftId })).toHaveLength(1);
    await sweepAttachments(system, { scanner: noScanner });
    expect(await db.attachment.count({ where: { id: lost } })).toBe(1);
    await sweepAttachments(inTwoHours, { scanner: noScanner });
    expect(await db.attachment.count({ where: { id: lost } })).toBe(0);
    expect(await queuedJobs(db, lost)).toMatchObject([{ name: 'remove-file' }]);
    expect(await db.attachment.count({ where: { id: arrived } })).toBe(1);
  });

  it('has what waits scanned once there is a scanner, once an hour', async () => {
    const { attachmentId } = await add(await newDraft(), text('waits.txt'), {
      to: { ...depot, scanner: noScanner },
    });
    await sweepAttachments(inTwoHours, { scanner: noScanner });
    expect(await queuedJobs(db, attachmentId)).toEqual([]);
    await sweepAttachments(inTwoHours, { scanner: scannerThatSays(down) });
    await sweepAttachments(inTwoHours, { scanner: scannerThatSays(down) });
    expect(await queuedJobs(db, attachmentId)).toMatchObject([{ name: 'scan-attachment' }]);
  });
});

it('what is kept of a file opens in its own row only', async () => {
  const draftId = await newDraft();
  const one = await rowOf((await add(draftId, text('one.txt'))).attachmentId);
  const other = await rowOf((await add(draftId, text('other.txt'))).attachmentId);
  expect(openDetails(robin.keyring, { id: one.id, details: other.details })).toBeNull();
  await expect(
    readPart({ ...robin, ...depot }, { id: one.id, fileKey: other.fileKey }, 'original'),
  ).rejects.toThrow('does not open');
});
