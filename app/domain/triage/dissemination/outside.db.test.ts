import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { acceptedItem, itemSource, clean, conditional, sentTo } from '#tests/factories/items-in-hand.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { localTimeOf } from '../../kernel/local-time.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { search } from '../../connections/search/search.server.ts';
import { acknowledgeDissemination } from './acknowledge-dissemination.server.ts';
import type { Addressed } from './addressed-to.server.ts';
import { approveItem } from '../approvals/approve-item.server.ts';
import { disseminateItem } from './disseminate-item.server.ts';
import { openDissemination } from './open-dissemination.server.ts';
import { openItem } from '../../desks/open-item.server.ts';
import { openSheet } from './open-sheet.server.ts';
import { recallDissemination } from './recall-dissemination.server.ts';
import { prepareOutsideStep, recordOutsideStep, type WrittenStep } from './record-outside-step.server.ts';
import { waitingDisseminations, waitingPageSize } from './waiting-disseminations.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const people = await officers(database, clock);
const { fib, fibTwo, supervisor, spocEast, mdsLead, areaLead, reporter } = people;
const expectedVersion = null;

/** What was queued besides the receipts of reports. */
const mails = async () => (await queuedJobs(db)).filter(({ data }) => data['kind'] !== 'received');
const minute = 60_000;

const threatGroup: Addressed = {
  to: 'outside',
  recipient: 'rocu-threat-group',
  body: '',
  post: '',
  reason: 'It names a group that works in two forces.',
};
const fells: Addressed = {
  to: 'outside',
  recipient: 'other_force',
  body: 'Fells Constabulary',
  post: 'Duty intelligence officer',
  reason: 'The house is in their area.',
};
const wrote = (changes: Partial<Extract<Addressed, { to: 'outside' }>>): Addressed => ({
  ...fells,
  ...changes,
});

beforeEach(async () => {
  clock.advance(10 * minute);
  await clearJobs(db);
});

const send = (
  itemId: Id<'IntelligenceItem'>,
  {
    addressed = fells,
    conditions = 'Ask FIB first.',
    ctx = fib,
  }: { addressed?: Addressed; conditions?: string; ctx?: Ctx } = {},
) => disseminateItem(ctx, { itemId, addressed, conditions, checked: null, expectedVersion });

async function letOut(
  addressed = fells,
): Promise<{ itemId: Id<'IntelligenceItem'>; disseminationId: Id<'Dissemination'>; submissionId: string }> {
  const { itemId, submissionId } = await acceptedItem(fib, reporter);
  return { itemId, submissionId, disseminationId: await sentTo(fib, itemId, addressed) };
}

/** As an officer writes down what happened at this moment. */
function written(disseminationId: Id<'Dissemination'>, step: string, at = clock.now()): WrittenStep {
  return {
    disseminationId,
    step,
    means: 'secure_mail',
    with: 'Duty desk',
    at: localTimeOf(at),
    note: 'By the usual box.',
  };
}
const note = (disseminationId: Id<'Dissemination'>, step: string, ctx = fib) =>
  recordOutsideStep(ctx, written(disseminationId, step));

