import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { emptyDatabase } from '#tests/factories/empty-database.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { writePages } from '#tests/factories/written-draft.ts';
import { askExport } from '../connections/exports/ask-export.server.ts';
import { openExport } from '../connections/exports/open-export.server.ts';
import { openMatches } from '../connections/matching/open-matches.server.ts';
import { draftFate } from '../intake/drafts/draft-fate.server.ts';
import { ownDraft } from '../intake/drafts/drafts.server.ts';
import { savePage } from '../intake/drafts/save-page.server.ts';
import { startDraft } from '../intake/drafts/start-draft.server.ts';
import { openPart } from '../intake/own-reports/add-part.server.ts';
import { openOwnReport } from '../intake/own-reports/open-own-report.server.ts';
import { sendAtOnce, submit } from '../intake/submitting/submit.server.ts';
import { usualWishes } from '../intake/submitting/usual-wishes.ts';
import type { Id } from '../kernel/id.ts';
import { saidOf } from '../submission/said-of.server.ts';
import { definitionHash } from './definition-hash.server.ts';
import { formInForce } from './form-in-force.server.ts';
import { formVersions } from './form-versions.server.ts';
import { openingId } from './opening.ts';
import type { Posted } from './read-posted.ts';
import { publishFormVersions } from './publish-form-versions.server.ts';
import { answerSaid, entriesSaid } from './said.ts';
import { childField } from './says-child.ts';

const pack = await readForcePack('prisma/packs/west-midlands-2015');
const at = (time: string) => new Date(`${time}Z`);

describe('the version that a report is begun with', () => {
  it('is the one in force on its day, from midnight where the force is', async () => {
    const { db } = await testDatabase();
    const versionAt = async (time: string) => (await formInForce(db, at(time))).definition.version;
    expect(await versionAt('2015-04-02T09:00:00')).toBe(1);
    expect(await versionAt('2015-07-12T22:59:59')).toBe(1);
    expect(await versionAt('2015-07-12T23:00:00')).toBe(2);
    expect(await versionAt('2015-12-13T23:59:59')).toBe(2);
    expect(await versionAt('2015-12-14T00:00:00')).toBe(3);
    expect(await versionAt('2016-01-04T00:00:00')).toBe(4);
    expect(await versionAt('2016-01-18T00:00:00')).toBe(5);
    await expect(formInForce(db, at('2015-03-01T00:00:00'))).rejects.toThrow('No version of the form');
  });

  it('stays the report’s until it is sent, and the next report is begun with the new one', async () => {
    const database = await testDatabase();
    const { db } = database;
    const robin = (time: string) =>
      makeCtx(database, { email: 'robin@harbour-trust.example', clock: fixedClock(at(time)) });
    const before = await robin('2015-07-10T10:00:00');
    const after = await robin('2016-01-18T09:00:00');
    const { draftId } = await startDraft(before);
    // Nothing was typed yet, but it is of a version that is not in force any more: it is not offered again.
    expect((await startDraft(after)).draftId).not.toBe(draftId);
    await writePages(after, draftId, { places: { placePeopleCount: '12' } });
    expect((await ownDraft(db, after, draftId)).definition.version).toBe(1);
    const { submissionId } = await submit(after, { draftId, declaration: minimalPosts.declaration });
    const sent = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect(sent.formVersion).toBe(1);
    // Whatever reads it later reads it by its own version: the trail, what is given back and added, and an export.
    const where = { type: 'submission.submitted', subjectId: submissionId };
    expect(await db.auditEvent.findFirst({ where })).toMatchObject({ data: { formVersion: 1 } });
    expect(await draftFate(after, { draftId })).toMatchObject({ kind: 'sent', formVersion: 1 });
    const { definition } = await openPart(after, { submissionId, part: 'people' });
    expect(definition.version).toBe(1);
    // The first had no list of businesses, and asked for the number of people in a question of its own.
    const { toAdd } = await openOwnReport(after, { submissionId });
    expect(toAdd.map(({ part }) => part)).toEqual(['places', 'vehicles', 'people']);
    const [place] = entriesSaid(await transaction(db, (tx) => saidOf(tx, submissionId)), 'place');
    expect(place && answerSaid(place, 'place.people')).toBe(12);
    const fib = await makeCtx(database, { email: 'fib.officer@police.example' });
    const asked = { format: 'json', purpose: 'disclosure', reason: 'Asked for by the prosecutor' };
    const exported = await openExport(fib, await askExport(fib, { ...asked, submissionId }));
    expect(exported.answers.form_version).toBe(1);
    const { draftId: next } = await startDraft(after);
    expect((await ownDraft(db, after, next)).definition.version).toBe(5);
  });

  it('is told to administrators apart from one that is only agreed', async () => {
    const database = await testDatabase();
    const lines = async (time: string) =>
      formVersions(
        await makeCtx(database, { email: 'administrator@police.example', clock: fixedClock(at(time)) }),
      );
    const inForce = async (time: string) =>
      (await lines(time)).filter((line) => line.inForce).map(({ version }) => version);
    expect(await inForce('2015-08-01T10:00:00')).toEqual([2, 1]);
    expect(await inForce('2016-01-18T10:00:00')).toEqual([5, 4, 3, 2, 1]);
  });
});

