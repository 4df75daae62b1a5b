import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import { openMatches } from './open-matches.server.ts';
import { readableBy } from '#app/domain/submission/readable.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { maySeeRawText } from '#app/domain/submission/submission-access.ts';
import { loadSubmissionUnchecked } from '#app/domain/submission/load-submission.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
let people: Record<Who, Ctx>;

const vehicle = (mark: string): Answers => ({
  canDescribe: ['vehicles'],
  vehicles: [{ id: 'v', vehicleVrm: mark.toUpperCase().replaceAll(' ', '') }],
});
const person = (forename: string, surname: string, more: Record<string, unknown> = {}): Answers => ({
  canDescribe: ['people'],
  vehicles: [],
  people: [
    { id: 'p', personPart: 'suspected_exploiter', personForename: forename, personSurname: surname, ...more },
  ] as Answers['people'],
});
const born = (date: string) => ({ personBirthDate: { precision: 'exact', date } });
const at = (postcode: string, address?: string): Answers => ({
  places: [
    {
      id: 'w',
      placeKind: 'home',
      ...(postcode ? { placePostcode: postcode } : {}),
      ...(address ? { placeAddress: address } : {}),
    },
  ],
});
const forVictim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
const guessable = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };

/** Reports of which each is at a place of its own, so that they share what a test has them share. */
let places = 0;
const send = (changes: Answers): Promise<Id<'Submission'>> => {
  places += 1;
  return submitted(people.reporter, {
    ...at(`B11 ${places % 10}A${'ABDEFGHJLN'[Math.floor(places / 10)]}`),
    ...vehicle(`N${places}WAY`),
    ...changes,
  });
};
const matchesOf = async (who: Who, submissionId: Id<'Submission'>) =>
  (await openMatches(people[who], { submissionId, after: null })).matches.map((match) => [
    match.submissionId,
    match.strength,
    match.shared.map(({ why }) => why),
  ]);

beforeAll(async () => {
  people = await officers(database, clock);
});

describe('what two reports share', () => {
  it('finds a vehicle by its mark, and by the part of a mark that is known', async () => {
    const whole = await send(vehicle('BX12 ABC'));
    const same = await send(vehicle('bx12abc'));
    const part = await send(vehicle('BX?? ABC'));
    const contrary = await send(vehicle('BX13 ABC'));
    expect(await matchesOf('fib', whole)).toEqual([
      [same, 'strong', ['Same registration mark']],
      [part, 'likely', ['Part of a registration mark fits: 5 characters are the same and none differs']],
    ]);
    expect((await matchesOf('fib', part)).map(([id]) => id).sort()).toEqual([whole, same, contrary].sort());
    expect((await matchesOf('fib', contrary)).map(([id]) => id)).toEqual([part]);
  });

  it('finds the vehicle of an earlier report where the text alone names it', async () => {
    const earlier = await send(vehicle('ZZ15 ZZZ'));
    const textAlone = await send({
      vehicles: undefined,
      canDescribe: undefined,
      whatIsKnown: 'Six men were fetched again in a white van, zz15zzz.',
    });
    expect(await matchesOf('fib', textAlone)).toEqual([[earlier, 'strong', ['Same registration mark']]]);
  });

  it('finds a person by name and date of birth, by sound and by letters, and says which', async () => {
    const one = await send(person('Mihai', 'Inventescu', born('1990-02-28')));
    const same = await send(person('Mihai', 'Inventescu', born('1990-02-28')));
    const typed = await send(person('Mihay', 'Inventesku'));
    const turned = await send(person('Inventescu', 'Mihai', { personAgeRange: '25_to_34' }));
    await send(person('Mihai', 'Otherwise'));
    await send(person('Darius', 'Inventescu'));
    await send(person('Somebody', 'Else', born('1990-02-28')));
    const found = new Map((await matchesOf('fib', one)).map(([id, ...rest]) => [id, rest]));
    expect([...found.keys()].sort()).toEqual([same, typed, turned].sort());
    expect(found.get(same)).toEqual(['strong', ['Same name, same date of birth']]);
    expect(found.get(typed)?.[0]).toBe('possible');
    expect(found.get(turned)?.[1]).toEqual([expect.stringContaining('the ages fit')]);
  });

  it('finds a name of which one part alone is known by the whole of it', async () => {
    const one = await send(person('Maria Elena', '', { personSurname: undefined }));
    const other = await send(person('Maria', 'Elena'));
    await send(person('Maria', 'Popescu'));
    expect(await matchesOf('fib', one)).toEqual([[other, 'likely', ['Same name, no ages to compare']]]);
    expect((await matchesOf('fib', other)).map(([id]) => id)).toEqual([one]);
  });

  it('finds a telephone number however it is written, a nickname and an account', async () => {
    const one = await send(person('Ana', 'Madeup', { personPhone: '07700 900321', personAlias: 'Old Red' }));
    const other = await send(person('Bo', 'Fantasy', { personPhone: '+44 7700 900321' }));
    const nick = await send(person('Cy', 'Figment', { personAlias: 'old red' }));
    expect(await matchesOf('fib', one)).toEqual([
      [other, 'strong', ['Same telephone number']],
      [nick, 'possible', ['Same nickname, no ages to compare']],
    ]);
  });

  it('finds a place by postcode and house number, and without a postcode by its words', async () => {
    const one = await send(at('B12 8QX', '14 Imaginary Road'));
    const same = await send(at('B12 8QX', 'No 14, Imaginary Rd'));
    const beside = await send(at('B12 8QX', '16 Imaginary Road'));
    const open = await send(at('', '14 Imaginary Road'));
    expect(new Map((await matchesOf('fib', one)).map(([id, strength]) => [id, strength]))).toEqual(
      new Map([
        [same, 'strong'],
        [open, 'likely'],
        [beside, 'possible'],
      ]),
    );
  });

  it('never compares who told the partner', async () => {
    const source = { name: 'Quentin Sealedaway', contact: '07700 900777' };
    const sealed = await submittedWithSource(people.reporter, source, {
      ...at('B13 9AA'),
      ...vehicle('S1 EAL'),
    });
    const again = await submittedWithSource(people.reporter, source, {
      ...at('B13 9AB'),
      ...vehicle('S2 EAL'),
    });
    const named = await send(person('Quentin', 'Sealedaway', { personPhone: '07700 900777' }));
    expect(await matchesOf('fib', named)).toEqual([]);
    expect(await matchesOf('fib', sealed)).toEqual([]);
    expect(await matchesOf('fib', again)).toEqual([]);
  });
});

