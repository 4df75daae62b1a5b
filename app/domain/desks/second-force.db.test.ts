import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import {
  approve,
  accept,
  claim,
  clean,
  conditional,
  sanitiseAs,
  sendAs,
} from '#tests/factories/items-in-hand.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { emptyDatabase } from '#tests/factories/empty-database.ts';
import { loadForcePack } from '../admin/load-force-pack.server.ts';
import { readForcePack } from '../admin/read-force-pack.ts';
import { idFor } from '../force/pack-rows.ts';
import type { Posted } from '../form/read-posted.ts';
import { saveDraftItem } from '../intake/drafts/save-item.server.ts';
import { savePage } from '../intake/drafts/save-page.server.ts';
import { startDraft } from '../intake/drafts/start-draft.server.ts';
import { ownReports } from '../intake/own-reports/own-reports.server.ts';
import { submit } from '../intake/submitting/submit.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Role } from '../kernel/actor.ts';
import { createItem } from '../triage/items/create-item.server.ts';
import { gradeItem } from '../triage/items/grade-item.server.ts';
import { answerAndClose } from '../triage/actions/end-submission.server.ts';
import { openItem } from './open-item.server.ts';

const now = new Date('2016-01-18T09:00:00Z');
const clock = fixedClock(now);
let database: OpenDatabase;
let reporter: Ctx;
let officer: Ctx;
let supervisor: Ctx;

async function person(email: string, role: Role, organisationId: string | null): Promise<Ctx> {
  await database.db.account.create({
    data: {
      id: randomUUID(),
      email,
      displayName: email,
      side: organisationId === null ? 'police' : 'partner',
      organisationId,
      passwordHash: 'none',
      status: 'active',
      createdAt: now,
      accountRoles: { create: [{ id: randomUUID(), role, areaId: null }] },
    },
  });
  return makeCtx(database, { email, clock });
}

beforeAll(async () => {
  database = await emptyDatabase();
  const pack = await readForcePack('tests/packs/second-force');
  const ctx = { db: database.db, clock, actor: null, system: 'Test', request: { id: 'test' } };
  expect(await loadForcePack(ctx, pack)).toBe('loaded');
  const organisationId = randomUUID();
  await database.db.organisation.create({
    data: {
      id: organisationId,
      name: 'Shore Aid',
      kind: 'ngo',
      networkMember: false,
      status: 'active',
      createdAt: now,
    },
  });
  reporter = await person('writer@shore.example', 'reporter', organisationId);
  officer = await person('officer@hcc.example', 'fib_officer', null);
  supervisor = await person('supervisor@hcc.example', 'fib_supervisor', null);
});

/** A report on this force's own form, page by page, but for what is changed. */
async function sent(changes: Posted = {}): Promise<string> {
  const { draftId } = await startDraft(reporter);
  const page = (pageId: string, posted: Posted) =>
    savePage(reporter, { draftId, pageId, posted: { ...posted, ...changes } });
  const entry = (sectionId: string, posted: Posted) =>
    saveDraftItem(reporter, { draftId, sectionId, itemId: randomUUID(), posted });
  await page('first', { threatNow: 'no', minorThere: 'none', forSomebody: 'yes' });
  await page('matter', {
    sortOfHarm: ['labour'],
    ownAccount: 'Six men are brought to the quay in a van on Tuesdays.',
  });
  await entry('spots', { spotCode: 'KW2 1AA' });
  await entry('cars', { plate: 'AB12 CDE', paint: 'white' });
  await page('teller', {
    tellerIs: 'client',
    exposed: 'no',
    tellerCalled: 'Morag Quillan',
    passOn: 'no_limit',
  });
  await page('hopes', { wantsCall: 'yes' });
  return (await submit(reporter, { draftId, declaration: { isTrue: ['confirmed'] } })).submissionId;
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

  it('is claimed, graded, sanitised, approved, sent on and closed', async () => {
    const submissionId = await sent({ exposed: 'yes' });
    await claim(officer, submissionId);
    const { itemId } = await createItem(officer, { submissionId, title: 'Van', expectedVersion: null });
    expect((await openItem(officer, { itemId })).proposal.handling).toBe('C');
    await gradeItem(officer, { itemId, posted: conditional, expectedVersion: null });
    const named = await sanitiseAs(officer, itemId, 'Morag Quillan saw the van.').catch(
      (failure: unknown) => failure,
    );
    expect(JSON.stringify(named)).toContain('sealed');
    await sanitiseAs(officer, itemId, clean);
    await accept(officer, submissionId);
    await approve(supervisor, itemId);
    const sending = await sendAs(officer, itemId, {
      addressed: { to: 'queue', queueCode: 'coast-desk' },
      conditions: 'Ask the bureau before acting.',
    });
    expect(sending.sent).toBe(true);
    await answerAndClose(officer, {
      submissionId,
      outcome: 'used',
      comment: 'Thank you. We used what you told us.',
      expectedVersion: null,
    });
    expect((await stored(submissionId)).status).toBe('closed');
  });
});
