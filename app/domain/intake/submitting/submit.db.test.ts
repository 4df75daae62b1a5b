import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, NotFound } from '../../kernel/failures.ts';
import { childField } from '../../form/says-child.ts';
import { parseReference } from '../../kernel/reference.ts';
import { ownDraft } from '../drafts/drafts.server.ts';
import { saveDraftItem } from '../drafts/save-item.server.ts';
import { savePage } from '../drafts/save-page.server.ts';
import { startDraft } from '../drafts/start-draft.server.ts';
import { submit } from './submit.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const reporterAt = (email: string, at = testNow) => makeCtx(database, { email, clock: fixedClock(at) });
const robin = await reporterAt('robin@harbour-trust.example');
const { declaration } = minimalPosts;
const send = (ctx: Ctx, draftId: Id<'Draft'>) => submit(ctx, { draftId, declaration });

/** Everything that belongs to one submission. */
async function whole(submissionId: string) {
  const where = { submissionId };
  return {
    submission: await db.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { primaryQueue: true, area: true },
    }),
    content: await db.submissionContent.findUniqueOrThrow({ where }),
    events: await db.submissionEvent.findMany({ where }),
    routes: await db.submissionRoute.findMany({ where, include: { queue: true } }),
    watchers: await db.submissionWatcher.findMany({ where, include: { queue: true } }),
    links: await db.submissionPlanLink.findMany({ where, include: { planItem: { select: { code: true } } } }),
    people: await db.submissionPerson.findMany({ where, orderBy: { position: 'asc' } }),
    places: await db.submissionPlace.findMany({
      where,
      orderBy: { position: 'asc' },
      include: { area: true },
    }),
    vehicles: await db.submissionVehicle.findMany({ where, orderBy: { position: 'asc' } }),
    contacts: await db.submissionContact.findMany({ where, orderBy: { position: 'asc' } }),
  };
}

