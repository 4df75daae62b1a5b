import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ages, isNarrowed, noFilter, queueSorts, readFilter, writeFilter, type Age } from './queue-filter.ts';

const read = (query: string) => readFilter(new URLSearchParams(query));

describe('a filter in an address', () => {
  it('is read as it was written', () => {
    const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
    const filters = fc.record({
      area: orNull(fc.constantFrom('BE', 'none')),
      type: orNull(fc.constantFrom('labour', 'domestic_servitude')),
      channel: orNull(fc.constantFrom('web' as const, 'paper' as const)),
      priority: orNull(fc.constantFrom('high' as const, 'low' as const)),
      age: orNull(fc.constantFrom(...(Object.keys(ages) as Age[]))),
      item: orNull(fc.constantFrom('PCC 1.4.1', 'Pursue 1')),
      sort: fc.constantFrom(...queueSorts),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(writeFilter(filter))).toEqual(filter);
      }),
    );
  });

  it.each([
    'area=%00',
    'area=x y',
    "type=labour'",
    'type=LABOUR!',
    'channel=fax',
    'priority=urgent',
    'age=over-9999',
    'age=constructor',
    'item=<script>',
    'sort=id',
    'area=',
  ])('narrows nothing by what is no code: %s', (query) => {
    expect(read(query)).toEqual(noFilter);
    expect(writeFilter(read(query)).toString()).toBe('');
  });

  it('tells a narrowed list from one in another order', () => {
    expect(isNarrowed(read('sort=due'))).toBe(false);
    expect(isNarrowed(read('area=none'))).toBe(true);
  });
});
