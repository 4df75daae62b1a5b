import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readYearFile } from '#prisma/demonstration/year-file.ts';
import { narrowed, recoveredFrom, type ReadTable } from '#tests/factories/recover.ts';
import { noArea } from '../kernel/report-labels.ts';
import { publishedTables, type Group, type Insider, type Tables } from './disclosure.ts';
import { cameOfItOf, exploitationOf, publishedKeys } from './published-rows.ts';
import { insidersOf, publish, rangeOf, type Publication } from './publication.ts';

const exactly = (count: number) => ({ least: count, most: count });

describe('the attack', () => {
  /** Published once, of one month each: items of the plan whose rules are known, so that it is known what is in what. */
  it.each([
    ['June', 7, 5, 2],
    ['August', 9, 5, 4],
    ['September', 8, 5, 3],
  ])('takes one item of the plan from another that holds all of it: %s', (_, outer, inner, rest) => {
    const found = narrowed(
      new Map([
        ['3.3c.1', exactly(outer)],
        ['1.2.1', exactly(inner)],
      ]),
      [{ whole: '3.3c.1', parts: ['1.2.1', 'third-party centres, for nobody else'] }],
    );
    expect(found.get('third-party centres, for nobody else')).toEqual(exactly(rest));
  });

  it.each([
    ['August', 34, 27, 6],
    ['December', 60, 54, 5],
  ])('takes two tables from the total: %s', (_, total, typeAndPlace, notSure) => {
    const found = narrowed(
      new Map([
        ['all', exactly(total)],
        ['1.2.4', exactly(typeAndPlace)],
        ['not sure', exactly(notSure)],
      ]),
      [{ whole: 'all', parts: ['1.2.4', 'not sure', 'a type and no place'] }],
    );
    expect(found.get('a type and no place')).toEqual(exactly(1));
  });

  /** Why no table by plan item is published, however merged and rounded (docs/decisions/0120). */
  it('takes a row by plan item in fives from one by type, where no row is under five: its rule tells what they share', () => {
    const fives = (count: number) => rangeOf(count);
    // Of 11 reports 6 name a type and 5 none. Five name a type and a place, and so count for the item: one names a type alone.
    const published = new Map([
      ['all', exactly(11)],
      ['a type', fives(6)],
      ['not sure', fives(5)],
      ['the item', fives(5)],
    ]);
    const found = narrowed(published, [
      { whole: 'all', parts: ['a type', 'not sure'] },
      { whole: 'all', parts: ['the item', 'not the item'] },
      { whole: 'a type', parts: ['the item', 'a type and no place'] },
      { whole: 'not the item', parts: ['not sure', 'a type and no place'] },
    ]);
    // Two numbers are possible, and the check asks for three.
    expect(found.get('a type and no place')).toEqual({ least: 0, most: 1 });
    const each = narrowed(published, [{ whole: 'all', parts: ['the item', 'not the item'] }]);
    expect(each.get('not the item')).toEqual({ least: 2, most: 6 });
  });
});

/** What everybody works out who is an insider: nobody's name, counts of one to four only. */
function recovered({ total, tables }: Publication, groups: readonly Group[], insiders: Insider[]): string[] {
  if (total === null || total.least !== total.most) return [];
  const reports = groups.map(({ count, organisation, ...rows }) => ({ rows, count, organisation }));
  return insiders.flatMap(({ areas, organisation }) => {
    const knows = (each: (typeof reports)[number]) =>
      areas.includes(each.rows.area) || each.organisation === organisation;
    return recoveredFrom({
      total: total.least,
      tables: asRead(tables),
      own: reports.filter(knows),
      ownRows: areas.map((area) => `area=${area}`),
      others: reports.filter((each) => !knows(each)),
      values: 2,
    });
  });
}

const asRead = (tables: Tables): Record<string, ReadTable> =>
  Object.fromEntries(publishedTables.map((table) => [table, Object.fromEntries(tables[table])]));

/** The tables as they would be with nothing withheld; `as` says how a count is shown. */
function withNothingWithheld(groups: readonly Group[], as: (count: number) => ReturnType<typeof rangeOf>) {
  const rows = (table: (typeof publishedTables)[number]) =>
    new Map(
      [...new Set(groups.map((group) => group[table]))].map((key) => [
        key,
        as(groups.reduce((all, group) => (group[table] === key ? all + group.count : all), 0)),
      ]),
    );
  return {
    total: exactly(groups.reduce((all, { count }) => all + count, 0)),
    tables: { area: rows('area'), came_of_it: rows('came_of_it'), exploitation: rows('exploitation') },
  };
}