describe('an item that leaves the force', () => {
  it('goes to one that the pack names, under a reference of its own, to be passed on by hand', async () => {
    const { disseminationId, submissionId } = await letOut(threatGroup);
    const row = await db.dissemination.findUniqueOrThrow({ where: { id: disseminationId } });
    expect(row).toMatchObject({
      recipientKind: 'rocu',
      recipientBody: 'ROCU threat group',
      queueId: null,
      awaits: 'passing',
      acknowledgedAt: null,
    });
    const { reference, status } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect(status).toBe('disseminated');
    expect(row.reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(row.reference).not.toBe(reference);
    // Nobody is sent anything.
    expect(await mails()).toEqual([]);
    const event = await db.auditEvent.findFirstOrThrow({
      where: { type: 'item.disseminated' },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toEqual({ recipient: 'rocu', conditions: true });
  });

  it.each([
    [{ recipient: '' }, {}, ['recipient']],
    [{ recipient: 'nobody' }, {}, ['recipient']],
    [{ body: ' ', post: '' }, {}, ['other_force-body', 'other_force-post']],
    [{ recipient: 'other_agency', body: 'x'.repeat(121) }, {}, ['other_agency-body']],
    [{ reason: ' ' }, {}, ['reason']],
    [{ reason: 'x'.repeat(2001) }, {}, ['reason']],
    [{}, { conditions: ' ' }, ['conditions']],
    [{ recipient: '', reason: '' }, { conditions: '' }, ['recipient', 'reason', 'conditions']],
  ])('says who gets it, why and under which conditions: %j %j', async (changes, more, fields) => {
    const { itemId } = await acceptedItem(fib, reporter);
    const refusal: unknown = await send(itemId, { addressed: wrote(changes), ...more }).catch(
      (failure: unknown) => failure,
    );
    expect(refusal).toBeInstanceOf(Invalid);
    expect(Object.keys((refusal as Invalid).fieldErrors)).toEqual(fields);
  });

  it('goes to one post of one body once in a version, however it is written', async () => {
    const { itemId } = await letOut();
    await expect(send(itemId, { addressed: wrote({ body: ' FELLS constabulary ' }) })).rejects.toMatchObject({
      fieldErrors: { recipient: 'This version has already gone to this recipient' },
    });
    await send(itemId, { addressed: wrote({ post: 'Modern slavery desk' }) });
    expect(await db.dissemination.count({ where: { itemId } })).toBe(2);
  });

  it('stays within the force where its 5x5x5 grade says so', async () => {
    const { itemId } = await acceptedItem(fib, reporter, { posted: { ...conditional, fiveByFive: 'E44' } });
    await approveItem(supervisor, { itemId, version: 1, confirmed: true, expectedVersion });
    await expect(send(itemId)).rejects.toMatchObject({
      fieldErrors: { recipient: 'Its 5x5x5 grade, handling 4, keeps this item within the force' },
    });
    expect(await send(itemId, { addressed: { to: 'queue', queueCode: 'spoc-be' } })).toMatchObject({
      sent: true,
    });
  });

  it('needs two persons as for a queue, and of what is High the second may come afterwards', async () => {
    const { itemId } = await acceptedItem(fib, reporter, { posted: conditional });
    await expect(send(itemId)).rejects.toThrow(Conflict);
    await approveItem(supervisor, { itemId, version: 1, confirmed: true, expectedVersion });
    expect(await send(itemId)).toMatchObject({ sent: true, secondPerson: 'given' });
    const high = await acceptedItem(fib, reporter, { posted: conditional, changes: { danger: 'soon' } });
    const at = await send(high.itemId);
    expect(at).toMatchObject({ sent: true, secondPerson: 'afterwards' });
    const disseminationId = at.sent === true ? at.disseminationId : ('' as Id<'Dissemination'>);
    expect(await openSheet(fib, { disseminationId, as: 'page' })).toMatchObject({
      approvalOutstanding: true,
    });
  });

  it('is FIB’s to let out, and its conditions are checked for the source', async () => {
    const { itemId } = await acceptedItem(fib, reporter);
    await expect(send(itemId, { ctx: spocEast })).rejects.toThrow(NotFound);
    await expect(send(itemId, { ctx: mdsLead })).rejects.toThrow(NotFound);
    await expect(send(itemId, { ctx: fibTwo })).rejects.toThrow(Conflict);
    const warned = await send(itemId, { conditions: `Do not name ${itemSource.name}.` });
    expect(warned.sent).toBe(false);
    expect(await db.dissemination.count({ where: { itemId } })).toBe(0);
  });

  it('is read by FIB, never by others who read what queues get', async () => {
    const { disseminationId } = await letOut();
    expect(await openDissemination(fibTwo, { disseminationId })).toMatchObject({
      text: clean,
      kind: 'other_force',
      recipient: 'Fells Constabulary, Duty intelligence officer',
      reason: 'The house is in their area.',
      mayAcknowledge: false,
      mayRecord: 'passed',
      sheet: true,
    });
    for (const ctx of [spocEast, mdsLead, areaLead]) {
      await expect(openDissemination(ctx, { disseminationId })).rejects.toThrow(NotFound);
      await expect(openSheet(ctx, { disseminationId, as: 'pdf' })).rejects.toThrow(NotFound);
      await expect(note(disseminationId, 'passed', ctx)).rejects.toThrow(NotFound);
    }
    await expect(acknowledgeDissemination(fib, { disseminationId })).rejects.toThrow(Forbidden);
  });

  it('is found by the reference that its recipient quotes', async () => {
    const { disseminationId, submissionId } = await letOut();
    const { outsideReference } = await openDissemination(fib, { disseminationId });
    const { hits } = await search(fib, looksFor((outsideReference ?? '').toLowerCase()));
    expect(hits.map(({ id }) => id)).toEqual([submissionId]);
  });
});

describe('the sheet', () => {
  it('has the sanitised text with its conditions and nothing of the report', async () => {
    const { disseminationId, submissionId } = await letOut();
    const sheet = await openSheet(fibTwo, { disseminationId, as: 'pdf' });
    expect(sheet).toMatchObject({
      body: 'Fells Constabulary',
      text: clean,
      conditions: 'For intelligence only. Ask FIB before acting.',
      grade: { source: '2', assessment: 'A', handling: 'P' },
      passed: null,
    });
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const words = JSON.stringify(sheet);
    for (const secret of [
      reference,
      submissionId,
      'The house is in their area',
      'was there and saw it',
      'Harbour',
    ])
      expect(words).not.toContain(secret);
  });

  it('leaves a trace of each reading, and is shut by a recall', async () => {
    const { disseminationId } = await letOut();
    await openSheet(fib, { disseminationId, as: 'page' });
    await openSheet(fib, { disseminationId, as: 'pdf' });
    const trail = await db.auditEvent.findMany({
      where: { type: 'dissemination.sheet_read', subjectId: disseminationId },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ data }) => data)).toEqual([{ as: 'page' }, { as: 'pdf' }]);
    await recallDissemination(fib, { disseminationId, reason: 'Another house.' });
    await expect(openSheet(fib, { disseminationId, as: 'page' })).rejects.toThrow(Conflict);
  });

  it('is of what left the force only', async () => {
    const { itemId } = await acceptedItem(fib, reporter);
    const disseminationId = await sentTo(fib, itemId, { to: 'queue', queueCode: 'spoc-be' });
    await expect(openSheet(fib, { disseminationId, as: 'page' })).rejects.toThrow(NotFound);
    await expect(note(disseminationId, 'passed')).rejects.toThrow(NotFound);
  });
});

describe('what was done by hand', () => {
  it('is recorded in order, each once, by any officer of FIB', async () => {
    const { disseminationId, itemId } = await letOut();
    await expect(note(disseminationId, 'acknowledged')).rejects.toThrow('Record first how it was passed on');
    await note(disseminationId, 'passed');
    await expect(note(disseminationId, 'passed')).rejects.toThrow('This has been recorded already');
    clock.advance(90 * minute);
    await note(disseminationId, 'acknowledged', fibTwo);
    const { item } = await openItem(fib, { itemId });
    expect(item.disseminations[0]).toMatchObject({
      awaits: null,
      acknowledgedBy: fibTwo.actor.displayName,
      steps: [
        { step: 'passed', means: 'secure_mail', withPost: 'Duty desk', recordedBy: fib.actor.displayName },
        { step: 'acknowledged', note: 'By the usual box.', recordedBy: fibTwo.actor.displayName },
      ],
    });
    await expect(note(disseminationId, 'told_of_recall')).rejects.toThrow(Conflict);
    await expect(note(disseminationId, 'nothing')).rejects.toThrow(NotFound);
    const event = await db.auditEvent.findFirstOrThrow({
      where: { type: 'dissemination.step_recorded', subjectId: disseminationId },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toEqual({ recipient: 'other_force', step: 'acknowledged', means: 'secure_mail' });
  });

  it.each([
    [{ means: 'by magic' }, 'means'],
    [{ with: ' ' }, 'with'],
    [{ with: 'x'.repeat(121) }, 'with'],
    [{ note: 'x'.repeat(2001) }, 'note'],
    [
      { at: written('' as Id<'Dissemination'>, '', new Date(testNow.getTime() + 400 * 24 * 60 * minute)).at },
      'at',
    ],
    [{ at: written('' as Id<'Dissemination'>, '', new Date(testNow.getTime() - 24 * 60 * minute)).at }, 'at'],
  ])('is not recorded as %j', async (wrong, field) => {
    const { disseminationId } = await letOut();
    const refusal: unknown = await recordOutsideStep(fib, {
      ...written(disseminationId, 'passed'),
      ...wrong,
    }).catch((failure: unknown) => failure);
    expect(refusal).toBeInstanceOf(Invalid);
    expect(Object.keys((refusal as Invalid).fieldErrors)).toEqual([field]);
    expect(await db.disseminationStep.count({ where: { disseminationId } })).toBe(0);
  });

  it('is recorded once by two officers at the same moment', async () => {
    const { disseminationId } = await letOut();
    const both = await Promise.allSettled([
      note(disseminationId, 'passed'),
      note(disseminationId, 'passed', fibTwo),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(Conflict) as Conflict,
    });
  });
});

describe('a recall of what left the force', () => {
  it('demands that the recipient is told, once it was passed on', async () => {
    const { disseminationId } = await letOut();
    await note(disseminationId, 'passed');
    expect(await recallDissemination(fib, { disseminationId, reason: 'Another house.' })).toEqual({
      toTell: true,
    });
    // Nobody with an account is concerned.
    expect(await mails()).toEqual([]);
    expect(await openDissemination(fib, { disseminationId })).toMatchObject({
      mayRecord: 'told_of_recall',
      sheet: false,
      recalled: { reason: 'Another house.' },
    });
    await expect(note(disseminationId, 'acknowledged')).rejects.toThrow('This item has been recalled');
    const page = await waitingDisseminations(fib, { view: null, cursor: null });
    expect(page.view.id).toBe('to-tell');
    expect(page.lines.map(({ id }) => id)).toContain(disseminationId);
    clock.advance(minute);
    await note(disseminationId, 'told_of_recall');
    const after = await waitingDisseminations(fib, { view: 'to-tell', cursor: null });
    expect(after.lines.map(({ id }) => id)).not.toContain(disseminationId);
  });

  it('leaves nothing to do where nothing was passed on, and something where it was acknowledged', async () => {
    const kept = await letOut();
    expect(await recallDissemination(fib, { ...kept, reason: 'Another house.' })).toEqual({ toTell: false });
    await expect(note(kept.disseminationId, 'passed')).rejects.toThrow('This item has been recalled');
    const given = await letOut();
    await note(given.disseminationId, 'passed');
    await note(given.disseminationId, 'acknowledged');
    expect(await recallDissemination(supervisor, { ...given, reason: 'Another house.' })).toEqual({
      toTell: true,
    });
    await note(given.disseminationId, 'told_of_recall', fibTwo);
  });

  it('is for who let it out or a supervisor', async () => {
    const { disseminationId } = await letOut();
    await expect(recallDissemination(fibTwo, { disseminationId, reason: 'x' })).rejects.toThrow(Forbidden);
  });
});

describe('the list of what FIB sent and is not done with', () => {
  it('has what has to be passed on, then acknowledged, overdue when its time is past', async () => {
    await db.$executeRaw`UPDATE dissemination SET awaits = NULL`;
    const { disseminationId, itemId } = await letOut();
    const queueId = await sentTo(fib, itemId, { to: 'queue', queueCode: 'spoc-be' });
    const lines = async (view: string) =>
      (await waitingDisseminations(fib, { view, cursor: null })).lines.map(({ id }) => id);
    expect(await lines('to-pass')).toEqual([disseminationId]);
    expect(await lines('waiting')).toEqual([queueId]);
    await note(disseminationId, 'passed');
    expect(await lines('to-pass')).toEqual([]);
    expect((await lines('waiting')).sort()).toEqual([disseminationId, queueId].sort());
    expect(await lines('overdue')).toEqual([]);
    const now = clock.now();
    clock.advance(30 * 24 * 60 * minute);
    expect((await waitingDisseminations(fib, { view: null, cursor: null })).view.id).toBe('overdue');
    expect((await lines('overdue')).sort()).toEqual([disseminationId, queueId].sort());
    await acknowledgeDissemination(spocEast, { disseminationId: queueId });
    expect(await lines('overdue')).toEqual([disseminationId]);
    clock.set(now);
  });

  it('is read in pages that miss nothing and repeat nothing', async () => {
    await db.$executeRaw`UPDATE dissemination SET awaits = NULL`;
    const { itemId } = await acceptedItem(fib, reporter);
    const made: string[] = [];
    for (let number = 0; number <= waitingPageSize; number += 1)
      made.push(await sentTo(fib, itemId, wrote({ post: `Desk ${number}` })));
    const first = await waitingDisseminations(fib, { view: 'to-pass', cursor: null });
    expect(first).toMatchObject({ later: false, counts: { 'to-pass': waitingPageSize + 1 } });
    expect(first.lines).toHaveLength(waitingPageSize);
    const second = await waitingDisseminations(fib, { view: 'to-pass', cursor: first.next });
    expect(second).toMatchObject({ later: true, next: null });
    expect([...first.lines, ...second.lines].map(({ id }) => id).sort()).toEqual(made.sort());
  });

  it('is FIB’s alone, and has no other views', async () => {
    for (const ctx of [spocEast, mdsLead, areaLead, reporter])
      await expect(waitingDisseminations(ctx, { view: null, cursor: null })).rejects.toThrow(NotFound);
    await expect(waitingDisseminations(fib, { view: 'mine', cursor: null })).rejects.toThrow(NotFound);
  });
});

it('asks for the step that is due with the post that was meant', async () => {
  const { disseminationId } = await letOut();
  expect(await prepareOutsideStep(fib, { disseminationId, step: 'passed' })).toMatchObject({
    step: 'passed',
    body: 'Fells Constabulary',
    post: 'Duty intelligence officer',
  });
  await expect(prepareOutsideStep(spocEast, { disseminationId, step: 'passed' })).rejects.toThrow(NotFound);
});
