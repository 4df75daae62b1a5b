import { describe, expect, it } from 'vitest';
import { narrowingOf, narrowingPlaces, narrows } from './narrowing.ts';

const found = (text: string, soleSectors: string[] = []) =>
  narrowingPlaces(text, { soleSectors }).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('what narrows a text', () => {
  it.each([
    ['full_address', 'He lives at 14 Quarry Lane and works there.', '14 Quarry Lane'],
    ['full_address', 'At flat 3, 120b St Mary’s Road since May.', 'flat 3, 120b St Mary’s Road'],
    ['full_address', 'The house is in B11 2AA, near the canal.', 'B11 2AA'],
    ['exact_date', 'On 14 January a van came.', '14 January'],
    ['exact_date', 'On the 3rd of March 2016 a van came.', '3rd of March 2016'],
    ['exact_date', 'It came on January 14th, 2016.', 'January 14th, 2016'],
    ['exact_date', 'It came on 14/01/2016 and left.', '14/01/2016'],
    ['exact_date', 'It came on 2016-01-14.', '2016-01-14'],
    ['number_in_group', 'She is one of three women in the house.', 'one of three'],
    ['number_in_group', 'Two out of the 6 men limp.', 'Two out of the 6'],
    ['number_in_group', 'The only woman there cooks.', 'The only'],
    ['relation', 'It was seen by the cleaner.', 'the cleaner'],
    ['relation', 'His niece came later.', 'His niece'],
  ])('is %s: %s', (kind, text, passage) => {
    expect(found(text)).toContainEqual([kind, passage]);
  });

  it.each([
    'A white van brings six men to a house in Quarry Lane on Tuesdays in January.',
    'Between 10 and 15 people live there. They pay £12.50 a week, in 2 parts.',
    'In May 2015 four men were seen, one of them ill. The van has 3 doors.',
  ])('is not: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is each kind of work of which one organisation alone told, in the words of the form or more than one of it', () => {
    const text = 'They work in nail bars and a takeaway.';
    expect(found(text, ['Nail bar or beauty', 'Restaurant, takeaway or hotel'])).toEqual([
      ['sole_sector', 'nail bars'],
      ['sole_sector', 'takeaway'],
    ]);
    expect(found(text, ['Car wash'])).toEqual([]);
  });

  it('is asked once of the same words, and of relations and times that the other checks find', () => {
    expect(
      ['relation', 'exact_time', 'full_address'].every((kind) => narrows({ kind: kind as 'relation' })),
    ).toBe(true);
    expect(narrows({ kind: 'sealed_source' })).toBe(false);
    const twice = [
      { mark: 'a', start: 9 },
      { mark: null, start: 0 },
      { mark: 'b', start: 4 },
      { mark: 'a', start: 9 },
    ];
    expect(narrowingOf(twice).map(({ mark }) => mark)).toEqual(['b', 'a']);
  });

  it('takes no longer with a long text', () => {
    const before = process.cpuUsage();
    found(`${'flat 1 2 the only one of '.repeat(8_000)}14 ${'Quarry '.repeat(8_000)}`);
    // Microseconds of a processor, so that a machine that is busy makes nothing longer.
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});