describe('what is published of the demonstration’s year', async () => {
  const year = await readYearFile(path.resolve('prisma/packs/west-midlands-2015'));
  const sent = (year?.rows.submission ?? []).filter(({ restricted }) => restricted === false);
  const quarters = [
    ['2015-04', '2015-07'],
    ['2015-07', '2015-10'],
    ['2015-10', '2016-01'],
  ] as const;
  const areaOf = ({ area_id: id }: Record<string, unknown>) => (typeof id === 'string' ? id : noArea);
  const groupsOf = ([from, to]: (typeof quarters)[number]): Group[] =>
    sent
      .filter((row) => String(row['submitted_at']) >= from && String(row['submitted_at']) < to)
      .map((row) => ({
        area: areaOf(row),
        came_of_it: cameOfItOf(row['outcome'] as string | null, String(row['status'])),
        exploitation: exploitationOf(row['exploitation_types'] as string[]),
        organisation: String(row['organisation_id']),
        count: 1,
      }));
  const all = quarters.map((quarter) => {
    const groups = groupsOf(quarter);
    const areas = [...new Set(sent.map(areaOf))];
    const together = [areas.slice(0, 2)];
    const publication = publish(groups, publishedKeys(areas), together);
    return { groups, publication, insiders: insidersOf(groups, together) };
  });

  it('lets nobody recover a count of one to four, whatever they know of their own', () => {
    for (const { groups, publication, insiders } of all)
      expect(recovered(publication, groups, insiders)).toEqual([]);
  });

  it('would let everybody, were each count shown as it is', () => {
    for (const { groups, insiders } of all)
      expect(recovered(withNothingWithheld(groups, exactly), groups, insiders.slice(0, 1))).not.toEqual([]);
  });

  it('has a total, and no table that is empty or mostly withheld', () => {
    for (const { publication } of all) {
      expect(publication.total?.least).toBeGreaterThan(50);
      for (const table of publishedTables) {
        const rows = [...publication.tables[table].values()];
        const withheld = rows.filter((range) => range === null).length;
        expect(withheld).toBeLessThanOrEqual(rows.length / 3);
        expect(rows.some((range) => range !== null && range.least >= 5)).toBe(true);
      }
    }
  });
});

describe('what is published of any quarter', () => {
  const random = (seed: number) => () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const quarter = (seed: number): Group[] => {
    const next = random(seed);
    const one = (of: readonly string[]) => of[Math.floor(next() ** 2 * of.length)] ?? '';
    return Array.from({ length: 3 + Math.floor(next() * 40) }, () => ({
      area: one(['A', 'B', 'C', 'D']),
      came_of_it: one(['open', 'led_to_something', 'nothing_further']),
      exploitation: one(['labour', 'sexual', 'several']),
      organisation: one(['first', 'second', 'third']),
      count: 1,
    }));
  };
  const seeds = Array.from({ length: 30 }, (_, index) => 7_919 * (index + 1));

  it('lets nobody recover a count of one to four', () => {
    for (const seed of seeds) {
      const groups = quarter(seed);
      const published = publish(groups, publishedKeys(['A', 'B', 'C', 'D']), [['A', 'B']]);
      expect(recovered(published, groups, insidersOf(groups, [['A', 'B']]))).toEqual([]);
    }
  });

  it('withholds because ranges of five alone would', () => {
    const open = seeds.filter((seed) => {
      const groups = quarter(seed);
      return recovered(withNothingWithheld(groups, rangeOf), groups, insidersOf(groups, [])).length > 0;
    });
    expect(open.length).toBeGreaterThan(seeds.length / 2);
  });

  it('is no more than its total where fewer than five are left to be known, and no number below five', () => {
    const alone = (organisation: string, count: number): Group => ({
      area: 'A',
      came_of_it: 'open',
      exploitation: 'labour',
      organisation,
      count,
    });
    const few = publish([alone('first', 3)], publishedKeys(['A']), []);
    expect([few.total, few.tables.area.get('A')]).toEqual([{ least: 1, most: 4 }, null]);
    const dominated = publish([alone('first', 30), alone('second', 2)], publishedKeys(['A']), []);
    expect([dominated.total, dominated.tables.area.get('A')]).toEqual([null, null]);
    expect([0, 1, 4, 5, 9, 10].map(rangeOf)).toEqual([
      { least: 0, most: 0 },
      { least: 1, most: 4 },
      { least: 1, most: 4 },
      { least: 5, most: 9 },
      { least: 5, most: 9 },
      { least: 10, most: 14 },
    ]);
  });
});
