import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { claim } from '#tests/factories/items-in-hand.ts';
import { recordedCrime } from '#tests/factories/records-and-contact.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { eventEffect } from './event-effect.server.ts';
import { openMeasure } from './measure-rows.server.ts';
import { recentWeeks } from './recent-weeks.server.ts';
import { volumes } from './volumes.server.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2016-01-18T09:00:00Z'));
const lead = await makeCtx(database, { email: 'mds.lead@police.example', clock });
const send = async (email: string, at: string, changes = {}) =>
  submitted(await makeCtx(database, { email, clock: fixedClock(new Date(at)) }), changes);
const day = await database.db.planEvent.findFirstOrThrow({ where: { happenedOn: new Date('2015-11-26') } });

// Too early, twice before, on the day, after it from a centre, and too late.
await send('robin@harbour-trust.example', '2015-10-14T12:00:00Z');
await send('robin@harbour-trust.example', '2015-10-15T00:30:00Z');
await send('robin@harbour-trust.example', '2015-11-25T23:59:00Z');
await send('robin@harbour-trust.example', '2015-11-26T12:00:00Z');
await send('pat@fire-stations.example', '2015-11-27T00:00:00Z');
await send('pat@fire-stations.example', '2016-01-08T00:00:00Z');

// Two of an area after it, of which one led to a crime.
const later = await makeCtx(database, {
  email: 'pat@fire-stations.example',
  clock: fixedClock(new Date('2015-12-10T10:00:00Z')),
});
const fib = await makeCtx(database, { email: 'fib.officer@police.example', clock });
const crime = await submitted(later);
await claim(fib, crime);
await recordedCrime(fib, crime);
await submitted(later);

describe('reporting around an event', () => {
  it('counts the same in the list of events as on the page of one', async () => {
    const { events } = await volumes(lead, { first: '2015-04', last: '2016-01' });
    const { total, days } = await eventEffect(lead, { eventId: day.id });
    expect({ ...total, days }).toEqual({ before: 2, after: 3, days: 42 });
    expect(events.find(({ id }) => id === day.id)).toEqual({
      id: day.id,
      title: day.title,
      happenedOn: day.happenedOn,
      days: 42,
      before: 2,
      after: 3,
    });
    expect(events[0]).toMatchObject({ before: 0, after: 0 });
  });
  it('says no more of a few than that they are about the same, and orders kinds from the greatest rise to the greatest fall', async () => {
    const { finding, organisationKinds } = await eventEffect(lead, { eventId: day.id });
    expect(finding).toEqual([
      'Reporting was about the same: 3 submissions in the 42 days after, 2 in the 42 days before.',
      'Of those after the day 1 had a result so far, about as many as of those before (0).',
    ]);
    expect([organisationKinds[0]?.key, organisationKinds.at(-1)?.key]).toEqual(['third_party_centre', 'ngo']);
  });

  it('says where, from whom and whether it led to anything as whole tables say, counted anew without its SQL', async () => {
    const effect = await eventEffect(lead, { eventId: day.id });
    const rows = await database.db.submission.findMany({ include: { area: true, organisation: true } });
    const crimes = new Set(
      (await database.db.recordLink.findMany({ where: { kind: 'crime' } })).map(
        ({ submissionId }) => submissionId,
      ),
    );
    const sides = {
      before: rows.filter(({ submittedAt: at }) => at >= instant('2015-10-15') && at < instant('2015-11-26')),
      after: rows.filter(({ submittedAt: at }) => at >= instant('2015-11-27') && at < instant('2016-01-08')),
    };
    for (const side of ['before', 'after'] as const) {
      const sent = sides[side];
      const count = (key: (row: (typeof rows)[number]) => string, wanted: string) =>
        sent.filter((row) => key(row) === wanted).length;
      expect(effect.total[side]).toBe(sent.length);
      for (const row of effect.areas)
        expect(row[side]).toBe(count(({ area }) => area?.code ?? 'none', row.key));
      for (const row of effect.channels) expect(row[side]).toBe(count(({ channel }) => channel, row.key));
      for (const row of effect.organisationKinds)
        expect(row[side]).toBe(count(({ organisationKind }) => organisationKind, row.key));
      expect(effect.organisations[side]).toBe(new Set(sent.map(({ organisationId }) => organisationId)).size);
      const result = effect.came.find(({ code }) => code === 'any-result');
      expect(result?.[side]).toBe(sent.filter(({ id }) => crimes.has(id)).length);
      // Each number opens what it counts.
      const { count: opened } = await openMeasure(lead, {
        code: 'received',
        period: effect.periods[side],
        after: null,
      });
      expect(opened).toBe(sent.length);
    }
    expect(effect.organisations).toMatchObject({
      stopped: ['Example Harbour Trust'],
      started: ['Example Fire Station Reporting Centres'],
    });
  });

  it('stands beside the last quarter, in whole days up to yesterday, and no data is not nought', async () => {
    const weeks = await transaction(database.db, (tx) => recentWeeks(tx, clock.now()));
    expect(weeks).toMatchObject({
      recent: { first: '2015-10-19', last: '2016-01-17' },
      earlier: { first: '2015-07-20', last: '2015-10-18' },
      received: { before: 2, after: 6 },
      yearBefore: null,
      came: { 'any-result': { before: 0, after: 1 }, arrests: { people: 0 } },
    });
  });
});

/** Midnight in winter or autumn as the force has it. */
const instant = (date: string) => new Date(`${date}T00:00:00${date < '2015-10-25' ? '+01:00' : 'Z'}`);
