import { expect, it } from 'vitest';
import { mentionsIn } from '../../intake/submitting/mentions.ts';
import { subjectsOf, type Named } from './intelligence-report.ts';

const named: Named[] = [
  { kind: 'person', names: ['José Ńowak', 'Ńowak'] },
  { kind: 'person', names: ['Ana Unnamed', 'Unnamed'] },
  { kind: 'business', names: ['Sparkle Car Wash'] },
  { kind: 'person', names: ['', ''] },
];
const subjects = (text: string) => subjectsOf(text, mentionsIn(text), named);

it('names what the text names, and nobody whom it leaves out', () => {
  expect(
    subjects('Jose Nowak drives BX51 ABC to Sparkle Car Wash, B11 4AA, and answers on 07700 900123.'),
  ).toEqual([
    { kind: 'person', value: 'José Ńowak' },
    { kind: 'business', value: 'Sparkle Car Wash' },
    { kind: 'vehicle', value: 'BX51 ABC' },
    { kind: 'phone', value: '07700 900123' },
    { kind: 'postcode', value: 'B11 4AA' },
  ]);
  expect(subjects('A man called Nowak.')).toEqual([{ kind: 'person', value: 'Ńowak' }]);
  expect(subjects('Nowakowski lives there.')).toEqual([]);
});
