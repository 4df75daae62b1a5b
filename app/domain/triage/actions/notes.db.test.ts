import { type Id, newId } from '#app/domain/kernel/id.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { addNote, prepareNote } from './notes.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { textLimits } from '../../kernel/text-limits.ts';

const clock = fixedClock(testNow);
let database: OpenDatabase;
let people: Record<Who, Ctx>;
let submissionId: Id<'Submission'>;

beforeAll(async () => {
  database = await testDatabase();
  people = await officers(database, clock);
  submissionId = await submitted(people.reporter);
});

const write = (
  ctx: Ctx,
  text: string,
  changes: { submissionId?: Id<'Submission'>; noteId?: Id<'SubmissionNote'> } = {},
) => addNote(ctx, { submissionId, noteId: newId<'SubmissionNote'>(), text, ...changes });

describe('a note', () => {
  it('stands on the submission with its author and time, newest first, and is in the trail without what it says', async () => {
    await write(people.fib, 'Asked the council.');
    clock.advance(60_000);
    await write(people.supervisor, '  They own the <house>.  ');
    const opened = await openSubmission(people.fibTwo, { submissionId });
    if (opened.view !== 'whole') throw new Error('FIB reads the original.');
    expect(opened.notes).toMatchObject([
      { text: 'They own the <house>.', author: 'Sky Example' },
      { text: 'Asked the council.', author: 'Frankie Example', at: testNow },
    ]);
    const events = await database.db.auditEvent.findMany({ where: { type: 'submission.note_written' } });
    expect(events.map(({ actorId, subjectId, data }) => ({ actorId, subjectId, data }))).toEqual([
      { actorId: people.fib.actor.accountId, subjectId: submissionId, data: {} },
      { actorId: people.supervisor.actor.accountId, subjectId: submissionId, data: {} },
    ]);
  });

  it('changes nothing of the submission: neither its version nor its clocks', async () => {
    const before = await database.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    await write(people.fib, 'One more.');
    expect(await database.db.submission.findUniqueOrThrow({ where: { id: submissionId } })).toEqual(before);
  });

  it('is nothing to the partner', async () => {
    await write(people.fib, 'Unseen harbourmaster.');
    const own = await openOwnReport(people.reporter, { submissionId });
    expect(JSON.stringify(own)).not.toContain('harbourmaster');
  });

  it('is written and read only by who may read the original', async () => {
    const restricted = await submitted(people.reporter, {
      sourceCouldBeGuessed: 'yes',
      sourceRisk: 'Few people knew.',
    });
    for (const who of ['reporter', 'spocEast', 'spocCoventry', 'areaLead', 'mdsLead', 'custodian'] as const)
      for (const id of [submissionId, restricted]) {
        await expect(write(people[who], 'Mine.', { submissionId: id })).rejects.toThrow(NotFound);
        await expect(prepareNote(people[who], { submissionId: id })).rejects.toThrow(NotFound);
      }
    await write(people.fib, 'About the restricted one.', { submissionId: restricted });
    expect((await prepareNote(people.fibTwo, { submissionId: restricted })).notes).toHaveLength(1);
  });

  it('is one however often its form is sent, and never another submission’s', async () => {
    const other = await submitted(people.reporter);
    const noteId = newId<'SubmissionNote'>();
    await write(people.fib, 'Twice.', { submissionId: other, noteId });
    await write(people.fib, 'Twice.', { submissionId: other, noteId });
    expect((await prepareNote(people.fib, { submissionId: other })).notes).toHaveLength(1);
    await expect(write(people.fib, 'Twice.', { noteId })).rejects.toThrow(Conflict);
  });

  it('has words, and not too many', async () => {
    await expect(write(people.fib, '  ')).rejects.toThrow(Invalid);
    await expect(write(people.fib, 'x'.repeat(textLimits.note + 1))).rejects.toMatchObject({
      fieldErrors: { text: 'Note must be 10,000 characters or less' },
    });
  });
});
