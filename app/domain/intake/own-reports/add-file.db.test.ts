import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { clean, down, infected, posted, scannerThatSays, testDepot } from '#tests/factories/depot.ts';
import { photograph } from '#tests/factories/files.ts';
import { officers } from '#tests/factories/officers.ts';
import { people } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { itemsOf } from '../../form/answers.ts';
import { openMatches } from '../../connections/matching/open-matches.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import type { Depot } from '../attachments/depot.ts';
import { openAttachment } from '../attachments/open-attachment.server.ts';
import { fileRefusals } from '../attachments/refusals.ts';
import { addFile, fileNamesSource } from './add-file.server.ts';
import { addPart, openPart } from './add-part.server.ts';
import { openOwnReport } from './open-own-report.server.ts';
import { withdraw } from './withdraw.server.ts';

const database = await testDatabase();
const { db } = database;
const { reporter, fib } = await officers(database, fixedClock(testNow));
const stranger = await makeCtx(database, { email: people.elsewhere });
const depot = testDepot(scannerThatSays(clean));

const add = (
  submissionId: Id<'Submission'>,
  content: File,
  { ctx = reporter, to = depot, description = '' }: { ctx?: Ctx; to?: Depot; description?: string } = {},
) => addFile(ctx, to, { submissionId, description, content });
const picture = async (name = 'van.jpg') => posted(name, await photograph());
const whole = async (submissionId: Id<'Submission'>) => {
  const opened = await openSubmission(fib, { submissionId });
  if (opened.view !== 'whole') throw new Error('FIB reads it whole');
  return opened;
};
const newsOf = async (id: Id<'Submission'>) =>
  (await db.submission.findUniqueOrThrow({ where: { id } })).newInformationAt;

describe('a file that is added to a report that was sent', () => {
  it('stands among its files, is an addition that is told and matched, and opens for officers', async () => {
    const submissionId = await submitted(reporter);
    const { attachmentId, outcome } = await add(submissionId, await picture(), {
      description: 'The van ZZ15 QXV at the house',
    });
    expect(outcome).toBe('clean');
    const { files, supplements } = await whole(submissionId);
    expect(files).toMatchObject([{ number: 1, name: 'van.jpg', state: 'clean', addedAt: testNow }]);
    expect(supplements).toMatchObject([{ knownHow: null, danger: 'not_asked' }]);
    expect(supplements[0]!.text).toMatch(/^File 1\nThe van ZZ15 QXV at the house\nJPG, /);
    expect(await newsOf(submissionId)).toEqual(testNow);
    expect(await queuedJobs(db, submissionId)).toContainEqual(
      expect.objectContaining({ name: 'tell-new-information' }),
    );
    expect(
      await db.submissionVehicle.count({ where: { submissionId, registrationNormalised: 'ZZ15QXV' } }),
    ).toBe(1);
    expect((await openAttachment(fib, depot, { attachmentId, wanted: 'viewing' })).fileName).toMatch(
      /-file-1\.jpg$/,
    );
    expect(
      await db.auditEvent.count({ where: { type: 'attachment.sent_later', subjectId: attachmentId } }),
    ).toBe(1);
    expect((await openOwnReport(reporter, { submissionId })).files).toMatchObject([{ addedAt: testNow }]);
    expect(await add(submissionId, await picture('again.jpg'))).toEqual({ attachmentId, outcome: 'already' });
  });

  it('waits for a scanner like any other, and is refused and listed where it finds something', async () => {
    const submissionId = await submitted(reporter);
    const waits = { ...depot, scanner: scannerThatSays(down) };
    const { attachmentId } = await add(submissionId, posted('a.txt', 'words'), { to: waits });
    expect(await queuedJobs(db, attachmentId)).toMatchObject([{ name: 'scan-attachment' }]);
    const refuses = { ...depot, scanner: scannerThatSays(infected) };
    await expect(add(submissionId, posted('b.txt', 'bad'), { to: refuses })).rejects.toMatchObject({
      fieldErrors: { file: fileRefusals.virus },
    });
    const { files, supplements } = await whole(submissionId);
    expect(files.map(({ state }) => state)).toEqual(['quarantined', 'virus']);
    expect(supplements).toHaveLength(1);
  });

  it('does not say who told, comes from its sender alone, and never to a report that was withdrawn', async () => {
    const submissionId = await submittedWithSource(reporter, { name: 'Zebedee Quill', contact: '' });
    await expect(
      add(submissionId, posted('a.txt', 'words'), { description: 'From Zebedee Quill' }),
    ).rejects.toMatchObject({ fieldErrors: { description: fileNamesSource } });
    await expect(add(submissionId, posted('a.txt', 'words'), { ctx: stranger })).rejects.toThrow(NotFound);
    await withdraw(reporter, { submissionId, comment: 'Sent by mistake' });
    await expect(add(submissionId, posted('a.txt', 'words'))).rejects.toThrow(Conflict);
    expect(await db.attachment.count({ where: { draftId: submissionId } })).toBe(0);
  });
});

