import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import type { Ctx } from '../../kernel/context.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { addSupplement } from '../own-reports/add-supplement.server.ts';
import { ownDraft } from '../drafts/drafts.server.ts';
import { openOwnReport } from '../own-reports/open-own-report.server.ts';
import { reply } from '../own-reports/reply.server.ts';
import { savePage } from '../drafts/save-page.server.ts';
import { placesNamingSource } from './source-named.server.ts';
import { takeOverDraft } from '../drafts/take-over-draft.server.ts';

const database = await testDatabase();
const { db } = database;
await addPeople(db);
const ctx = await makeCtx(database, { email: people.reporter });
const colleague = await makeCtx(database, { email: people.colleague });
const fib = await makeCtx(database, { email: people.officer });
await db.organisation.update({
  where: { id: ctx.actor.organisationId ?? '' },
  data: { agreementCover: true },
});

async function named(whatIsKnown: string, sourceName: string | null) {
  const sourceKind = 'colleague';
  const source: Record<string, string> = sourceName === null ? {} : { sourceKind, sourceName };
  const draftId = await writtenDraft(ctx, { source });
  await savePage(ctx, {
    draftId,
    pageId: 'information',
    posted: {
      ...minimalPosts.information,
      sourceKind: sourceName === null ? 'self' : sourceKind,
      whatIsKnown,
    },
  });
  return { draftId, places: await placesNamingSource(ctx, await ownDraft(db, ctx, draftId)) };
}

describe('a report that names its source in open text', () => {
  it('is told where, and the check is an event that holds no word', async () => {
    const { draftId, places } = await named('Quillon saw a van on Tuesday.', 'Quillon Sealedname');
    expect(places).toEqual([
      { questionId: 'whatIsKnown', sectionId: expect.any(String) as string, pageId: 'information' },
    ]);
    const events = await db.auditEvent.findMany({
      where: { subjectId: draftId, type: 'source.words_checked' },
    });
    expect(events.map(({ data }) => data)).toEqual([{ found: 1 }]);
  });

  it('is told of the description of a file, too', async () => {
    const { draftId } = await named('A van came on Tuesday.', 'Ann Lee');
    const now = ctx.clock.now();
    await db.attachment.create({
      data: {
        id: randomUUID(),
        draftId,
        position: 1,
        description: 'Ann Lee gave us this',
        kind: 'pdf',
        size: 1,
        details: Buffer.from('01deadbeef', 'hex'),
        fileKey: Buffer.from('01deadbeef', 'hex'),
        state: 'quarantined',
        receivedAt: now,
        storedAt: now,
      },
    });
    expect(await placesNamingSource(ctx, await ownDraft(db, ctx, draftId))).toEqual([
      { questionId: null, sectionId: 'files', pageId: null },
    ]);
  });

  it('is left alone where it names nobody, or nothing is sealed', async () => {
    expect((await named('A van came on Tuesday.', 'Quillon Sealedname')).places).toEqual([]);
    expect((await named('Quillon saw a van.', null)).places).toEqual([]);
  });
});

describe('a colleague', () => {
  const source = { ...minimalPosts.source, sourceKind: 'colleague' };
  const write = (as: Ctx, draftId: Id<'Draft'>, whatIsKnown: string) =>
    savePage(as, {
      draftId,
      pageId: 'information',
      posted: { ...minimalPosts.information, sourceKind: 'colleague', whatIsKnown },
    });
  const told = async (as: Ctx, draftId: Id<'Draft'>) =>
    placesNamingSource(as, await ownDraft(db, as, draftId));
  const checks = (subjectId: string) =>
    db.auditEvent.count({ where: { subjectId, type: 'source.words_checked' } });

  async function takenOver(): Promise<Id<'Draft'>> {
    const { draftId } = await named('A van came on Tuesday.', 'Quillon Sealedname');
    await takeOverDraft(colleague, { draftId });
    return draftId;
  }

  it('is told the same of a draft that they took over, whatever they try', async () => {
    const draftId = await takenOver();
    const before = await checks(draftId);
    for (const word of ['Nobody', 'Quillon', 'Sealedname']) {
      await write(colleague, draftId, `${word} saw a van.`);
      expect(await told(colleague, draftId)).toBe('not_told');
    }
    expect(await checks(draftId)).toBe(before);
  });

  it('does not become its sealer by sealing something beside it', async () => {
    const draftId = await takenOver();
    await savePage(colleague, {
      draftId,
      pageId: 'source',
      posted: { ...source, sourceContact: 'Ring 07700 900999' },
    });
    await write(colleague, draftId, 'Quillon saw a van.');
    expect(await told(colleague, draftId)).toBe('not_told');
    await takeOverDraft(ctx, { draftId });
    expect(await told(ctx, draftId)).toBe('not_told');
  });

  it('is told of what they sealed alone', async () => {
    const draftId = await writtenDraft(ctx);
    await takeOverDraft(colleague, { draftId });
    await write(colleague, draftId, 'Quillon saw a van.');
    await savePage(colleague, { draftId, pageId: 'source', posted: { ...source, sourceName: 'Quillon' } });
    expect(await told(colleague, draftId)).toMatchObject([{ questionId: 'whatIsKnown' }]);
  });

  it('finds out nothing by adding to a report or answering for another', async () => {
    const id = await submittedWithSource(ctx, { name: 'Quillon Sealedname', contact: '07700 900123' });
    for (const text of ['Nobody saw it.', 'Quillon saw it.'])
      await addSupplement(colleague, {
        submissionId: id,
        supplementId: randomUUID(),
        text,
        knownHow: 'told',
        danger: 'no',
        warned: false,
      });
    await performAction(fib, { submissionId: id, action: 'claim', comment: '', expectedVersion: null });
    for (const comment of ['Nobody knows.', 'Quillon knows.']) {
      await performAction(fib, {
        action: 'ask_partner',
        submissionId: id,
        comment: 'Which door was it?',
        expectedVersion: null,
      });
      await reply(colleague, { submissionId: id, replyId: randomUUID(), comment, danger: 'no' });
    }
    expect(await checks(id)).toBe(0);
    expect((await openOwnReport(colleague, { submissionId: id })).sealedByOthers).toBe(true);
    expect((await openOwnReport(ctx, { submissionId: id })).sealedByOthers).toBe(false);
  });
});
