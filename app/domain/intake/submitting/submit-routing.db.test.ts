import { describe, expect, it } from 'vitest';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Answers } from '../../form/answers.ts';
import { splitSourceIdentity } from '../../form/source-identity.ts';
import { ownDraft } from '../drafts/drafts.server.ts';
import { startDraft } from '../drafts/start-draft.server.ts';
import { outsidePlaces } from './outside-places.server.ts';

const database = await testDatabase();
const { db } = database;
const reporter = (email: string) => makeCtx(database, { email, clock: fixedClock(testNow) });
const robin = await reporter('robin@harbour-trust.example');
// Neither of the network nor a reporting centre, so that only what a test says makes a link.
const jo = await reporter('jo@bridge-charity.example');

const at = (...postcodes: (string | null)[]): Answers => ({
  places: postcodes.map((placePostcode, index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    placeKind: 'home',
    ...(placePostcode === null ? { placeTown: 'Example town' } : { placePostcode }),
  })),
});
const victim = { onBehalfOfVictim: 'yes', victimNrmOffered: 'yes', victimNrmConsent: 'no' };

async function routed(changes: Answers, ctx = robin) {
  const id = await submitted(ctx, changes);
  const submission = await db.submission.findUniqueOrThrow({
    where: { id },
    include: { primaryQueue: true, area: true },
  });
  const watchers = await db.submissionWatcher.findMany({
    where: { submissionId: id },
    include: { queue: true },
  });
  const [place] = await db.submissionPlace.findMany({
    where: { submissionId: id },
    orderBy: { position: 'asc' },
    include: { area: true },
  });
  const [route] = await db.submissionRoute.findMany({ where: { submissionId: id } });
  const links = await db.submissionPlanLink.findMany({
    where: { submissionId: id },
    include: { planItem: true },
  });
  return {
    id,
    submission,
    queue: submission.primaryQueue.code,
    area: submission.area?.code ?? null,
    rule: route?.ruleCode,
    reason: submission.routingReason,
    watchers: watchers.map(({ queue }) => queue.code),
    place: { resolution: place?.resolution, area: place?.area?.code ?? null },
    links: Object.fromEntries(links.map((link) => [link.planItem.code, link.ruleCode])),
    linkReasons: links.map(({ reason }) => reason),
  };
}

it('is said to its reporter before it is sent where a place lies outside the force, and not of one inside', async () => {
  const { draftId } = await startDraft(robin);
  const draft = await ownDraft(db, robin, draftId);
  const { open: answers } = splitSourceIdentity(draft.definition, at('B11 1AA', 'EH1 1AA', null));
  expect(await outsidePlaces(robin, { ...draft, answers })).toEqual(['EH1 1AA']);
});