describe('who is told of a match', () => {
  let own: Id<'Submission'>;
  let inFib: Id<'Submission'>;
  let restricted: Id<'Submission'>;
  let coventry = '';
  beforeAll(async () => {
    const van = vehicle('WM65 VAN');
    own = await send({ ...forVictim, ...van });
    inFib = await send(van);
    restricted = await send({ ...guessable, ...van });
    coventry = await send({ ...forVictim, ...van, ...at('CV1 1AA') });
    const gone = await send(van);
    await people.fib.db.submission.update({ where: { id: gone }, data: { status: 'withdrawn' } });
  });

  it('FIB sees every one, opens those it may, and none that was withdrawn', async () => {
    const page = await openMatches(people.fib, { submissionId: inFib, after: null });
    expect(new Map(page.matches.map((match) => [match.submissionId, match.readable]))).toEqual(
      new Map([
        [own, false],
        [restricted, true],
        [coventry, false],
      ]),
    );
    expect(page.matches.find(({ submissionId }) => submissionId === own)?.shared[0]?.other).toBe('');
    expect(page.counts).toMatchObject({ found: 3, elsewhere: 0 });
  });

  it('a SPOC is told how many there are elsewhere, nothing of them, and nothing at all of a restricted one', async () => {
    const page = await openMatches(people.spocEast, { submissionId: own, after: null });
    expect(page.matches).toEqual([]);
    expect(page.counts).toEqual({ found: 0, strong: 0, elsewhere: 2, many: [] });
    const opened = await openSubmission(people.spocEast, { submissionId: own });
    expect(opened).toMatchObject({ view: 'whole', matchCounts: { found: 0, elsewhere: 2 } });
  });

  it('those who only know that a report exists see no matches, and others not even that', async () => {
    await expect(openMatches(people.areaLead, { submissionId: own, after: null })).rejects.toThrow(Forbidden);
    await expect(openMatches(people.spocCoventry, { submissionId: own, after: null })).rejects.toThrow(
      NotFound,
    );
    await expect(openMatches(people.spocEast, { submissionId: restricted, after: null })).rejects.toThrow(
      NotFound,
    );
    await expect(openMatches(people.reporter, { submissionId: own, after: null })).rejects.toThrow(NotFound);
  });

  it('records whose matches were read and which were shown', async () => {
    await openMatches(people.fibTwo, { submissionId: own, after: null }).catch(() => undefined);
    await openMatches(people.fibTwo, { submissionId: inFib, after: null });
    const event = await people.fib.db.auditEvent.findFirstOrThrow({
      where: { type: 'matches.read', actorId: people.fibTwo.actor.accountId },
    });
    expect(event.subjectId).toBe(inFib);
    expect(event.data).toMatchObject({
      elsewhere: 0,
      shown: expect.arrayContaining([restricted]) as unknown,
    });
    expect(JSON.stringify(event.data)).not.toContain('VAN');
  });

  it('comes in pages, each report once', async () => {
    const van = vehicle('PG16 PGS');
    const sent = [];
    for (let count = 0; count < 26; count += 1) sent.push(await send(van));
    const [first = ''] = sent;
    const one = await openMatches(people.fib, { submissionId: first as Id<'Submission'>, after: null });
    const two = await openMatches(people.fib, { submissionId: first as Id<'Submission'>, after: one.next });
    const shown = [...one.matches, ...two.matches].map(({ submissionId }) => submissionId);
    expect([one.matches.length, two.matches.length, two.next]).toEqual([20, 5, null]);
    expect(new Set(shown)).toEqual(new Set(sent.slice(1)));
  });
});