describe('a version that opens with one screen', async () => {
  const database = await testDatabase();
  const robin = await makeCtx(database, {
    email: 'robin@harbour-trust.example',
    clock: fixedClock(at('2016-01-18T09:00:00')),
  });
  const opened = async (posted: Posted) => {
    const { draftId } = await startDraft(robin);
    const { next } = await savePage(robin, { draftId, pageId: openingId, posted });
    return { draftId, next };
  };
  const sent = (id: Id<'Submission'>) => database.db.submission.findUniqueOrThrow({ where: { id } });
  const sighting = {
    danger: 'no',
    child: 'no',
    whatIsKnown: 'A van outside the house.',
    placePostcode: 'B11 4AA',
    informationDate: 'today',
    onBehalfOfVictim: 'no',
    sourceKind: 'self',
    sourceCouldBeGuessed: 'no',
    exploitationTypes: ['labour'],
  };

  it('is sent from the next page, with the most careful wishes where the account has none', async () => {
    const { draftId, next } = await opened(sighting);
    expect(next).toEqual({ kind: 'check_answers' });
    const usual = usualWishes(await ownDraft(database.db, robin, draftId));
    expect(usual).toEqual({ values: { shareWith: 'police_only', ringBeforeActing: 'yes' }, own: true });
    // To be called first needs a number, as it is answered on the same page.
    const contact = {
      contactTelephone: '',
      contactSafeTimes: '',
      contactAnotherWay: '',
      noSafeNumber: false,
    };
    await expect(submit(robin, { draftId, declaration: usual.values, contact })).rejects.toMatchObject({
      fieldErrors: { contactTelephone: expect.any(String) as string },
    });
    const { submissionId } = await submit(robin, {
      draftId,
      declaration: usual.values,
      contact: { ...contact, contactTelephone: '0121 496 0123' },
    });
    expect(await sent(submissionId)).toMatchObject({ formVersion: 5, priority: 'low' });
  });

  it('asks anew for each report what somebody else told', async () => {
    const { draftId } = await opened({ ...sighting, sourceKind: 'anonymous', learnedDate: 'today' });
    expect(usualWishes(await ownDraft(database.db, robin, draftId))).toEqual({ values: {}, own: false });
  });

  it('asks once about a child of whom the text tells, and is matched by what stands in the text alone', async () => {
    const [earlier, text] = ['ZZ15 ZYX stood there again.', 'A girl aged 15 gets into ZZ15 ZYX.'];
    const send = async (whatIsKnown: string, posted: Posted = {}) => {
      const { draftId } = await opened({ ...sighting, whatIsKnown });
      const declaration = { shareWith: 'no_limit', ringBeforeActing: 'no', ...posted };
      return (await submit(robin, { draftId, declaration })).submissionId;
    };
    const first = await send(earlier);
    await expect(send(text)).rejects.toMatchObject({
      fieldErrors: { [childField]: 'Select whether a child is involved' },
    });
    const id = await send(text, { [childField]: 'no' });
    expect((await sent(id)).concernsChild).toBe(true);
    const fib = await makeCtx(database, { email: 'fib.officer@police.example' });
    const { matches } = await openMatches(fib, { submissionId: id, after: null });
    expect(matches.map(({ submissionId }) => submissionId)).toContain(first);
  });

  it('sends danger from the second page with what was typed, right or wrong', async () => {
    const typed = { danger: 'now', whatIsKnown: 'She is locked in.', placePostcode: '???' };
    const { draftId, next } = await opened(typed);
    expect(next).toEqual({ kind: 'send_now' });
    const { submissionId } = await sendAtOnce(robin, { draftId, posted: { whatIsKnown: typed.whatIsKnown } });
    expect(await sent(submissionId)).toMatchObject({ priority: 'high' });
    const [added] = await database.db.supplement.findMany({ where: { submissionId } });
    expect(added?.text).toContain('???');
  });
});

describe('a portal that runs with versions 1 and 2', () => {
  const upTo3 = { ...pack, forms: pack.forms.slice(0, 3) };

  it('gets version 3 on its next start, at once or on its day, and what is published stays as it is', async () => {
    const { db } = await emptyDatabase();
    const earlier = at('2016-01-10T09:00:00');
    for (const { definition, meanings } of pack.forms.slice(0, 2))
      await db.formVersion.create({
        data: {
          version: definition.version,
          definition,
          definitionHash: definitionHash(definition),
          meanings,
          agreedOn: at('2015-02-02T00:00:00'),
          agreedWith: 'Partners',
          publishedAt: earlier,
        },
      });
    const published = () => db.formVersion.findMany({ orderBy: { version: 'asc' } });
    const before = await published();
    expect((await formInForce(db, earlier)).definition.version).toBe(2);
    const now = at('2016-01-18T09:00:00');
    const toCome = pack.formAgreements.map((each) =>
      each.version === 3 ? { ...each, inForceFrom: '2016-02-01' } : each,
    );
    await expect(
      transaction(db, async (tx) => {
        await publishFormVersions(tx, { ...upTo3, formAgreements: toCome }, now);
        expect((await formInForce(tx, now)).definition.version).toBe(2);
        expect((await formInForce(tx, at('2016-02-01T00:00:00'))).definition.version).toBe(3);
        throw new Error('That was only to see.');
      }),
    ).rejects.toThrow('only to see');
    await transaction(db, (tx) => publishFormVersions(tx, upTo3, now));
    expect((await published()).slice(0, 2)).toEqual(before);
    expect((await published())[2]).toMatchObject({ version: 3, publishedAt: now });
    expect((await formInForce(db, now)).definition.version).toBe(3);
  });
});
