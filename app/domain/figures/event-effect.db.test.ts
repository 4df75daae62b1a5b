import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { eventEffect } from './event-effect.server.ts';
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

describe('reporting around an event', () => {
  it('counts the same in the list of events as on the page of one', async () => {
    const { events } = await volumes(lead, { first: '2015-04', last: '2016-01' });
    const { total, days } = await eventEffect(lead, { eventId: day.id });
    expect({ ...total, days }).toEqual({ before: 2, after: 1, days: 42 });
    expect(events.find(({ id }) => id === day.id)).toEqual({
      id: day.id,
      title: day.title,
      happenedOn: day.happenedOn,
      days: 42,
      before: 2,
      after: 1,
    });
    expect(events[0]).toMatchObject({ before: 0, after: 0 });
  });
  it('says no more of a few than that they are about the same, and orders kinds from the greatest rise to the greatest fall', async () => {
    const { finding, organisationKinds } = await eventEffect(lead, { eventId: day.id });
    expect(finding).toEqual([
      'Reporting was about the same: 1 submission in the 42 days after, 2 in the 42 days before.',
    ]);
    expect([organisationKinds[0]?.key, organisationKinds.at(-1)?.key]).toEqual(['third_party_centre', 'ngo']);
  });
});