describe('what the actor may read, as SQL', () => {
  it('is what the rule says, for everybody and every status, priority, restriction and claim', async () => {
    const { db } = people.fib;
    const ids = [
      await send({}),
      await send({ ...forVictim }),
      await send({ ...forVictim, ...at('CV1 1AB') }),
    ];
    const force = await db.queue.findUniqueOrThrow({ where: { code: 'force-spoc' } });
    const moved = await send({});
    await db.submission.update({ where: { id: moved }, data: { primaryQueueId: force.id } });
    ids.push(moved);
    const everyone = Object.values(people);
    const [fib, spoc] = [people.fibTwo.actor.accountId, people.spocEast.actor.accountId];
    // While they are restricted, the first has an access list, and from the second somebody was taken off.
    const onList = {
      accountId: people.fib.actor.accountId,
      addedAt: testNow,
      addedBy: fib,
      reason: 'Works on it',
    };
    const off = { removedAt: testNow, removedBy: fib, removedFor: 'Moved on' };
    for (const [at, taken] of [{}, off].entries())
      await db.submissionAccess.create({
        data: { id: newId(), submissionId: ids[at] ?? '', ...onList, ...taken },
      });
    for (const [status, priority, restricted, claimedBy] of [
      ['submitted', 'low', false, null],
      ['submitted', 'high', false, null],
      ['submitted', 'high', true, null],
      ['in_assessment', 'low', false, fib],
      ['in_assessment', 'low', false, spoc],
      ['in_assessment', 'low', true, spoc],
      ['accepted', 'low', false, null],
      ['closed', 'low', true, null],
      ['rejected', 'low', false, null],
      ['withdrawn', 'high', false, null],
    ] as const) {
      const claimedAt = claimedBy === null ? null : testNow;
      await unguarded(
        database.pool,
        'UPDATE submission SET status = $2, priority = $3, restricted = $4, claimed_by = $5, claimed_at = $6 WHERE id = ANY ($1)',
        [ids, status, priority, restricted, claimedBy, claimedAt],
      );
      await transaction(db, async (tx) => {
        for (const ctx of everyone.filter(({ actor }) => actor.side === 'police')) {
          const readable = readableBy(ctx);
          const rows = await tx.$queryRaw<{ id: string }[]>(
            Prisma.sql`SELECT s.id FROM submission s JOIN queue q ON q.id = s.primary_queue_id
                    WHERE s.id = ANY(${ids}::uuid[]) AND ${readable}`,
          );
          for (const id of ids) {
            const submission = await loadSubmissionUnchecked(tx, ctx, id);
            const expected =
              submission !== null && maySeeRawText(ctx.actor, submission.state, submission.accessFacts);
            expect(
              rows.some((row) => row.id === id),
              `${ctx.actor.displayName} ${status} ${priority} ${restricted} ${claimedBy}`,
            ).toBe(expected);
          }
        }
      });
    }
  });
});
