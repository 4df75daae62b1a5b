import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { createItem } from '#tests/factories/items-in-hand.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { grade } from '#tests/factories/officer-work.ts';
import { endRelation, openRelations, relateSubmissions } from './relate-submissions.server.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;
let elsewhere: Ctx;

const forVictim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
const guessable = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };
const send = (changes: Answers = {}, by = people.reporter) => submitted(by, changes);
const referenceOf = async (id: string) =>
  (await people.fib.db.submission.findUniqueOrThrow({ where: { id } })).reference;
const link = async (who: Who, from: Id<'Submission'>, to: string, kind = 'duplicate_of') =>
  relateSubmissions(people[who], {
    submissionId: from,
    reference: await referenceOf(to),
    kind,
    reason: 'The same van on the same day.',
  });
const linksOf = async (who: Who, submissionId: Id<'Submission'>) => {
  const page = await openRelations(people[who], { submissionId, withId: null });
  return { others: page.relations.map(({ other }) => other.id).sort(), elsewhere: page.elsewhere };
};

beforeAll(async () => {
  const database = await testDatabase();
  people = await officers(database, clock);
  elsewhere = await makeCtx(database, { email: 'sam@lantern-project.example', clock });
});

describe('linking two reports', () => {
  it('shows the link at both, with the reason, and keeps it when it has been ended', async () => {
    const [duplicate, original] = [await send(), await send()];
    await link('fib', duplicate, original);
    expect(await linksOf('fib', original)).toEqual({ others: [duplicate], elsewhere: 0 });
    const { relations } = await openRelations(people.fib, { submissionId: duplicate, withId: null });
    expect(relations[0]).toMatchObject({
      outgoing: true,
      reason: 'The same van on the same day.',
      ended: null,
    });
    const end = {
      submissionId: original,
      relationId: relations[0]?.id ?? ('' as Id<'SubmissionRelation'>),
      reason: 'Another day.',
    };
    await endRelation(people.fib, end);
    await expect(endRelation(people.fib, end)).rejects.toThrow(Conflict);
    const after = await openRelations(people.fib, { submissionId: duplicate, withId: null });
    expect(after.relations[0]?.ended).toMatchObject({ reason: 'Another day.' });
    await link('fib', original, duplicate);
  });

  it('makes no chain and no circle of duplicates, also when two officers link at once', async () => {
    const [one, two] = [await send(), await send()];
    const both = await Promise.allSettled([link('fib', one, two), link('fibTwo', two, one)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [duplicate, original] = both[0].status === 'fulfilled' ? [one, two] : [two, one];
    await expect(link('fib', await send(), duplicate)).rejects.toMatchObject({
      fieldErrors: { kind: expect.stringContaining(await referenceOf(original)) as unknown },
    });
  });

  it('names no original that the officer may not open', async () => {
    const [own, duplicate, restricted] = [
      await send(forVictim),
      await send(forVictim),
      await send(guessable),
    ];
    await people.fib.db.submission.update({ where: { id: duplicate }, data: { status: 'accepted' } });
    await link('fib', duplicate, restricted);
    await expect(link('spocEast', own, duplicate)).rejects.toMatchObject({
      fieldErrors: { kind: expect.stringMatching(/Link to its original$/) as unknown },
    });
  });

  it('asks for what is missing, and takes no report that the officer may not open', async () => {
    const [own, restricted, theirs] = [await send(forVictim), await send(guessable), await send()];
    const attempt = relateSubmissions(people.fib, {
      submissionId: restricted,
      reference: '',
      kind: 'x',
      reason: '',
    });
    await expect(attempt).rejects.toMatchObject({
      fieldErrors: {
        reference: expect.any(String) as unknown,
        kind: expect.any(String) as unknown,
        reason: expect.any(String) as unknown,
      },
    });
    for (const other of [restricted, theirs])
      await expect(link('spocEast', own, other)).rejects.toMatchObject({
        fieldErrors: { reference: 'Enter the reference of a report that you may open' },
      });
    await expect(link('spocEast', restricted, own)).rejects.toThrow(NotFound);
    await expect(link('areaLead', own, theirs)).rejects.toThrow(Forbidden);
    await expect(link('reporter', own, theirs)).rejects.toThrow(NotFound);
    await expect(link('fib', own, own)).rejects.toThrow(Forbidden);
    await expect(link('spocEast', own, own)).rejects.toThrow(Invalid);
  });

  it('never tells who may not see it of a restricted report, and of another only that it is there', async () => {
    const [own, restricted, open] = [await send(forVictim), await send(guessable), await send()];
    const { db } = people.fib;
    await db.submission.update({ where: { id: own }, data: { status: 'accepted' } });
    await link('fib', own, restricted);
    await link('fib', own, open, 'same_vehicle');
    expect(await linksOf('fib', own)).toEqual({ others: [restricted, open].sort(), elsewhere: 0 });
    expect(await linksOf('spocEast', own)).toEqual({ others: [], elsewhere: 1 });
  });
});

describe('closing as a duplicate', () => {
  async function accepted(id: Id<'Submission'>): Promise<Id<'Submission'>> {
    const now = { submissionId: id, comment: '', expectedVersion: null };
    await performAction(people.fib, { ...now, action: 'claim' });
    const { itemId } = await createItem(people.fib, {
      submissionId: id,
      title: 'Van',
      expectedVersion: null,
    });
    await gradeItem(people.fib, {
      itemId,
      posted: { ...grade, assessment: 'C' },
      expectedVersion: null,
    });
    await performAction(people.fib, { ...now, action: 'accept' });
    return id;
  }
  const close = (id: Id<'Submission'>, comment = '') =>
    performAction(people.fib, {
      action: 'answer_and_close',
      submissionId: id,
      outcome: 'duplicate',
      comment,
      expectedVersion: null,
    });

  it('needs an original, and tells the partner of it only when it is their own', async () => {
    const duplicate = await accepted(await send());
    await expect(close(duplicate)).rejects.toMatchObject({
      fieldErrors: { outcome: 'Link this report to the one that it duplicates first' },
    });
    const original = await send();
    await link('fib', duplicate, original);
    await close(duplicate);
    const report = JSON.stringify(await openOwnReport(people.reporter, { submissionId: duplicate }));
    expect(report).toContain(await referenceOf(original));
  });

  it('never names the report of somebody else, not even in words of the officer', async () => {
    const original = await send({}, elsewhere);
    const duplicate = await accepted(await send());
    await link('fib', duplicate, original);
    const reference = await referenceOf(original);
    await expect(close(duplicate, `It is in ${reference.toLowerCase()}.`)).rejects.toMatchObject({
      fieldErrors: { comment: expect.stringContaining('did not send') as unknown },
    });
    await close(duplicate);
    const report = JSON.stringify(await openOwnReport(people.reporter, { submissionId: duplicate }));
    expect(report).not.toContain(reference);
    expect(report).toContain('It was already known to us');
  });
});
