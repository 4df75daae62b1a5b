import { beforeAll, describe, expect, it } from 'vitest';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import {
  claim,
  clean,
  conditional,
  itemSource,
  keepingAll,
  permitted,
} from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, NotFound } from '../../kernel/failures.ts';
import { Stale } from '../../submission/refuse-stale.server.ts';
import { saveAssessment } from './save-assessment.server.ts';

type Assessment = Parameters<typeof saveAssessment>[1];

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
let people: Record<Who, Ctx>;
beforeAll(async () => {
  people = await officers(database, clock);
});

async function claimed(): Promise<Id<'Submission'>> {
  clock.advance(60_000);
  const submissionId = await submittedWithSource(people.reporter, itemSource);
  await claim(people.fib, submissionId);
  return submissionId;
}

/** An ordinary report as its page is filled in. */
const filledIn = (submissionId: Id<'Submission'>, changes: Partial<Assessment> = {}): Assessment => ({
  submissionId,
  item: 'new',
  title: 'Van at the house',
  grade: permitted,
  text: clean,
  recipient: 'spoc-be',
  outcome: 'used',
  letOut: true,
  expectedVersion: null,
  ...changes,
});

const found = (submissionId: Id<'Submission'>) =>
  db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      status: true,
      outcome: true,
      version: true,
      intelligenceItems: { select: { itemGrades: true, sanitisedTexts: true, disseminations: true } },
      submissionEvents: { select: { action: true } },
      partnerMessages: { select: { kind: true } },
    },
  });

const checksOf = (submissionId: Id<'Submission'>) =>
  db.auditEvent.count({ where: { type: 'source.words_checked', subjectId: submissionId } });

describe('the page of a submission, saved', () => {
  it('makes, grades, writes, accepts, sends and answers in one', async () => {
    const submissionId = await claimed();
    expect(await saveAssessment(people.fib, filledIn(submissionId))).toMatchObject({
      saved: true,
      sent: true,
      closed: true,
      waits: null,
    });
    const after = await found(submissionId);
    expect(after).toMatchObject({
      status: 'closed',
      outcome: 'used',
      partnerMessages: [{ kind: 'outcome' }],
    });
    expect(after.submissionEvents.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'create_item',
        'grade',
        'sanitise',
        'accept',
        'disseminate',
        'answer_and_close',
      ]),
    );
    const [item] = after.intelligenceItems;
    expect([item?.itemGrades.length, item?.sanitisedTexts.length, item?.disseminations.length]).toEqual([
      1, 1, 1,
    ]);
    const trail = await db.auditEvent.findMany({
      where: { type: { startsWith: 'item.' } },
      select: { type: true },
    });
    expect(trail.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['item.created', 'item.graded', 'item.sanitised', 'item.disseminated']),
    );
  });

  it('keeps what is filled in and lets nothing out before the press for it', async () => {
    const submissionId = await claimed();
    const saved = await saveAssessment(people.fib, filledIn(submissionId, { letOut: false }));
    const kept = await found(submissionId);
    expect(kept).toMatchObject({ status: 'in_assessment', outcome: null, partnerMessages: [] });
    expect(kept.intelligenceItems[0]).toMatchObject({ disseminations: [] });
    // The same again changes nothing, and what is added to it is all that happens.
    const item = saved.saved ? saved.itemId : null;
    await saveAssessment(people.fib, filledIn(submissionId, { item, letOut: false }));
    expect((await found(submissionId)).version).toBe(kept.version);
    await saveAssessment(people.fib, filledIn(submissionId, { item, outcome: '' }));
    const sent = await found(submissionId);
    expect(sent.status).toBe('disseminated');
    expect(sent.intelligenceItems[0]?.itemGrades).toHaveLength(1);
  });

  it('does none of it where one step is refused', async () => {
    const submissionId = await claimed();
    const before = await found(submissionId);
    const refused = async (changes: Partial<Assessment>, fields: string[], as = people.fib) => {
      const failure: unknown = await saveAssessment(as, filledIn(submissionId, changes)).catch(
        (one: unknown) => one,
      );
      expect(failure).toBeInstanceOf(Invalid);
      expect(Object.keys((failure as Invalid).fieldErrors)).toEqual(expect.arrayContaining(fields));
      expect(await found(submissionId)).toEqual(before);
    };
    await refused({ outcome: 'crime_recorded' }, ['outcome']);
    await refused({ recipient: 'fib' }, ['recipient']);
    await refused({ recipient: '', outcome: '' }, ['recipient']);
    await refused({ title: ' ' }, ['title']);
    await refused({ grade: { provenance: 'Seen.' }, text: 'x'.repeat(10_001) }, [
      'source',
      'assessment',
      'handling',
      'text',
    ]);
    await expect(saveAssessment(people.spocEast, filledIn(submissionId))).rejects.toThrow(NotFound);
    await expect(saveAssessment(people.fib, filledIn(submissionId, { expectedVersion: 0 }))).rejects.toThrow(
      Stale,
    );
    expect(await found(submissionId)).toEqual(before);
  });

  it('saves nothing while a warning of the text is open, and the trail has the check all the same', async () => {
    const submissionId = await claimed();
    const before = await found(submissionId);
    const text = 'Pellworth saw a white van at the address on most Tuesdays.';
    const warned = await saveAssessment(people.fib, filledIn(submissionId, { text }));
    if (warned.saved) throw new Error('It was saved');
    expect(warned.warnings.map(({ kind }) => kind)).toContain('sealed_source');
    expect(await found(submissionId)).toEqual(before);
    expect(await checksOf(submissionId)).toBe(2);
    const confirmed = { text, checked: warned.mark, decisions: keepingAll(warned.warnings) };
    expect(await saveAssessment(people.fib, filledIn(submissionId, confirmed))).toMatchObject({
      closed: true,
    });
  });

  it('refuses words of the sealed source in what other police read', async () => {
    const submissionId = await claimed();
    const before = await found(submissionId);
    for (const [field, changes] of [
      ['title', { title: 'Ana Pellworth says so' }],
      ['provenance', { grade: { ...permitted, provenance: 'Pellworth saw it.' } }],
    ] as const)
      await expect(saveAssessment(people.fib, filledIn(submissionId, changes))).rejects.toMatchObject({
        fieldErrors: { [field]: expect.stringContaining('sealed record') as string },
      });
    expect(await found(submissionId)).toEqual(before);
    const task = { taskId: newId<'Task'>(), text: 'Visit Pellworth', owner: '', dueOn: '' };
    await expect(
      createTask(people.fib, { place: { kind: 'submission', submissionId }, ...task }),
    ).rejects.toMatchObject({ fieldErrors: { text: expect.stringContaining('sealed record') as string } });
    expect(await checksOf(submissionId)).toBe(3);
  });

  it('accepts what a second person has to approve, and sends and answers nothing', async () => {
    const submissionId = await claimed();
    const saved = await saveAssessment(people.fib, filledIn(submissionId, { grade: conditional }));
    expect(saved).toMatchObject({ waits: 'approval', sent: false, closed: false });
    expect(await found(submissionId)).toMatchObject({
      status: 'accepted',
      outcome: null,
      partnerMessages: [],
    });
  });
});
