import { expect, it } from 'vitest';
import { rowsFinding } from './rows-finding.ts';
import { rowOf } from './volume-rows.ts';

const row = (label: string, count: number, key = label) =>
  rowOf({ key, label }, [{ key, month: '2015-04', count }]);

it('says which row has most and which have none, and what lies in no area apart', () => {
  expect(rowsFinding([row('North', 2), row('South', 5), row('East', 0)], 7)).toBe(
    'South has most: 5 of 7. East has none.',
  );
  expect(rowsFinding([row('North', 2), row('No single area', 9, 'none')], 11)).toBe(
    'North has most: 2 of 11. Besides, 9 of no single area.',
  );
  const empty = ['A', 'B', 'C', 'D', 'E'].map((label) => row(label, 0));
  expect(rowsFinding([row('North', 1), ...empty], 1)).toBe('North has most: 1 of 1. 5 have none.');
  expect(rowsFinding(empty, 3)).toBe('None has any.');
  expect(rowsFinding(empty, 0)).toBe('No submission was received.');
});
