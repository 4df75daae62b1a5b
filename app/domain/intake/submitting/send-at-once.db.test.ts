import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { countStatements } from '#tests/factories/count-statements.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { plannedContact } from '#tests/factories/records-and-contact.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { people } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { openMatches } from '../../connections/matching/open-matches.server.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { search } from '../../connections/search/search.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import type { Posted } from '../../form/read-posted.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { sharingLimits } from '../../submission/sharing-limits.ts';
import { saidOf } from '../../submission/said-of.server.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { noWays, writtenWays } from '../../people/contact/contact-ways.ts';
import { unlessKept } from '../drafts/not-finished.ts';
import { savePage } from '../drafts/save-page.server.ts';
import { startDraft } from '../drafts/start-draft.server.ts';
import { addPart, openPart } from '../own-reports/add-part.server.ts';
import { openOwnReport } from '../own-reports/open-own-report.server.ts';
import { sendDangerReport } from './send-danger-report.server.ts';
import { sendAtOnce } from './submit.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const counter = await countStatements(pool);
const clock = fixedClock(testNow);
const { reporter, fib } = await officers(database, clock);
const stranger = await makeCtx(database, { email: people.elsewhere, clock });

async function inDanger(answers: Posted = {}): Promise<Id<'Draft'>> {
  const { draftId } = await startDraft(reporter);
  const posted = { danger: 'now', child: 'not_known', onBehalfOfVictim: 'no', ...answers };
  await savePage(reporter, { draftId, pageId: 'danger', posted });
  return draftId;
}
const known = { whatIsKnown: 'She is locked in a flat.' };
async function sent(posted: Posted = known): Promise<Id<'Submission'>> {
  return (await sendAtOnce(reporter, { draftId: await inDanger(), posted })).submissionId;
}
const add = (submissionId: Id<'Submission'>, part: string, posted: Posted, warned = false) =>
  addPart(reporter, { submissionId, part, supplementId: randomUUID(), posted, warned });
const matchesOf = async (submissionId: Id<'Submission'>) =>
  (await openMatches(fib, { submissionId, after: null })).matches.map((match) => match.submissionId);
const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const whole = async (submissionId: Id<'Submission'>) => {
  const opened = await openSubmission(fib, { submissionId });
  if (opened.view !== 'whole') throw new Error('FIB reads it whole');
  return opened;
};