describe('an entry that is added to a report that was sent', () => {
  it('is kept as in the form, told, and matched; a page of the form is not added', async () => {
    const posts = { vehicleVrm: 'ZZ16 QXV' };
    const [earlier, submissionId] = [await submitted(reporter), await submitted(reporter)];
    for (const id of [earlier, submissionId])
      await addPart(reporter, {
        submissionId: id,
        part: 'vehicles',
        supplementId: randomUUID(),
        posted: posts,
        warned: false,
      });
    const { supplements } = await whole(submissionId);
    expect(supplements[0]!.text).toContain('ZZ16QXV');
    expect(await newsOf(submissionId)).toEqual(testNow);
    const { matches } = await openMatches(fib, { submissionId, after: null });
    expect(matches.map((match) => match.submissionId)).toContain(earlier);
    const page = { part: 'signs', supplementId: randomUUID(), posted: {}, warned: false };
    await expect(addPart(reporter, { submissionId, ...page })).rejects.toThrow(NotFound);
    const { toAdd } = await openOwnReport(reporter, { submissionId });
    expect(toAdd.map(({ part }) => part)).toEqual([
      'places',
      'vehicles',
      'people',
      'organisations',
      'contacts',
      'links',
    ]);
    await expect(addPart(reporter, { submissionId, ...page, part: 'vehicles' })).rejects.toThrow(Invalid);
  });

  it('is connected with what was sent or added before, by the rows that these became', async () => {
    const submissionId = await submitted(reporter, {
      whatIsKnown: 'The van ZZ17 QXW was there again.',
      vehicles: [],
    });
    const add = (part: string, posts: Record<string, string>) =>
      addPart(reporter, { submissionId, part, supplementId: randomUUID(), posted: posts, warned: false });
    await expect(openPart(reporter, { submissionId, part: 'links' })).rejects.toThrow(NotFound);
    await add('contacts', { contactKind: 'phone', contactValue: '07700 900461' });
    await add('vehicles', { vehicleVrm: 'ZZ16 QXV' });
    const { answers } = await openPart(reporter, { submissionId, part: 'links' });
    const [vehicle, contact] = ['vehicles', 'contacts'].map(
      (list) => `${list}:${itemsOf(answers, list)[0]!.id}`,
    );
    await add('links', { linkFrom: contact!, linkKind: 'seen_with', linkTo: vehicle! });
    const row = await db.submission.findUniqueOrThrow({
      where: { id: submissionId },
      select: { submissionLinks: true, submissionVehicles: { where: { registrationNormalised: 'ZZ16QXV' } } },
    });
    // The first vehicle is the one that the text named.
    expect(row.submissionVehicles[0]!.position).toBe(2);
    expect(row.submissionLinks).toMatchObject([
      {
        position: 1,
        fromKind: 'contact',
        fromPosition: 1,
        kind: 'seen_with',
        toKind: 'vehicle',
        toPosition: 2,
      },
    ]);
  });
});
