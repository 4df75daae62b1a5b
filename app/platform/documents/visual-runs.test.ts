import { expect, it } from 'vitest';
import { clustersOf } from './clusters.ts';
import { visualRuns } from './visual-runs.ts';

const runs = (text: string) => visualRuns(text, clustersOf(text)).map((run) => [run.text, run.rightToLeft]);

it('leaves text from left to right as it is', () => {
  expect(runs('a house, 12')).toEqual([['a house, 12', false]]);
});

it('puts words from right to left in their order, with numbers in theirs', () => {
  expect(runs('he is שלום עולם 12 there')).toEqual([
    ['he is 12', false],
    ['שלום עולם ', true],
    [' there', false],
  ]);
});

it('turns brackets of what is written from right to left', () => {
  expect(runs('שלום (עולם)')).toEqual([['שלום )עולם(', true]]);
});

it('keeps digits of the Arabic script apart, as they run from left to right', () => {
  expect(runs('گل ۱۲')).toEqual([
    ['۱', false],
    ['۲', false],
    [' ', true],
    ['گل', true],
  ]);
});
