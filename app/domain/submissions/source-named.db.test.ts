import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { ownDraft } from './drafts.server.ts';
import { savePage } from './save-page.server.ts';
import { placesNamingSource } from './source-named.server.ts';

const database = await testDatabase();
const { db } = database;
const ctx = await makeCtx(database, { email: 'robin@harbour-trust.example' });

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
        details: Buffer.from('-'),
        fileKey: Buffer.from('-'),
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