describe('where a place lies decides the area', () => {
  it('by its own entry where a full postcode differs from its sector', async () => {
    expect(await routed(at('B10 0AD'))).toMatchObject({
      area: 'BE',
      place: { resolution: 'area', area: 'BE' },
    });
    expect(await routed(at('B10 0AA'))).toMatchObject({
      area: 'BWC',
      place: { resolution: 'area', area: 'BWC' },
    });
  });

  it('not for a part postcode of several areas: FIB decides, and sees the candidates', async () => {
    const { submission, ...result } = await routed(at('B5'));
    expect(result).toMatchObject({
      queue: 'fib',
      area: null,
      rule: 'ambiguous-postcode',
      place: { resolution: 'ambiguous', area: null },
    });
    expect(submission.candidates).toEqual([
      { area: 'BWC', share: 0.637 },
      { area: 'BS', share: 0.263 },
      { area: 'BE', share: 0.1 },
    ]);
    expect(result.reason).toBe(
      'The postcode does not decide the area: B5 (Birmingham West and Central 64%, Birmingham South 26%, Birmingham East 10%). Force Intelligence Bureau decides.',
    );
  });

  it('as another force’s where it lies outside, by district or by its own entry', async () => {
    const district = await routed(at('CV8'));
    expect(district).toMatchObject({
      queue: 'fib',
      area: null,
      rule: 'out-of-force',
      place: { resolution: 'out_of_force', area: null },
    });
    expect(district.reason).toBe(
      'A place lies outside the force: CV8 (Warwickshire Police). Force Intelligence Bureau holds it, to pass on.',
    );
    const own = await routed(at('B14 5SL'));
    expect(own).toMatchObject({ queue: 'fib', rule: 'out-of-force', place: { resolution: 'out_of_force' } });
    expect(own.reason).toContain('B14 5SL (West Mercia Police)');
  });

  it('as unknown where the data does not know it', async () => {
    const result = await routed(at('SW1A 1AA'));
    expect(result).toMatchObject({
      queue: 'fib',
      area: null,
      rule: 'unknown-postcode',
      place: { resolution: 'unknown_postcode', area: null },
    });
    expect(result.reason).toContain('SW1A 1AA');
  });

  it('as none where there is no postcode or no place', async () => {
    expect(await routed(at(null))).toMatchObject({
      queue: 'fib',
      area: null,
      rule: 'no-place',
      reason: 'No place with a postcode is given. Force Intelligence Bureau finds the area.',
      place: { resolution: 'none', area: null },
    });
    expect(await routed({ places: [], placesNotKnown: ['not_known'] })).toMatchObject({
      queue: 'fib',
      rule: 'no-place',
      place: {},
    });
  });

  it('as several where its places lie in several', async () => {
    const result = await routed(at('B11 4AA', 'CV1 2AA'));
    expect(result).toMatchObject({ queue: 'fib', area: null, rule: 'several-areas' });
    expect(result.reason).toBe(
      'The places lie in several areas: Birmingham East and Coventry. Force Intelligence Bureau holds it for all of them.',
    );
  });
});

describe('what a report says decides queue, priority and who watches', () => {
  it('danger: FIB with High priority, the area watches, the duty list is told at once, wall clocks run', async () => {
    const result = await routed({ danger: 'soon' });
    expect(result).toMatchObject({ queue: 'fib', area: 'BE', rule: 'danger', watchers: ['spoc-be'] });
    expect(result.submission).toMatchObject({
      priority: 'high',
      priorityRank: 1,
      restricted: false,
      firstSeenDueAt: new Date('2016-01-18T10:00:00Z'),
      assessedDueAt: new Date('2016-01-18T13:00:00Z'),
      answeredDueAt: new Date('2016-01-19T09:00:00Z'),
    });
    expect((await queuedJobs(db, result.id)).map(({ name, data }) => ({ name, data }))).toContainEqual({
      name: 'tell-high',
      data: { submissionId: result.id },
    });
  });

  it('a child in danger: the same', async () => {
    const result = await routed({ child: 'in_danger', emergencyCall: 'called' });
    expect(result).toMatchObject({
      queue: 'fib',
      rule: 'child-in-danger',
      watchers: ['spoc-be'],
      submission: { priority: 'high' },
    });
  });

  it('anything else tells nobody on the duty list', async () => {
    const { id } = await routed({});
    expect((await queuedJobs(db, id)).map(({ name }) => name)).toEqual(['send-mail']);
  });

  it.each(['yes', 'unsure'])(
    'a source that could be guessed (%s): restricted to FIB, nobody watches',
    async (sourceCouldBeGuessed) => {
      const risk = { sourceCouldBeGuessed, sourceRisk: 'Few people knew' };
      const result = await routed(risk);
      expect(result).toMatchObject({
        queue: 'fib',
        rule: 'source-could-be-guessed',
        watchers: [],
        submission: { restricted: true, priority: 'medium' },
      });
      expect(result.reason).toBe(
        'Somebody could guess who told the partner. It is restricted to Force Intelligence Bureau.',
      );
      const danger = await routed({ ...risk, danger: 'soon' });
      expect(danger).toMatchObject({
        queue: 'fib',
        rule: 'danger',
        watchers: [],
        submission: { restricted: true, priority: 'high' },
      });
      const forVictim = await routed({ ...risk, ...victim, victimWantsContact: 'yes' });
      expect(forVictim).toMatchObject({ queue: 'fib', watchers: [], submission: { restricted: true } });
    },
  );

  it('a victim who wants contact: the area’s SPOC, without an area the force SPOC; FIB watches', async () => {
    expect(await routed({ ...victim, victimWantsContact: 'yes' })).toMatchObject({
      queue: 'spoc-be',
      rule: 'victim-wants-contact',
      watchers: ['fib'],
      submission: { priority: 'medium' },
    });
    expect(await routed({ ...victim, victimWantsContact: 'yes', ...at(null) })).toMatchObject({
      queue: 'force-spoc',
      watchers: ['fib'],
    });
    expect(await routed({ ...victim, victimWantsContact: 'no' })).toMatchObject({
      queue: 'fib',
      watchers: [],
    });
  });

  it('working clocks run over the weekend and a bank holiday', async () => {
    const thursday = await makeCtx(database, {
      email: 'robin@harbour-trust.example',
      clock: fixedClock(new Date('2016-03-24T16:00:00Z')),
    });
    // Good Friday to Easter Monday is four days, and British Summer Time begins in between.
    const { submission } = await routed({ ...victim, victimWantsContact: 'no' }, thursday);
    expect(submission.firstSeenDueAt).toEqual(new Date('2016-03-29T15:00:00Z'));
  });
});

