import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '#app/domain/form/answers.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { linkMatches } from '#app/domain/connections/matching/link-matches.server.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { search } from '#app/domain/connections/search/search.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { openDissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { openReceivedReport } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { recallDissemination } from '#app/domain/triage/dissemination/recall-dissemination.server.ts';
import { voidItem } from '#app/domain/triage/items/void-item.server.ts';
import { gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { accept, claim, createItem, permitted, sanitiseAs, sentTo } from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { detachEntities, mergeEntities } from './merge-entities.server.ts';
import { openEntity } from './open-entity.server.ts';

const database = await testDatabase();
const { db, pool } = database;
let people: Record<Who, Ctx>;

const lorry = 'BX51ABC';
const phone = '07700 900123';
const man = { id: 'p', personPart: 'suspected_exploiter', personForename: 'José', personSurname: 'Ńowak' };
const report: Answers = {
  canDescribe: ['vehicles', 'people'],
  vehicles: [{ id: 'v', vehicleVrm: lorry }],
  people: [man] as Answers['people'],
  whatIsKnown: `He can be rung at ${phone}.`,
};

/** The id under which everything is gathered that names this. */
async function entity(table: string, where: string): Promise<Id<'Entity'>> {
  const { rows } = await pool.query<{ id: Id<'Entity'> }>(
    `SELECT entity_id AS id FROM ${table} WHERE ${where} LIMIT 1`,
  );
  if (!rows[0]) throw new Error('Nothing names it');
  return rows[0].id;
}
const vehicle = () => entity('submission_vehicle', `registration_normalised = '${lorry}'`);
const page = (who: Who, entityId: Id<'Entity'>) => openEntity(people[who], { entityId, page: 1 });

/** An item of a report that was sent to the SPOC of Birmingham East with this text. */
async function sentItem(text: string, changes: Answers = report) {
  const submissionId = await submitted(people.reporter, changes);
  await claim(people.fib, submissionId);
  const { itemId } = await createItem(people.fib, { submissionId, title: 'A lorry', expectedVersion: null });
  await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
  const first = await sanitiseAs(people.fib, itemId, text);
  if (!first.saved) await sanitiseAs(people.fib, itemId, text, first.mark);
  await accept(people.fib, submissionId);
  const disseminationId = await sentTo(people.fib, itemId, { to: 'queue', queueCode: 'spoc-be' });
  return { submissionId, itemId, disseminationId };
}

const onTheList = (submissionId: Id<'Submission'>) => ({
  id: crypto.randomUUID(),
  submissionId,
  accountId: people.fibTwo.actor.accountId,
  addedAt: testNow,
  addedBy: people.supervisor.actor.accountId,
  reason: 'Works on it',
});

let sent: Awaited<ReturnType<typeof sentItem>>;
let earlier: Id<'Submission'>;
beforeAll(async () => {
  people = await officers(database, fixedClock(testNow));
  earlier = await submitted(people.reporter, {
    whatIsKnown: 'Six men were fetched again in a white van, bx51abc.',
  });
  sent = await sentItem('The lorry BX51 ABC is driven by José Ńowak.');
});

describe('the page of a vehicle', () => {
  it('gathers what names it, however it was written, with what stands beside it', async () => {
    const opened = await page('fib', await vehicle());
    expect(opened).toMatchObject({ kind: 'Vehicle', name: 'BX51 ABC', count: 2 });
    expect(
      opened.reports.map(({ opens, said }) => [opens, said.map(({ item }) => item?.title ?? null)]),
    ).toEqual(
      expect.arrayContaining([
        [{ submissionId: earlier }, [null]],
        [{ submissionId: sent.submissionId }, [null, 'A lorry']],
      ]),
    );
    expect(opened.namedWith.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      expect.arrayContaining(['Person José Ńowak', 'Telephone number 07700 900123']),
    );
  });

  it('shows a SPOC what was sent to them, and nothing of the report that it was made of', async () => {
    const opened = await page('spocEast', await vehicle());
    expect(opened.reports.map(({ opens, said }) => [opens, said])).toEqual([
      [
        { disseminationId: sent.disseminationId },
        [
          {
            item: { id: sent.itemId, number: 1, title: null },
            written: 'BX51 ABC',
            detail: '',
            readFromText: true,
          },
        ],
      ],
    ]);
    expect(opened.count).toBe(1);
    const happened = ({ reports }: typeof opened) => reports.map(({ happened: when }) => when);
    expect(happened(await page('fib', await vehicle()))).not.toContain(null);
    expect(happened(opened)).toEqual([null]);
    expect(opened.namedWith.map(({ name }) => name)).toEqual(['José Ńowak']);
    expect(JSON.stringify(opened)).not.toContain('900123');
  });

  it('is none to a SPOC for what stands in the report alone, to one who was sent nothing, or to a partner', async () => {
    const number = await entity('submission_contact', `value_normalised = '+447700900123'`);
    await expect(page('spocEast', number)).rejects.toThrow(NotFound);
    await expect(page('spocCoventry', await vehicle())).rejects.toThrow(NotFound);
    await expect(page('reporter', await vehicle())).rejects.toThrow(NotFound);
    expect((await page('fib', number)).count).toBe(1);
  });

  it('says nothing of a restricted report to whoever is not on its list', async () => {
    const restrict = (submissionId: Id<'Submission'>, restricted: boolean) =>
      unguarded(pool, 'UPDATE submission SET restricted = $2 WHERE id = $1', [submissionId, restricted]);
    const shownTo = async (who: Who) =>
      (await page(who, await vehicle())).reports.map(({ reference, restricted }) => ({
        reference,
        restricted,
      }));
    const references = new Map(
      (await db.submission.findMany()).map(({ id, reference }) => [id, reference] as const),
    );
    // The second of them went to a queue as an item, which whoever sends items sees as well.
    for (const [submissionId, other] of [
      [earlier, sent.submissionId],
      [sent.submissionId, earlier],
    ] as const) {
      await restrict(submissionId, true);
      await db.submissionAccess.create({ data: onTheList(submissionId) });
      expect(await shownTo('fib')).toEqual([{ reference: references.get(other), restricted: false }]);
      expect(await shownTo('fibTwo')).toContainEqual({
        reference: references.get(submissionId),
        restricted: true,
      });
      // Whoever was sent the item reads of it, and not that the report behind it is restricted.
      expect(await shownTo('spocEast')).toEqual([
        { reference: references.get(sent.submissionId), restricted: false },
      ]);
      await restrict(submissionId, false);
    }
    expect((await page('fib', await vehicle())).count).toBe(2);
  });

  it('is recorded with what it showed, without a mark', async () => {
    const { data } = await db.auditEvent.findFirstOrThrow({
      where: { type: 'entity.read', actorId: people.spocEast.actor.accountId },
    });
    expect(data).toEqual({ kind: 'vehicle', shown: [sent.disseminationId] });
  });

  it.each(['BX51ABC', 'bx51', 'B?51 A?C', 'Novak', 'Jose Nowak', 'Nowack'])(
    'is found by a SPOC who types %s',
    async (typed) => {
      const { hits } = await search(people.spocEast, looksFor(typed));
      expect(hits.map(({ id }) => id)).toEqual([sent.disseminationId]);
      expect((await search(people.spocCoventry, looksFor(typed))).count).toBe(0);
    },
  );

  it('is not found by what stands in the report alone', async () => {
    expect((await search(people.spocEast, looksFor('07700900123'))).count).toBe(0);
    expect((await search(people.fib, looksFor('07700900123'))).count).toBe(1);
  });

  it('has nothing more for the SPOC once what they were sent is recalled', async () => {
    const { disseminationId } = sent;
    const named = async () =>
      (await openDissemination(people.spocEast, { disseminationId })).named.map(({ name }) => name);
    const report = () => openReceivedReport(people.spocEast, { disseminationId, as: 'page' });
    const found = async (typed: string) => (await search(people.spocEast, looksFor(typed))).count;
    expect(await named()).toEqual(['José Ńowak', 'BX51 ABC']);
    expect([(await report()).reports.length, await found('driven'), await found(lorry)]).toEqual([1, 1, 1]);
    await recallDissemination(people.fib, {
      disseminationId: sent.disseminationId,
      reason: 'Sent to the wrong queue.',
    });
    await expect(page('spocEast', await vehicle())).rejects.toThrow(NotFound);
    await expect(report()).rejects.toThrow(Conflict);
    expect([await named(), await found('driven'), await found(lorry)]).toEqual([[], 0, 0]);
  });

  it('has no text that was written anew before anybody was sent it, and none of an item that was a mistake', async () => {
    const submissionId = await submitted(people.reporter);
    await claim(people.fib, submissionId);
    const { itemId } = await createItem(people.fib, { submissionId, title: 'Two', expectedVersion: null });
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const written = async (mark: string) => {
      const text = `The lorry ${mark} comes at night.`;
      const first = await sanitiseAs(people.fib, itemId, text);
      if (!first.saved) await sanitiseAs(people.fib, itemId, text, first.mark);
      return entity('sanitised_mention', `value = '${mark.replace(' ', '')}'`);
    };
    const mistaken = await written('LT21 ABC');
    expect((await page('fib', mistaken)).count).toBe(1);
    const right = await written('LT22 ABC');
    await expect(page('fib', mistaken)).rejects.toThrow(NotFound);
    expect((await page('fib', right)).count).toBe(1);
    const voided = { itemId, reason: 'It belongs to another report.', handedOn: '', expectedVersion: null };
    await voidItem(people.fib, voided);
    await expect(page('fib', right)).rejects.toThrow(NotFound);
  });
});

describe('two vehicles that are one', () => {
  const other = 'BX51ABD';
  const merge = (who: Who, entityId: Id<'Entity'>, typed: string) =>
    mergeEntities(people[who], { entityId, typed, reason: 'The last letter was misread.' });
  const withoutHistory = async (entityId: Id<'Entity'>) => ({ ...(await page('fib', entityId)), merges: [] });

  it('share a page for FIB until they are detached, and each page is then as it was', async () => {
    const later = await submitted(people.reporter, {
      canDescribe: ['vehicles'],
      vehicles: [{ id: 'v', vehicleVrm: other }],
    });
    const [one, two] = [
      await vehicle(),
      await entity('submission_vehicle', `registration_normalised = '${other}'`),
    ];
    const before = { one: await withoutHistory(one), two: await withoutHistory(two) };
    await expect(merge('fib', one, 'ZZ99 ZZZ')).rejects.toMatchObject({
      fieldErrors: { typed: 'Enter what it is called in a report that you may open' },
    });
    // In two tabs, or by two officers, at one moment.
    const merges = await Promise.allSettled([merge('fib', one, 'bx51 abd'), merge('fibTwo', two, lorry)]);
    expect(merges.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(merge('fib', two, lorry)).rejects.toMatchObject({
      fieldErrors: { typed: 'The two are one already' },
    });
    const merged = await page('fib', two);
    expect(merged).toMatchObject({ name: 'BX51 ABD', count: before.one.count + before.two.count });
    expect(merged.merges).toMatchObject([
      { names: expect.arrayContaining(['BX51 ABC', 'BX51 ABD']) as string[], ended: null },
    ]);
    expect(merged.reports.map(({ opens }) => opens)).toContainEqual({ submissionId: later });
    const { id: mergeId } = merged.merges[0] ?? { id: '' };
    const detach = (who: Who, entityId: Id<'Entity'>) =>
      detachEntities(people[who], { entityId, mergeId, reason: 'Both were seen at once.' });
    await expect(
      detachEntities(people.fib, { entityId: two, mergeId: '', reason: ' ' }),
    ).rejects.toMatchObject({
      fieldErrors: {
        mergeId: 'Select what is to be detached',
        detachReason: 'Enter why the two are not one',
      },
    });
    await expect(detach('spocCoventry', one)).rejects.toThrow(NotFound);
    const detached = await Promise.allSettled([detach('fib', one), detach('fibTwo', two)]);
    expect(detached.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect({ one: await withoutHistory(one), two: await withoutHistory(two) }).toEqual(before);
    expect((await page('fib', one)).merges).toMatchObject([{ ended: { reason: 'Both were seen at once.' } }]);
    await expect(detach('fib', one)).rejects.toThrow(Conflict);
  });

  it('are two to whoever is not of FIB, even where they were sent both', async () => {
    await sentItem('BX51 ABF and BX51 ABG stand there.', {
      canDescribe: ['vehicles'],
      vehicles: ['BX51ABF', 'BX51ABG'].map((vehicleVrm) => ({ id: vehicleVrm, vehicleVrm })),
    });
    const one = await entity('submission_vehicle', `registration_normalised = 'BX51ABF'`);
    await merge('fib', one, 'BX51 ABG');
    expect((await page('fib', one)).merges).toHaveLength(1);
    const seen = await page('spocEast', one);
    expect(seen.merges).toEqual([]);
    expect(seen.namedWith.map(({ name }) => name)).toContain('BX51 ABG');
    await expect(merge('spocEast', one, 'BX51 ABG')).rejects.toThrow(Forbidden);
    const { id: mergeId } = (await page('fib', one)).merges[0] ?? { id: '' };
    await expect(
      detachEntities(people.spocEast, { entityId: one, mergeId, reason: 'They are two.' }),
    ).rejects.toThrow(Forbidden);
  });

  it('are not told of where one of them is not for the reader to open', async () => {
    const hidden = await submitted(people.reporter, {
      canDescribe: ['vehicles'],
      vehicles: [{ id: 'v', vehicleVrm: 'BX51ABE' }],
    });
    await merge('fibTwo', await vehicle(), 'BX51ABE');
    const seen = await page('fib', await vehicle());
    await unguarded(pool, 'UPDATE submission SET restricted = true WHERE id = $1', [hidden]);
    await db.submissionAccess.create({ data: onTheList(hidden) });
    const unseen = await page('fib', await vehicle());
    expect([seen.count - unseen.count, JSON.stringify(unseen).includes('BX51 ABE')]).toEqual([1, false]);
    expect(unseen.merges.filter(({ ended }) => ended === null)).toEqual([]);
    expect((await page('fibTwo', await vehicle())).count).toBe(seen.count);
  });
});

describe('links from matches', () => {
  it('take one press for several, with the reason that the matches state', async () => {
    const send = () =>
      submitted(people.reporter, {
        canDescribe: ['vehicles'],
        vehicles: [{ id: 'v', vehicleVrm: 'KP12XYZ' }],
      });
    const [one, two, three] = [await send(), await send(), await send()];
    const link = (others: string[]) => linkMatches(people.fib, { submissionId: one, others });
    await expect(link([])).rejects.toThrow(Invalid);
    await expect(link([newId()])).rejects.toThrow(Conflict);
    expect(await link([two, three])).toBe(2);
    expect(await link([two])).toBe(0);
    const links = await db.submissionRelation.findMany({
      where: { submissionId: one },
      orderBy: { otherId: 'asc' },
    });
    expect(links.map(({ otherId, kind }) => `${kind} ${otherId}`)).toEqual(
      [two, three].sort().map((id) => `same_vehicle ${id}`),
    );
    for (const { reason } of links) expect(reason).toContain('Same registration mark');
  });
});
