import { type Id, newId } from '#app/domain/kernel/id.ts';
import type { z } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { whatWaits } from '#app/domain/desks/what-waits.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { encodeCursor } from '#app/domain/kernel/queue-cursor.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { contactForm, contactPlanForm } from './contact-input.ts';
import { contactsDue } from './contacts-due.server.ts';
import { openContactPlan } from './open-contact-plan.server.ts';
import { recordContact, type RecordContactInput } from './record-contact.server.ts';
import { writeContactPlan, type WriteContactPlanInput } from './write-contact-plan.server.ts';

const clock = fixedClock(testNow);
let database: OpenDatabase;
let people: Record<Who, Ctx>;
let submissionId: Id<'Submission'>;
let guarded: Id<'Submission'>;

const victim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};

beforeAll(async () => {
  database = await testDatabase();
  people = await officers(database, clock);
  // In the queue of Birmingham East: its SPOC reads it, FIB does not yet.
  submissionId = await submitted(people.reporter, victim);
  guarded = await submitted(people.reporter, {
    ...victim,
    sourceCouldBeGuessed: 'yes',
    sourceRisk: 'Few people knew.',
  });
});

const start = { cursor: null };
const on = (day: string) => ({ day, month: '1', year: '2016' });
const noDay = { day: '', month: '', year: '' };
const today = '2016-01-18';

const typedPlan = {
  who: 'One officer in plain clothes.',
  how: 'At the example centre.',
  interpreter: 'needed',
  language: 'Romanian',
  safeTimes: 'Weekdays before noon.',
  never: 'No uniform and no voicemail.',
  nextOn: on('20'),
  endedReason: '',
};
const typedContact = { madeOn: on('18'), result: 'They were well.', nextOn: on('25'), endedReason: '' };

const write = (ctx: Ctx, changes: Partial<WriteContactPlanInput> = {}): Promise<void> =>
  writeContactPlan(ctx, {
    submissionId,
    expectedVersion: 0,
    ...contactPlanForm(today).parse(typedPlan),
    ...changes,
  });

const made = (ctx: Ctx, changes: Partial<RecordContactInput> = {}): Promise<void> =>
  recordContact(ctx, {
    submissionId,
    ...contactForm(today).parse({ ...typedContact, contactId: newId<'ContactMade'>() }),
    ...changes,
  });

/** What a form says is wrong with what was typed, by field. */
const errorsIn = (form: z.ZodType, typed: object): Record<string, string> =>
  Object.fromEntries(
    form
      .safeParse(typed)
      .error?.issues.map(({ path, message }): [string, string] => [String(path[0]), message]) ?? [],
  );

const at = (ctx: Ctx, day: string): Ctx => ({
  ...ctx,
  clock: fixedClock(new Date(`2016-01-${day}T10:00:00Z`)),
});

const none = { contactsOverdue: 0, contactsToday: 0, contactsUnplanned: 0 };

const waiting = async (ctx: Ctx, day: string) => {
  const found = (await whatWaits(at(ctx, day))).filter(({ code }) => code.startsWith('contacts'));
  return Object.fromEntries(found.map(({ code, count }) => [code, count]));
};