describe('a report about danger', () => {
  it('is sent by what the partner knows alone: High, restricted as nobody said otherwise, the duty list told', async () => {
    const id = await sent();
    expect(await rowOf(id)).toMatchObject({ priority: 'high', restricted: true, sentAtOnce: true });
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toContain('tell-high');
    expect(await db.draft.count({ where: { accountId: reporter.actor.accountId } })).toBe(0);
  });

  it('is sent once, though pressed twice', async () => {
    const draftId = await inDanger();
    const [one, other] = [
      await sendAtOnce(reporter, { draftId, posted: known }),
      await sendAtOnce(reporter, { draftId, posted: known }),
    ];
    expect(other).toEqual(one);
  });

  it('is sent once by password alone as well, though both presses arrive together, and takes no draft along', async () => {
    const contact = { ...writtenWays(noWays), noSafeNumber: true };
    const send = (draftId: Id<'Draft'>) =>
      sendDangerReport(reporter, { draftId, posted: known, contact, withoutFactor: true, begun: false });
    const draftId = newId<'Draft'>();
    const [one, other] = await Promise.all([send(draftId), send(draftId)]);
    expect(other).toEqual(one);
    const unsent = await inDanger();
    await expect(send(unsent)).rejects.toBeInstanceOf(NotFound);
    await db.draft.delete({ where: { id: unsent } });
  });

  it('counts what was not asked yet as the most careful wish, until it is answered', async () => {
    const id = await sent({ ...known, sourceKind: 'self', sourceCouldBeGuessed: 'no' });
    const limits = async () => sharingLimits(await transaction(db, (tx) => saidOf(tx, id)));
    expect(await limits()).toMatchObject({ limit: 'police_only', callFirst: true });
    await add(id, 'wishes', { shareWith: 'no_limit', ringBeforeActing: 'no' });
    expect(await limits()).toMatchObject({ limit: null, callFirst: false });
  });

  it('waits for a contact plan from when its partner adds that the victim wants contact, unless one is written', async () => {
    const wishes = {
      victimWantsContact: 'yes',
      victimContactSafely: 'Ring the centre.',
      victimNrmOffered: 'no',
      victimNrmConsent: 'not_asked',
    };
    const ofVictim = async () =>
      (await sendAtOnce(reporter, { draftId: await inDanger({ onBehalfOfVictim: 'yes' }), posted: known }))
        .submissionId;
    const [id, planned] = [await ofVictim(), await ofVictim()];
    expect((await rowOf(id)).contactWishedOn).toBeNull();
    await add(id, 'victim-wishes', wishes);
    expect((await rowOf(id)).contactWishedOn).toEqual(new Date('2016-01-18'));
    await plannedContact(fib, planned);
    await add(planned, 'victim-wishes', wishes);
    expect((await rowOf(planned)).contactWishedOn).toBeNull();
  });

  it('concerns a child from when an age is added that says so, and that is never taken back', async () => {
    const id = await sent();
    await add(id, 'people', {
      personPart: 'possible_victim',
      personForename: 'Zork',
      personAgeRange: '25_to_34',
    });
    expect((await rowOf(id)).concernsChild).toBe(false);
    await add(id, 'people', {
      personPart: 'possible_victim',
      personForename: 'Zork',
      personAgeRange: '12_to_15',
    });
    expect((await rowOf(id)).concernsChild).toBe(true);
    await add(id, 'people', {
      personPart: 'possible_victim',
      personForename: 'Zork',
      personAgeRange: '25_to_34',
    });
    expect((await rowOf(id)).concernsChild).toBe(true);
    await expect(db.submission.update({ where: { id }, data: { concernsChild: false } })).rejects.toThrow(
      /not taken back/,
    );
  });

  it('holds nothing back but that somebody wrote nothing, and says so beside the field', async () => {
    const draftId = await inDanger();
    await expect(sendAtOnce(reporter, { draftId, posted: {} })).rejects.toMatchObject({
      fieldErrors: { whatIsKnown: 'Enter what you know' },
    });
    const calm = await inDanger({ danger: 'no' });
    await expect(sendAtOnce(reporter, { draftId: calm, posted: known })).rejects.toThrow(Conflict);
    await expect(sendAtOnce(stranger, { draftId, posted: known })).rejects.toThrow(NotFound);
  });

  it('takes along what was answered before, and what was typed and not finished', async () => {
    const { draftId } = await startDraft(reporter);
    const danger = { danger: 'no', child: 'no', onBehalfOfVictim: 'no' };
    await savePage(reporter, { draftId, pageId: 'danger', posted: danger });
    const unfinished = { exploitationTypes: ['labour'], whatIsKnown: 'First words', learnedDate: 'exact' };
    await unlessKept(savePage(reporter, { draftId, pageId: 'information', posted: unfinished }));
    await savePage(reporter, { draftId, pageId: 'danger', posted: { ...danger, danger: 'soon' } });
    const { submissionId } = await sendAtOnce(reporter, { draftId, posted: known });
    const [added] = (await whole(submissionId)).supplements;
    expect(added?.text).toContain('What kind of exploitation could this be?: Labour');
    expect(added?.text).not.toContain('First words');
  });

  it('costs as many statements as sending the whole form may', async () => {
    const draftId = await inDanger();
    const { statements } = await counter.during(() => sendAtOnce(reporter, { draftId, posted: known }));
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(10);
  });
});

