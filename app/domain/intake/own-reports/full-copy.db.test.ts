import { describe, expect, it } from 'vitest';
import { newId } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import { openFullCopy } from './open-full-copy.server.ts';
import { openOwnReceipt } from './open-own-receipt.server.ts';
import { openOwnReport } from './open-own-report.server.ts';
import { withdraw } from './withdraw.server.ts';

const database = await testDatabase();
const { db } = database;
const robin = await makeCtx(database, { email: 'robin@harbour-trust.example' });
const elsewhere = await makeCtx(database, { email: 'sam@lantern-project.example' });
const colleague = { ...elsewhere, actor: { ...elsewhere.actor, organisationId: robin.actor.organisationId } };
const officer = await makeCtx(database, { email: 'fib.officer@police.example' });
const allow = (agreementFullCopy: boolean) =>
  db.organisation.update({
    where: { id: robin.actor.organisationId ?? '' },
    data: { agreementFullCopy },
  });
const reads = (subjectId: string) =>
  db.auditEvent.count({
    where: { type: 'submission.read', subjectId, data: { path: ['part'], equals: 'own_copy' } },
  });

describe('a full copy of a report', () => {
  it('is refused where the agreement does not allow it, and nothing offers it', async () => {
    await allow(false);
    const submissionId = await submitted(robin);
    await expect(openFullCopy(robin, { submissionId })).rejects.toBeInstanceOf(Forbidden);
    expect(await openOwnReport(robin, { submissionId })).toMatchObject({ mayCopy: false });
    expect(await openOwnReceipt(robin, { submissionId })).toMatchObject({ fullCopy: false });
    expect(await reads(submissionId)).toBe(0);
  });

  it('is what was sent, without who told the partner, and is recorded as a reading', async () => {
    await allow(true);
    const submissionId = await submittedWithSource(robin, {
      name: 'Quill Sealed',
      contact: '07700 900077',
    });
    const copy = await openFullCopy(robin, { submissionId });
    expect(JSON.stringify(copy)).toContain('The white van was outside the house again on Tuesday');
    expect(JSON.stringify(copy)).not.toMatch(/Quill|900077/);
    expect(await reads(submissionId)).toBe(1);
    expect(await openOwnReport(robin, { submissionId })).toMatchObject({ mayCopy: true });
    expect(await openOwnReceipt(robin, { submissionId })).toMatchObject({ fullCopy: true });
  });

  it('is its writer’s alone, and gone once withdrawn', async () => {
    await allow(true);
    const submissionId = await submitted(robin);
    for (const other of [colleague, elsewhere, officer])
      await expect(openFullCopy(other, { submissionId })).rejects.toBeInstanceOf(NotFound);
    const unknown = newId<'Submission'>();
    await expect(openFullCopy(robin, { submissionId: unknown })).rejects.toBeInstanceOf(NotFound);
    await withdraw(robin, { submissionId, comment: '' });
    await expect(openFullCopy(robin, { submissionId })).rejects.toBeInstanceOf(NotFound);
  });
});