describe('a contact plan', () => {
  it('is asked for on the submission of a victim who wants contact', async () => {
    const opened = await openSubmission(people.spocEast, { submissionId });
    expect(opened.view === 'whole' && opened.contact).toMatchObject({ wish: 'wanted', plan: null });
    const { contact } = await openContactPlan(people.spocEast, { submissionId });
    expect(contact.said.map(({ questionId }) => questionId)).toContain('victimWantsContact');
  });

  it('says at each field what is missing', async () => {
    const plan = (changes: object) => errorsIn(contactPlanForm(today), { ...typedPlan, ...changes });
    const blank = { who: '', how: ' ', interpreter: '', safeTimes: '', never: '', nextOn: noDay };
    expect(plan(blank)).toEqual({
      who: 'Enter who may contact them',
      how: 'Enter how to contact them',
      interpreter: 'Select whether an interpreter is needed',
      safeTimes: 'Enter when it is safe',
      never: 'Enter what must not be done, or that nothing is known',
      nextOn: 'Enter when the next contact is due, or why there is none',
    });
    expect(plan({ language: '', nextOn: on('17') })).toEqual({
      language: 'Enter the language of the interpreter',
      nextOn: 'Next contact must be today or in the future',
    });
    expect(plan({ nextOn: on('32') })).toEqual({
      nextOn: 'Next contact must be a real date, like 20 1 2016',
    });
    expect(plan({ endedReason: 'They moved.' })).toEqual({
      endedReason: expect.stringContaining('not both') as string,
    });
    await expect(made(people.spocEast)).rejects.toThrow(Conflict);
  });

  it('waits from the first day while there is none, for the queue that reads the report', async () => {
    const one = { ...none, contactsUnplanned: 1 };
    expect(await waiting(people.spocEast, '18')).toEqual(one);
    expect(await waiting(people.fib, '18')).toEqual(one);
    expect(await waiting(people.spocCoventry, '18')).toEqual(none);
    const line = { dueOn: '2016-01-18', due: 'unplanned', holder: null };
    expect((await contactsDue(people.spocEast, start)).lines).toMatchObject([{ ...line, submissionId }]);
    expect((await contactsDue(people.fib, start)).lines).toMatchObject([
      { ...line, submissionId: guarded, restricted: true },
    ]);
    const after = (day: string) =>
      contactsDue(people.spocEast, {
        cursor: encodeCursor({ priorityRank: 0, at: new Date(day), id: submissionId }),
      });
    expect((await after('2016-01-17')).lines).toHaveLength(1);
    expect((await after('2016-01-18')).lines).toEqual([]);
    const { contact } = await openContactPlan(people.spocEast, { submissionId });
    expect(contact.next.on).toBeNull();
  });

  it('waits no more once the report has ended, and again once it is opened again', async () => {
    const as = (status: 'submitted' | 'rejected') =>
      database.db.submission.update({ where: { id: submissionId }, data: { status } });
    await as('rejected');
    expect(await waiting(people.spocEast, '18')).toEqual(none);
    await as('submitted');
    expect(await waiting(people.spocEast, '18')).toEqual({ ...none, contactsUnplanned: 1 });
  });

  it('is written anew as a version, by who saw the newest', async () => {
    await write(people.spocEast);
    await expect(write(people.spocEast)).rejects.toThrow(Conflict);
    await write(people.spocEast, { expectedVersion: 1, never: 'No marked car.' });
    const { contact } = await openContactPlan(people.spocEast, { submissionId });
    expect(contact.plan).toMatchObject({ number: 2, never: 'No marked car.', at: testNow });
    expect(contact.earlier).toMatchObject([{ number: 1, never: 'No uniform and no voicemail.' }]);
    expect(contact.next).toEqual({ on: '2016-01-20', overdue: false, today: false });
  });

  it('waits on its day for the queue, and overdue too, until a contact is recorded', async () => {
    expect(await waiting(people.spocEast, '19')).toEqual(none);
    expect(await waiting(people.spocEast, '20')).toEqual({ ...none, contactsToday: 1 });
    expect(await waiting(people.spocEast, '21')).toEqual({ ...none, contactsOverdue: 1 });
    // Neither another area nor FIB, which may not read it yet.
    for (const who of ['spocCoventry', 'fib', 'supervisor'] as const)
      expect(await waiting(people[who], '21'), who).toMatchObject({ contactsOverdue: 0, contactsToday: 0 });
    expect((await contactsDue(at(people.spocEast, '21'), start)).lines).toMatchObject([
      { submissionId, dueOn: '2016-01-20', due: 'overdue', holder: null },
    ]);
    const overseen = (await contactsDue(at(people.supervisor, '21'), start)).lines;
    expect(overseen.map((line) => line.submissionId)).toEqual([guarded]);

    const contactId = newId<'ContactMade'>();
    await made(at(people.spocEast, '21'), { contactId });
    await made(at(people.spocEast, '21'), { contactId });
    expect(await waiting(people.spocEast, '21')).toEqual(none);
    const { contact } = await openContactPlan(people.spocEast, { submissionId });
    expect(contact.contacts).toMatchObject([{ madeOn: '2016-01-18', result: 'They were well.' }]);
    expect(contact.next.on).toBe('2016-01-25');
  });

  it('waits on its day only for whoever claimed the submission, and overdue for the queue as well', async () => {
    await database.db.submission.update({
      where: { id: submissionId },
      data: { claimedBy: people.fib.actor.accountId, claimedAt: testNow },
    });
    expect(await waiting(people.fib, '25')).toEqual({ ...none, contactsToday: 1, contactsUnplanned: 1 });
    expect(await waiting(people.spocEast, '25')).toEqual(none);
    expect(await waiting(people.spocEast, '26')).toEqual({ ...none, contactsOverdue: 1 });
    await database.db.submission.update({
      where: { id: submissionId },
      data: { claimedBy: null, claimedAt: null },
    });
  });

  it('ends with a reason and then waits for nobody', async () => {
    const typed = { ...typedContact, contactId: newId(), madeOn: on('19'), result: ' ', nextOn: noDay };
    expect(errorsIn(contactForm(today), typed)).toEqual({
      madeOn: 'Date of the contact must be today or in the past',
      result: 'Enter what came of it',
      nextOn: 'Enter when the next contact is due, or why there is none',
    });
    await made(people.spocEast, { nextOn: null, endedReason: 'They do not want more.' });
    expect(await waiting(people.spocEast, '29')).toEqual(none);
  });

  it('is in the trail without what it says', async () => {
    const events = await database.db.auditEvent.findMany({ where: { subjectId: submissionId } });
    const types = new Set(events.map(({ type }) => type));
    for (const type of ['contact_plan.written', 'contact_plan.read', 'contact_plan.contact_recorded'])
      expect(types).toContain(type);
    const trail = JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value));
    expect(trail).not.toMatch(/uniform|marked car|They were well|Romanian/);
  });

  it('is for those who may read the original, and for nobody else there', async () => {
    for (const who of ['reporter', 'fib', 'spocCoventry', 'areaLead', 'mdsLead', 'auditor'] as const) {
      await expect(openContactPlan(people[who], { submissionId }), who).rejects.toThrow(NotFound);
      await expect(write(people[who], { expectedVersion: 2 }), who).rejects.toThrow(NotFound);
      await expect(made(people[who]), who).rejects.toThrow(NotFound);
    }
    await expect(openContactPlan(people.spocEast, { submissionId: guarded })).rejects.toThrow(NotFound);
    await write(people.fib, { submissionId: guarded });
    expect(await waiting(people.spocEast, '21')).toEqual(none);
    expect(await waiting(people.fib, '21')).toEqual({ ...none, contactsOverdue: 1 });
  });

  it('waits nowhere where nobody wants contact', async () => {
    const wished = async (changes: object) => {
      const id = await submitted(people.reporter, { ...victim, ...changes });
      return (await database.db.submission.findUniqueOrThrow({ where: { id } })).contactWishedOn;
    };
    expect(await wished({})).toEqual(new Date('2016-01-18'));
    expect(await wished({ victimWantsContact: 'no' })).toBeNull();
    expect(await wished({ onBehalfOfVictim: 'no' })).toBeNull();
  });
});