describe('what is added to it', () => {
  it('is read on the one submission, in the words of the form, and matched', async () => {
    const id = await sent();
    await add(id, 'people', {
      personPart: 'suspected_exploiter',
      personForename: 'Zork',
      personPhone: '07700 900777',
    });
    await add(id, 'vehicles', { vehicleVrm: 'QX66 ZZZ' });
    const { supplements, unread } = await whole(id);
    expect(supplements.map(({ text }) => text).toSorted()).toEqual([
      'Person\nPart: Suspected of exploiting others\nFirst name: Zork\nPhone number: 07700 900777',
      'Vehicle\nRegistration number: QX66ZZZ',
    ]);
    expect(unread).toHaveLength(2);
    expect(await db.submissionPerson.findMany({ where: { submissionId: id } })).toMatchObject([
      { forename: 'Zork', position: 1 },
    ]);
    expect(await db.submissionContact.findMany({ where: { submissionId: id } })).toMatchObject([
      { valueNormalised: '+447700900777', personPosition: 1, readFromText: false },
    ]);
    const other = await sent({ whatIsKnown: 'The van QX66 ZZZ again.' });
    expect(await matchesOf(other)).toContain(id);
  });

  it('asks nothing twice, and refuses with its reason what was answered meanwhile', async () => {
    const id = await sent();
    await add(id, 'already-done', { policeLog: 'WMP-1' });
    const parts = (await openOwnReport(reporter, { submissionId: id })).toAdd.map(({ part }) => part);
    expect(parts).toEqual(expect.arrayContaining(['people', 'risk', 'information', 'wishes']));
    const { definition, answers } = await openPart(reporter, { submissionId: id, part: 'already-done' });
    expect(answers).toMatchObject({ policeLog: 'WMP-1', whatIsKnown: known.whatIsKnown });
    expect(definition.version).toBe(5);
    await expect(openPart(reporter, { submissionId: id, part: 'opening' })).rejects.toThrow(NotFound);
    await expect(add(id, 'already-done', { policeLog: 'WMP-2' })).rejects.toThrow(Conflict);
    await expect(add(id, 'people', {})).rejects.toThrow(Invalid);
    await expect(openPart(stranger, { submissionId: id, part: 'people' })).rejects.toThrow(NotFound);
  });

  it('seals who told the partner, and warns of the name in what is added after it', async () => {
    const id = await sent({ ...known, sourceKind: 'colleague', sourceCouldBeGuessed: 'no' });
    const named = { howSourceKnows: 'told', sourceIdentity: 'named', sourceName: 'Quillon Sealedname' };
    const wishes = (handlingReason: string) =>
      add(id, 'wishes', { shareWith: 'police_only', ringBeforeActing: 'no', handlingReason });
    await add(id, 'source', named);
    await expect(wishes('Sealedname is afraid.')).rejects.toThrow(Invalid);
    await wishes('They are afraid.');
    const { supplements, facts } = await whole(id);
    expect(JSON.stringify(supplements)).not.toContain('Quillon');
    expect(supplements.map(({ text }) => text).join()).toContain(
      'Name of the source: Kept in the sealed source record',
    );
    expect(facts.sourceSealed).toBe(true);
  });

  it('of pages is for reports that were sent so', async () => {
    const submissionId = await submitted(reporter);
    await expect(openPart(reporter, { submissionId, part: 'information' })).rejects.toThrow(NotFound);
  });
});

describe('what stands in the text', () => {
  it('is found by search and matched, marked as read from it', async () => {
    const [one, other] = [
      await sent({ whatIsKnown: 'BX12 ABC, 07700 900555' }),
      await sent({ whatIsKnown: 'Call 07700 900555 or boss@example.com about B11 1AA' }),
    ];
    for (const typed of ['BX12 ABC', '07700 900555'])
      expect((await search(fib, looksFor(typed))).hits.map(({ id }) => id)).toContain(one);
    expect(await matchesOf(one)).toContain(other);
    const where = { submissionId: other, readFromText: true };
    expect(await db.submissionContact.count({ where })).toBe(2);
    expect(await db.submissionPlace.findFirst({ where })).toMatchObject({ resolution: 'none', areaId: null });
    expect((await whole(other)).facts.places).toEqual([]);
  });
});
