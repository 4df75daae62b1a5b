import { beforeEach, describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { testDepot } from '#tests/factories/depot.ts';
import { officers } from '#tests/factories/officers.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { submittedWithPicture } from '#tests/factories/with-files.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { openSubmissionReport } from '../../triage/intelligence-report/open-intelligence-report.server.ts';
import { withdraw } from '../../intake/own-reports/withdraw.server.ts';
import { askExport, prepareExport } from './ask-export.server.ts';
import { openExport } from './open-export.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, fibTwo, supervisor, spocEast, spocCoventry, areaLead, mdsLead, auditor } =
  await officers(database, clock);
beforeEach(() => clock.set(testNow));

const asked = { format: 'json', purpose: 'disclosure', reason: 'Asked for by the prosecutor' };
const forVictim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
const guessable = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };
const exportBy = async (ctx: typeof fib, submissionId: Id<'Submission'>) =>
  openExport(ctx, await askExport(ctx, { ...asked, submissionId }));

const reportBy = (ctx: typeof fib, submissionId: Id<'Submission'>) =>
  openSubmissionReport(ctx, { submissionId, as: 'pdf' });

describe('an export of a submission', () => {
  it('has the answers under their exported names, the version, and the files by name, size and hash', async () => {
    const { files } = testDepot();
    const { submissionId } = await submittedWithPicture(reporter, files);
    const exported = await exportBy(fib, submissionId);
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect(exported).toMatchObject({
      reference,
      channel: 'web',
      organisation: 'Example Harbour Trust',
      sourceSealed: false,
      format: 'json',
      purpose: 'disclosure',
      exportedAt: testNow,
    });
    expect(exported.answers).toMatchObject({ form_version: currentDefinition.version });
    expect(JSON.stringify(exported.answers)).toContain(
      'The white van was outside the house again on Tuesday',
    );
    expect(exported.files).toEqual([
      {
        number: 1,
        name: 'van.jpg',
        description: 'The van in front of the house',
        kind: 'jpg',
        size: expect.any(Number) as number,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        state: 'clean',
      },
    ]);
  });

  it('never has who told the partner, only that it is sealed', async () => {
    const submissionId = await submittedWithSource(reporter, {
      name: 'Quill Sealed',
      contact: '07700 900077',
    });
    const exported = await exportBy(fib, submissionId);
    expect(exported.sourceSealed).toBe(true);
    expect(JSON.stringify(exported)).not.toMatch(/Quill|900077/);
    expect(JSON.stringify(exported.answers)).toContain('"sealed"');
  });

  it('keeps why, and each fetching is in the trail without the words of the reason', async () => {
    const submissionId = await submitted(reporter);
    const { exportId } = await askExport(fib, { ...asked, submissionId });
    await openExport(fib, { exportId });
    await openExport(fib, { exportId });
    expect(await db.submissionExport.findUniqueOrThrow({ where: { id: exportId } })).toMatchObject({
      ...asked,
      askedBy: fib.actor.accountId,
    });
    const trail = await db.auditEvent.findMany({
      where: { type: 'submission.exported', subjectId: submissionId },
    });
    expect(trail.map(({ actorId, data }) => [actorId, data])).toEqual(
      Array(2).fill([fib.actor.accountId, { exportId, format: 'json', purpose: 'disclosure' }]),
    );
  });

  it.each([
    [{ format: 'exe' }, 'format'],
    [{ purpose: '' }, 'purpose'],
    [{ reason: ' ' }, 'reason'],
    [{ reason: 'x'.repeat(501) }, 'reason'],
  ])('is not made without what it needs: %j', async (wrong, field) => {
    const submissionId = await submitted(reporter);
    const refusal = await askExport(fib, { ...asked, submissionId, ...wrong }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Invalid);
    expect(Object.keys((refusal as Invalid).fieldErrors)).toEqual([field]);
  });

  it('is for FIB, and for the SPOC whose queue holds it', async () => {
    const ofFib = await submitted(reporter);
    const ofEast = await submitted(reporter, forVictim);
    const restricted = await submitted(reporter, guessable);
    for (const ctx of [fib, supervisor]) {
      await exportBy(ctx, ofFib);
      // Of FIB, only whoever is on its access list (triage/approvals/access-list.db.test.ts).
      await expect(exportBy(ctx, restricted)).rejects.toBeInstanceOf(Forbidden);
      // The file of its intelligence reports is taken away as well.
      await expect(reportBy(ctx, restricted)).rejects.toBeInstanceOf(Forbidden);
      await reportBy(ctx, ofFib);
      // It watches, and reads the text only once it is accepted.
      await expect(prepareExport(ctx, { submissionId: ofEast })).rejects.toBeInstanceOf(Forbidden);
    }
    await exportBy(spocEast, ofEast);
    for (const ctx of [spocCoventry, auditor, mdsLead, reporter])
      await expect(askExport(ctx, { ...asked, submissionId: ofEast })).rejects.toThrow();
    for (const ctx of [spocEast, areaLead])
      await expect(askExport(ctx, { ...asked, submissionId: restricted })).rejects.toBeInstanceOf(NotFound);
    expect(await db.submissionExport.count({ where: { submissionId: ofEast } })).toBe(1);
  });

  it('is not for a SPOC who stands in for a High one, nor for its reporter', async () => {
    const submissionId = await submitted(reporter, { danger: 'soon' });
    for (const ctx of [spocEast, reporter])
      await expect(prepareExport(ctx, { submissionId })).rejects.toBeInstanceOf(Forbidden);
  });

  it('can be fetched by whoever asked, for an hour, while they still may', async () => {
    const submissionId = await submitted(reporter);
    const { exportId } = await askExport(fib, { ...asked, submissionId });
    await expect(openExport(fibTwo, { exportId })).rejects.toBeInstanceOf(NotFound);
    const unknown = newId<'SubmissionExport'>();
    await expect(openExport(fib, { exportId: unknown })).rejects.toBeInstanceOf(NotFound);
    clock.advance(60 * 60_000);
    await openExport(fib, { exportId });
    clock.advance(1);
    await expect(openExport(fib, { exportId })).rejects.toBeInstanceOf(Conflict);
    clock.set(testNow);
    await withdraw(reporter, { submissionId, comment: '' });
    await expect(openExport(fib, { exportId })).rejects.toBeInstanceOf(Forbidden);
  });
});
