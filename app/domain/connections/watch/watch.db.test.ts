import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { addSupplement } from '#app/domain/intake/own-reports/add-supplement.server.ts';
import { reply } from '#app/domain/intake/own-reports/reply.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { voidItem } from '#app/domain/triage/items/void-item.server.ts';
import { gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { queuePage } from '#app/domain/desks/queue.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { claim, createItem, permitted, sanitiseAs } from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { ownContacts, plantedPairs, strayReport } from '#tests/factories/planted-links.ts';
import { forVictim } from '#tests/factories/things/reports.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { sweepWatch } from './sweep-watch.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const system = makeSystemCtx(database, { clock });
let people: Record<Who, Ctx>;
beforeAll(async () => {
  people = await officers(database, clock);
  const own = { where: { id: people.reporter.actor.organisationId! }, data: { ownContacts } };
  await database.db.organisation.update(own);
});

const sweep = async () => {
  while ((await sweepWatch(system)) > 0);
};
const news = async (who: Who, submissionId: Id<'Submission'>) => {
  const opened = await openSubmission(people[who], { submissionId });
  return opened.view === 'whole' ? opened.news.map(({ submissionId: id }) => id) : null;
};

describe('the standing watch', () => {
  it('tells the holders of both what was planted, and nobody of a decoy', async () => {
    const sent = [];
    for (const pair of plantedPairs(100, 6, 12))
      sent.push({
        ...pair,
        ids: [
          await submitted(people.reporter, pair.first),
          await submitted(people.reporter, pair.second),
        ] as const,
      });
    await sweep();
    const notices = await database.db.watchNotice.findMany();
    const told = (from: string, of: string) =>
      notices.some(({ submissionId, otherId }) => submissionId === from && otherId === of);
    const wrong = sent.filter(
      ({ linked, ids: [one, two] }) => told(one, two) !== linked || told(two, one) !== linked,
    );
    expect(wrong.map(({ what }) => what)).toEqual([]);
    expect(notices).toHaveLength(12);
    // What was read by machine stays apart from what was typed.
    const read = sent.filter(({ ids: [one] }) =>
      notices.some(({ submissionId, readFromText }) => submissionId === one && readFromText),
    );
    expect(read.map(({ what }) => what)).toEqual(['a mark in the text', 'a number']);
    // Out of the lists that the others read.
    await unguarded(database.pool, `UPDATE submission SET status = 'rejected' WHERE id = ANY($1)`, [
      sent.flatMap(({ ids }) => ids),
    ]);
  });

  it('is over for the holder once they have looked, and tells nobody of what they may not open', async () => {
    const [one, two] = [
      await submitted(people.reporter, strayReport(5)),
      await submitted(people.reporter, strayReport(5)),
    ];
    await sweep();
    expect(await news('fib', one)).toEqual([two]);
    const { lines } = await queuePage(people.fib, { queueCode: 'fib', view: 'unassigned', cursor: null });
    expect(lines.find(({ id }) => id === one)?.news).toBe(true);
    await claim(people.fib, one);
    await openMatches(people.fibTwo, { submissionId: one, after: null });
    expect(await news('fib', one)).toEqual([two]);
    await openMatches(people.fib, { submissionId: one, after: null });
    expect([await news('fib', one), await news('fib', two)]).toEqual([[], [one]]);
    const mine = await queuePage(people.fib, { queueCode: 'fib', view: 'mine', cursor: null });
    expect(mine.lines.map(({ id, news: told }) => [id, told])).toEqual([[one, false]]);
    await unguarded(database.pool, 'UPDATE submission SET restricted = true WHERE id = $1', [one]);
    await database.db.submissionAccess.create({
      data: {
        id: crypto.randomUUID(),
        submissionId: one,
        accountId: people.fib.actor.accountId,
        addedAt: testNow,
        addedBy: people.supervisor.actor.accountId,
        reason: 'Works on it',
      },
    });
    expect([await news('fibTwo', two), await news('fib', two)]).toEqual([[], [one]]);
  });

  it('tells nobody of what lies in the queue of another area, which they know of and may not open', async () => {
    const own = await submitted(people.reporter, strayReport(6));
    const elsewhere = await submitted(people.reporter, {
      ...strayReport(6),
      ...forVictim,
      places: [{ id: 'p', placeKind: 'home', placeAddress: '1 Lamp Road', placePostcode: 'B11 4AA' }],
    });
    await sweep();
    const told = { where: { submissionId: { in: [own, elsewhere] } } };
    expect(await database.db.watchNotice.count(told)).toBe(2);
    const { lines } = await queuePage(people.fib, { queueCode: 'fib', view: 'unassigned', cursor: null });
    expect(lines.find(({ id }) => id === own)?.news).toBe(false);
    // Whoever may open the other and not the report itself learns nothing of the one in the list of the area either.
    const area = await queuePage(people.supervisor, {
      queueCode: 'spoc-be',
      view: 'unassigned',
      cursor: null,
    });
    expect(area.lines.find(({ id }) => id === elsewhere)?.news).toBe(false);
    expect([await news('fib', own), await news('spocEast', elsewhere)]).toEqual([[], []]);
  });

  it('reads what a partner answers and what a sanitised text adds, and tells of it until the holder has looked', async () => {
    // The address of an account ties no two reports together, and neither does the number of an own office.
    const ofAnOfficer = {
      whatIsKnown: 'The men were told of sam@lantern-project.example by a friend, and have 0121 496 0123.',
    };
    const [one, two, three] = [
      await submitted(people.reporter, { ...strayReport(301), ...ofAnOfficer }),
      await submitted(people.reporter, {
        ...strayReport(304),
        vehicles: [{ id: 'v', vehicleVrm: 'LJ51KWD' }],
      }),
      await submitted(people.reporter, {
        ...strayReport(307),
        ...ofAnOfficer,
        vehicles: [{ id: 'v', vehicleVrm: 'MV1?TRE' }],
      }),
    ];
    await sweep();
    expect([await news('fib', one), await news('fib', two)]).toEqual([[], []]);
    clock.set(new Date(testNow.getTime() + 60_000));
    await claim(people.fib, one);
    const { itemId } = await createItem(people.fib, {
      submissionId: one,
      title: 'A van',
      expectedVersion: null,
    });
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    // Neither part of a mark nor the address of an account is told of from a text.
    const text =
      'A van with the mark LJ51 KWD was seen, and MV1? TRE. Ask sam@lantern-project.example, 0121 496 0123.';
    const asked = await sanitiseAs(people.fib, itemId, text);
    if (!asked.saved) await sanitiseAs(people.fib, itemId, text, asked.mark);
    await sweep();
    expect([await news('fib', one), await news('fib', two)]).toEqual([[two], [one]]);
    await openMatches(people.fib, { submissionId: one, after: null });
    expect([await news('fib', one), await news('fib', two)]).toEqual([[], [one]]);
    await claim(people.fib, three);
    await performAction(people.fib, {
      ...{
        submissionId: three,
        action: 'ask_partner',
        comment: 'Which vehicle was it?',
        expectedVersion: null,
      },
    });
    clock.set(new Date(testNow.getTime() + 120_000));
    await reply(people.reporter, {
      ...{ submissionId: three, replyId: randomUUID(), comment: 'It was LJ51 KWD.', danger: 'no' },
    });
    await addSupplement(people.reporter, {
      ...{ submissionId: three, supplementId: randomUUID(), text: 'It was dark.', danger: 'no' },
      ...{ knownHow: 'witnessed', warned: false },
    });
    // Ends: nothing is read again that was read since it came.
    await sweep();
    expect(await news('fib', three)).toContain(two);

    // Of an item the newest text counts, and none once the item was a mistake; what has ended is nobody's work.
    const sentNow = (number: number, vehicleVrm: string) =>
      submitted(people.reporter, { ...strayReport(number), vehicles: [{ id: 'v', vehicleVrm }] });
    const again = await sanitiseAs(people.fib, itemId, text.replace('LJ51', 'LJ52'));
    if (!again.saved) await sanitiseAs(people.fib, itemId, text.replace('LJ51', 'LJ52'), again.mark);
    const [oldMark, newMark] = [await sentNow(310, 'LJ51KWD'), await sentNow(313, 'LJ52KWD')];
    const takenBack = await sentNow(319, 'LJ52KWD');
    await unguarded(database.pool, `UPDATE submission SET status = 'rejected' WHERE id = $1`, [two]);
    await unguarded(database.pool, `UPDATE submission SET status = 'withdrawn' WHERE id = $1`, [takenBack]);
    await sweep();
    expect([await news('fib', oldMark), await news('fib', newMark)]).toEqual([[three], [one]]);
    expect(await database.db.watchNotice.count({ where: { otherId: takenBack } })).toBe(0);
    const mistake = { itemId, reason: 'It belongs to another report.', handedOn: '', expectedVersion: null };
    await voidItem(people.fib, mistake);
    const later = await sentNow(316, 'LJ52KWD');
    await sweep();
    expect(await news('fib', later)).toEqual([newMark]);
  });
});
