import { expect, it } from 'vitest';
import { choicesFor } from './choices-for.ts';

const choices = [
  { label: 'Farsi', also: ['Persian'] },
  { label: 'Central African', also: [] },
  { label: 'South African', also: [] },
  { label: 'Afghan', also: [] },
  { label: 'Ivorian', also: ["Côte d'Ivoire"] },
];

it.each([
  ['af', ['Afghan', 'Central African', 'South African']],
  ['persian', ['Farsi']],
  ['cote', ['Ivorian']],
  ['rican', ['Central African', 'South African']],
  ['xyz', []],
])('“%s” finds %j', (typed, labels) => {
  expect(choicesFor(typed, choices)).toEqual(labels);
});
