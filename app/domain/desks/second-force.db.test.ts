import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { emptyDatabase } from '#tests/factories/empty-database.ts';
import { fillSecondForce, secondPeople, secondPosts } from '#tests/factories/second-force.ts';
import { idFor } from '../force/pack-rows.ts';
import type { Posted } from '../form/read-posted.ts';
import { saveDraftItem } from '../intake/drafts/save-item.server.ts';
import { savePage } from '../intake/drafts/save-page.server.ts';
import { startDraft } from '../intake/drafts/start-draft.server.ts';
import { ownReports } from '../intake/own-reports/own-reports.server.ts';
import { submit } from '../intake/submitting/submit.server.ts';
import type { Ctx } from '../kernel/context.ts';

const clock = fixedClock(testNow);
let database: OpenDatabase;
let reporter: Ctx;

beforeAll(async () => {
  database = await emptyDatabase();
  await fillSecondForce(database.db, clock);
  reporter = await makeCtx(database, { email: secondPeople.reporter, clock });
});

/** A report on this force's own form, page by page, but for what is changed. */
async function sent(changes: Posted = {}): Promise<Id<'Submission'>> {
  const { draftId } = await startDraft(reporter);
  for (const pageId of ['first', 'matter', 'teller', 'hopes'])
    await savePage(reporter, { draftId, pageId, posted: { ...secondPosts[pageId], ...changes } });
  for (const sectionId of ['spots', 'cars'])
    await saveDraftItem(reporter, {
      draftId,
      sectionId,
      itemId: randomUUID(),
      posted: secondPosts[sectionId] ?? {},
    });
  const contact = { contactTelephone: '', contactSafeTimes: '', contactAnotherWay: '', noSafeNumber: true };
  return (await submit(reporter, { draftId, declaration: secondPosts['truth'] ?? {}, contact })).submissionId;
}

const stored = (id: string) =>
  database.db.submission.findUniqueOrThrow({
    where: { id },
    include: {
      primaryQueue: { select: { code: true } },
      submissionContent: true,
      submissionPlaces: true,
      submissionVehicles: true,
      sourceRecord: { select: { id: true } },
    },
  });

describe('another force, with a form, areas and queues of its own', () => {
  it('is sent to the queue of its area by what its questions mean', async () => {
    const submission = await stored(await sent());
    expect(submission.primaryQueue.code).toBe('coast-desk');
    expect(submission.areaId).toBe(idFor('area', 'COAST'));
    expect(submission).toMatchObject({
      priority: 'low',
      restricted: false,
      exploitationTypes: ['labour'],
    });
    expect(submission.submissionPlaces).toMatchObject([{ postcode: 'KW2 1AA', resolution: 'area' }]);
    expect(submission.submissionVehicles).toMatchObject([
      { registrationNormalised: 'AB12CDE', colour: 'white' },
    ]);
    expect(submission.sourceRecord).not.toBeNull();
    expect(JSON.stringify(submission.submissionContent)).not.toContain('Quillan');
  });

  it.each([
    ['danger', { threatNow: 'now' }, { priority: 'high', restricted: false }],
    ['a child in danger', { minorThere: 'in_danger' }, { priority: 'high', restricted: false }],
    ['a source that could be guessed', { exposed: 'yes' }, { priority: 'medium', restricted: true }],
    ['a source that might be guessed', { exposed: 'unsure' }, { priority: 'medium', restricted: true }],
  ])('is kept by its bureau for %s', async (_, changes, expected) => {
    const submission = await stored(await sent(changes));
    expect(submission.primaryQueue.code).toBe('bureau');
    expect(submission).toMatchObject(expected);
  });

  it('shows a draft that says danger', async () => {
    const { draftId } = await startDraft(reporter);
    await savePage(reporter, {
      draftId,
      pageId: 'first',
      posted: { threatNow: 'now', minorThere: 'none', forSomebody: 'no' },
    });
    const { drafts } = await ownReports(reporter, { before: null });
    expect(drafts.find(({ id }) => id === draftId)?.danger).toBe(true);
  });
});
