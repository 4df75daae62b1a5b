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

it('leads with no item of the plan that holds nearly every submission', () => {
  const item = (label: string, count: number) => ({ ...row(label, count), codes: [label] });
  expect(rowsFinding([item('PCC 1', 99), item('PCC 2', 40), item('PCC 3', 0)], 100)).toBe(
    'PCC 2 has most: 40 of 100. PCC 1 holds nearly all. PCC 3 has none.',
  );
  expect(rowsFinding([item('PCC 1', 99), item('PCC 3', 0)], 100)).toBe(
    'PCC 1 holds nearly all. PCC 3 has none.',
  );
  expect(rowsFinding([row('Web form', 99), row('Paper', 1)], 100)).toBe('Web form has most: 99 of 100.');
});