describe('links to the plan', () => {
  it('say which rule made them, each item once', async () => {
    expect((await routed({}, jo)).links).toEqual({
      'PCC 1.4.1': 'web-form',
      'PCC 3.3c.1': 'web-form',
      'PCC 1.2.4': 'type-and-place',
    });
    const network = await routed({});
    expect(network.links).toMatchObject({ 'PCC 1.2.3': 'network-partner', 'Prepare 1': 'network-partner' });
    const centre = await routed({}, await reporter('eli@community-centres.example'));
    expect(centre.links).toMatchObject({
      'PCC 1.4.1': 'third-party-centre',
      'PCC 3.3c.1': 'third-party-centre',
    });
    expect(centre.linkReasons).toContain('A third-party reporting centre sent it.');
  });

  it('follow from what the report says', async () => {
    const { links, linkReasons } = await routed(
      {
        ...victim,
        victimWantsContact: 'no',
        organisedGroup: 'yes',
        nrmStatus: 'nrm',
        places: [
          {
            id: '00000000-0000-4000-8000-000000000001',
            placeKind: 'work',
            placePostcode: 'B11 4AA',
            placePeopleEstimate: '10 to 12',
          },
        ],
        people: [
          {
            id: '00000000-0000-4000-8000-000000000002',
            personPart: 'possible_victim',
            personDescription: 'Tall',
            personLanguage: 'vi',
          },
        ],
      },
      jo,
    );
    expect(links).toMatchObject({
      'PCC 3.3c.1': 'on-behalf-of-victim',
      'PCC 1.2.1': 'on-behalf-of-victim',
      'Prepare 2': 'many-people',
      'Protect 3': 'referral-named',
      'Pursue 1': 'organised-or-repeat',
      'PCC 1.4.3': 'listed-community',
      'Prevent 2': 'listed-community',
    });
    expect(linkReasons).toContain('There may be 12 people at one place.');
  });

  it('know a vehicle that was reported before, by its whole mark only', async () => {
    const van = (vehicleVrm: string) => ({
      vehicles: [{ id: '00000000-0000-4000-8000-000000000003', vehicleVrm }],
    });
    expect((await routed(van('ZZ99ZZZ'), jo)).links).not.toHaveProperty('Pursue 1');
    expect((await routed(van('ZZ99ZZZ'), jo)).links).toMatchObject({ 'Pursue 1': 'organised-or-repeat' });
    await routed(van('ZZ9?ZZZ'), jo);
    expect((await routed(van('ZZ9?ZZZ'), jo)).links).not.toHaveProperty('Pursue 1');
  });
});