/** How many rows every table has that the portal may read, so that a test can say that nothing was written. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss') AND tablename NOT IN ('_prisma_migrations', 'version') AND has_table_privilege(schemaname || '.' || tablename, 'SELECT') ORDER BY 1`,
  );
  const counts = rows.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS count FROM ${name}`);
  const counted = await pool.query<{ name: string; count: number }>(counts.join(' UNION ALL '));
  return Object.fromEntries(counted.rows.map(({ name, count }) => [name, count]));
}

describe('a report that is sent', () => {
  it('keeps the answers and the document as they were, and is the draft no more', async () => {
    const draftId = await writtenDraft(robin);
    const { answers } = await ownDraft(db, robin, draftId);
    const { submissionId } = await send(robin, draftId);
    const { content, submission } = await whole(submissionId);
    expect(content.answers).toEqual({ ...answers, shareWith: 'no_limit', ringBeforeActing: 'no' });
    expect(content.document).toMatchObject({ version: submission.formVersion });
    expect(JSON.stringify(content.document)).toContain(minimalPosts.information.whatIsKnown);
    expect(await db.draft.count({ where: { id: draftId } })).toBe(0);
    await expect(
      savePage(robin, { draftId, pageId: 'danger', posted: minimalPosts.danger }),
    ).rejects.toBeInstanceOf(NotFound);
  });

  it('has its facts, one primary queue, the reason in words and its due times', async () => {
    const { submission, routes, events } = await whole(
      (await send(robin, await writtenDraft(robin))).submissionId,
    );
    expect(submission).toMatchObject({
      organisationId: robin.actor.organisationId,
      organisationKind: 'ngo',
      siteId: null,
      submittedBy: robin.actor.accountId,
      channel: 'web',
      submittedAt: testNow,
      waitingSince: testNow,
      status: 'submitted',
      priority: 'low',
      priorityRank: 3,
      restricted: false,
      version: 1,
      claimedBy: null,
      firstSeenAt: null,
      exploitationTypes: ['labour'],
      routingVersion: 2,
      candidates: [],
      primaryQueue: { code: 'fib' },
      area: { code: 'BE' },
      routingReason:
        'No rule asks for another queue. Force Intelligence Bureau assesses it (area: Birmingham East).',
      // Low: 24, 40 and 80 hours of an office that is open from Monday 9:00 for eight hours a day.
      firstSeenDueAt: new Date('2016-01-20T17:00:00Z'),
      assessedDueAt: new Date('2016-01-22T17:00:00Z'),
      answeredDueAt: new Date('2016-01-29T17:00:00Z'),
      dueAt: new Date('2016-01-20T17:00:00Z'),
    });
    expect(parseReference(submission.reference)).toBe(submission.reference);
    expect(routes).toHaveLength(1);
    expect(routes[0]).toMatchObject({
      queue: { code: 'fib' },
      ruleCode: 'everything-else',
      ruleSetVersion: 2,
      reason: submission.routingReason,
      actorId: null,
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'submit',
      fromStatus: null,
      toStatus: 'submitted',
      actorId: robin.actor.accountId,
      happenedAt: testNow,
    });
  });

  it('becomes rows to match and search by', async () => {
    const draftId = await writtenDraft(robin);
    const add = (sectionId: string, posted: Record<string, string>) =>
      saveDraftItem(robin, { draftId, sectionId, itemId: randomUUID(), posted });
    await add('places', {
      placeKind: 'work',
      placePostcode: 'cv1 2',
      placeBusiness: 'Example Car Wash',
      placePeopleEstimate: 'about 12',
    });
    await add('vehicles', { vehicleVrm: 'ab12 cde', vehicleColour: 'white' });
    await add('people', {
      personPart: 'suspected_exploiter',
      personSurname: 'O’Specimen',
      personForename: 'Łukasz',
      personAlias: 'The Boss',
      'personBirthDate-day': '3',
      'personBirthDate-month': '4',
      'personBirthDate-year': '1980',
      personPhone: '07700 900123',
      personEmail: 'Boss@Example.COM',
    });
    const { people, places, vehicles, contacts } = await whole((await send(robin, draftId)).submissionId);
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      position: 1,
      part: 'suspected_exploiter',
      surname: 'O’Specimen',
      foldedName: 'lukasz ospecimen the boss',
      dateOfBirth: new Date('1980-04-03T00:00:00Z'),
    });
    expect(
      places.map((place) => [
        place.postcode,
        place.postcodeNormalised,
        place.resolution,
        place.area?.code ?? null,
        place.peopleEstimate,
      ]),
    ).toEqual([
      ['B11 4AA', 'B11 4AA', 'area', 'BE', null],
      ['CV1 2', 'CV1 2', 'area', 'COV', 12],
    ]);
    expect(vehicles.map((vehicle) => [vehicle.position, vehicle.registrationNormalised])).toEqual([
      [1, 'BX??ABC'],
      [2, 'AB12CDE'],
    ]);
    expect(
      contacts.map((contact) => [contact.kind, contact.valueNormalised, contact.personPosition]),
    ).toEqual([
      ['phone', '+447700900123', 1],
      ['email', 'boss@example.com', 1],
    ]);
  });

  it('is recorded once, and its reporter is told by a job that carries ids only', async () => {
    const { submissionId } = await send(robin, await writtenDraft(robin));
    const events = await db.auditEvent.findMany({
      where: { subjectId: submissionId },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type }) => type)).toEqual(['submission.submitted', 'contact_record.sealed']);
    expect(events[0]).toMatchObject({
      type: 'submission.submitted',
      actorId: robin.actor.accountId,
      happenedAt: testNow,
      data: {
        formVersion: expect.any(Number) as unknown,
        channel: 'web',
        priority: 'low',
        queue: 'fib',
        rule: 'everything-else',
        restricted: false,
      },
    });
    expect((await queuedJobs(db, submissionId)).map(({ name, data }) => ({ name, data }))).toEqual([
      { name: 'send-mail', data: { kind: 'received', accountId: robin.actor.accountId, submissionId } },
    ]);
  });

  it('keeps the site of a reporting centre', async () => {
    const pat = await reporterAt('pat@fire-stations.example');
    const { submission } = await whole(await submitted(pat));
    const site = await db.organisationSite.findFirstOrThrow({ where: { name: 'Example Fire Station East' } });
    expect(submission).toMatchObject({ siteId: site.id, organisationKind: 'third_party_centre' });
  });

  it('has a reference of its own', async () => {
    const ids = [await submitted(robin), await submitted(robin), await submitted(robin)];
    const references = await Promise.all(ids.map(async (id) => (await whole(id)).submission.reference));
    expect(new Set(references).size).toBe(3);
  });
});

describe('sending twice', () => {
  it('one after the other gives the same submission and changes nothing', async () => {
    const draftId = await writtenDraft(robin);
    const first = await send(robin, draftId);
    const before = await rowCounts();
    expect(await send(robin, draftId)).toEqual(first);
    expect(await submit(robin, { draftId, declaration: {} })).toEqual(first);
    expect(await rowCounts()).toEqual(before);
  });

  it('at the same moment gives one submission', async () => {
    const draftId = await writtenDraft(robin, {
      source: { ...minimalPosts.source, sourceKind: 'client', sourceName: 'Zebedee Quillfeather' },
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(robin, draftId)));
    const [first] = answers;
    expect(answers).toEqual(answers.map(() => first));
    const submissionId = first!.submissionId;
    expect(await db.submission.count({ where: { draftId } })).toBe(1);
    expect(
      await db.auditEvent.count({ where: { type: 'submission.submitted', subjectId: submissionId } }),
    ).toBe(1);
    expect(await queuedJobs(db, submissionId)).toHaveLength(1);
    expect(await db.sourceRecord.count({ where: { submissionId } })).toBe(1);
    expect((await whole(submissionId)).places).toHaveLength(1);
  });

  it('while a page is being saved loses neither: the page is in the report, or its sender hears that it went', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const draftId = await writtenDraft(robin);
      const posted = { ...minimalPosts.information, whatIsKnown: `Changed at the last moment ${turn}` };
      const [sent, saved] = await Promise.allSettled([
        send(robin, draftId),
        savePage(robin, { draftId, pageId: 'information', posted }),
      ]);
      if (sent.status === 'rejected') throw sent.reason;
      const { content } = await whole(sent.value.submissionId);
      const isIn = JSON.stringify(content.answers).includes(posted.whatIsKnown);
      expect(saved.status).toBe(isIn ? 'fulfilled' : 'rejected');
      if (saved.status === 'rejected') expect(saved.reason).toBeInstanceOf(NotFound);
    }
  });
});

describe('a report that cannot be sent yet', () => {
  it.each([
    [
      'without a wish',
      {},
      {
        shareWith: 'Select who the police may share this with',
        ringBeforeActing: 'Select yes if the police should call you before they act',
      },
    ],
    [
      'with a wish that is not offered',
      { ...declaration, shareWith: 'the milkman' },
      { shareWith: 'Select one of the answers listed' },
    ],
  ])('is refused %s, and nothing is written', async (_, posted, fieldErrors) => {
    const draftId = await writtenDraft(robin);
    const before = await rowCounts();
    await expect(submit(robin, { draftId, declaration: posted })).rejects.toMatchObject({
      constructor: Invalid,
      fieldErrors,
    });
    expect(await rowCounts()).toEqual(before);
  });

  it.each([
    ['an answer is missing', { sourceCouldBeGuessed: undefined }],
    ['an answer is none of those offered', { sourceKind: 'the milkman' }],
    [
      'a date lies after today',
      {
        sourceKind: 'client',
        howSourceKnows: 'told',
        sourceIdentity: 'confidential',
        learnedDate: { precision: 'exact', date: '2016-01-19' },
      },
    ],
    ['there is no place', { places: [] }],
    ['an answer has the wrong shape', { exploitationTypes: { labour: true } }],
  ])('is refused when %s, and nothing is written', async (_, changes) => {
    const draftId = await writtenDraft(robin);
    const { answers } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    await db.draft.update({
      where: { id: draftId },
      data: { answers: { ...(answers as object), ...changes } },
    });
    const before = await rowCounts();
    await expect(send(robin, draftId)).rejects.toMatchObject({
      constructor: Invalid,
      fieldErrors: { '': expect.stringContaining('missing or need to be changed') as unknown },
    });
    expect(await rowCounts()).toEqual(before);
    expect(await db.draft.count({ where: { id: draftId } })).toBe(1);
  });

  it('has as its own what was ticked of what stands in the text, and the rest as read from it', async () => {
    const { draftId } = await startDraft(robin);
    const whatIsKnown =
      'Girl aged 15 in zz15zzz at b11 1aa, he rings from 07700 900123. Call me on 01632 960001.';
    const typed = {
      ...minimalPosts.danger,
      ...minimalPosts.information,
      ...minimalPosts.source,
      whatIsKnown,
    };
    await savePage(robin, { draftId, pageId: 'danger', posted: { ...typed, child: 'yes' } });
    const { offers } = await savePage(robin, { draftId, pageId: 'information', posted: typed });
    expect(offers).toBe(true);
    const found = ['vehicle:ZZ15ZZZ', 'place:B11 1AA', 'phone:+447700900999'];
    // Nothing was typed on the page of places that offered them, so that no place is asked for.
    await saveDraftItem(robin, { draftId, sectionId: 'places', itemId: randomUUID(), posted: {}, found });
    expect((await savePage(robin, { draftId, pageId: 'risk', posted: typed })).offers).toBe(false);
    const { submissionId } = await submit(robin, { draftId, declaration, found: ['person:15-15'] });
    const { vehicles, places, contacts, people, submission } = await whole(submissionId);
    const read = (rows: { readFromText: boolean }[]) => rows.map((row) => row.readFromText);
    expect([read(vehicles), read(places), read(contacts)]).toEqual([[false], [false], [true]]);
    expect(contacts[0]).toMatchObject({ valueNormalised: '+447700900123' });
    expect(places[0]).toMatchObject({
      postcodeNormalised: 'B11 1AA',
      area: { code: expect.any(String) as string },
    });
    expect(people[0]).toMatchObject({ description: 'Girl aged 15', ageRange: '12_to_15' });
    expect(submission.concernsChild).toBe(true);
  });

  it('is told of all that is missing as it is sent, whether a child is involved too', async () => {
    const draftId = await writtenDraft(robin, {
      danger: { child: 'no' },
      information: { whatIsKnown: 'A girl aged 15 cleans there at night.' },
    });
    const asked = {
      [childField]: 'Select whether a child is involved',
      shareWith: expect.any(String) as string,
      ringBeforeActing: expect.any(String) as string,
    };
    await expect(submit(robin, { draftId, declaration: {} })).rejects.toMatchObject({ fieldErrors: asked });
    // They are asked once; the age counts all the same.
    const { submissionId } = await submit(robin, {
      draftId,
      declaration: { ...declaration, [childField]: 'no' },
    });
    const { submission, content } = await whole(submissionId);
    expect([submission.concernsChild, (content.answers as object)['child' as never]]).toEqual([true, 'no']);
  });

  it('is sent once it is complete: what was refused before is not held against it', async () => {
    const draftId = await writtenDraft(robin);
    await expect(submit(robin, { draftId, declaration: {} })).rejects.toBeInstanceOf(Invalid);
    await expect(send(robin, draftId)).resolves.toHaveProperty('submissionId');
  });
});
