import { describe, expect, it } from 'vitest';
import { readSighting, sightingFromWords, sightingInWords, type WrittenSighting } from './sighting.ts';

const today = '2016-03-01';
const blank = { day: '', month: '', year: '' };
const written: WrittenSighting = {
  day: 'today',
  seenOn: blank,
  time: '',
  where: 'same',
  place: 'not asked',
  danger: 'no',
  what: ' The van. ',
};

describe('what was seen again', () => {
  it.each([
    ['today', blank, '2016-03-01'],
    ['yesterday', blank, '2016-02-29'],
    ['other', { day: '3', month: 'feb', year: '2016' }, '2016-02-03'],
  ])('on its day: %s', (day, seenOn, expected) => {
    expect(readSighting({ ...written, day, seenOn }, today, 'what')).toEqual({
      ok: true,
      sighting: { seenOn: expected, time: '', place: null, danger: 'no', what: 'The van.' },
    });
  });

  it.each([
    ['when', { day: '' }, { day: 'Select when you saw it' }],
    ['when', { day: 'other' }, { seenOn: 'Enter the day on which you saw it' }],
    [
      'when',
      { day: 'other', seenOn: { day: '2', month: '3', year: '2016' } },
      { seenOn: 'The day on which you saw it must be today or in the past' },
    ],
    ['when', { time: 'x'.repeat(51) }, { time: 'Time must be 50 characters or less' }],
    ['where', { where: 'elsewhere' }, { where: 'Select where you saw it' }],
    ['where', { where: 'another', place: ' ' }, { place: 'Enter where you saw it' }],
    ['what', { what: '' }, { what: 'Enter what you saw' }],
    ['what', { danger: 'perhaps' }, { danger: 'Select whether anyone is in danger' }],
  ] as const)('leads back to the page that is wrong: %s', (step, changes, errors) => {
    expect(readSighting({ ...written, ...changes }, today, 'what')).toEqual({ ok: false, step, errors });
  });

  it('asks nothing of a page before its turn', () => {
    expect(readSighting({ ...written, where: '', what: '' }, today, 'when').ok).toBe(true);
  });

  it('is told in words, and taken apart for whoever sent it', () => {
    const sighting = {
      seenOn: today,
      time: '7am',
      place: null,
      danger: 'no',
      what: 'The van.\n\nTwo men.',
    } as const;
    const words = sightingInWords(sighting);
    expect(words).toBe(
      'Seen again: 1 March 2016, 7am\nWhere: the same place as in the report\n\nThe van.\n\nTwo men.',
    );
    const at = { at: '1 March 2016, 7am', what: sighting.what };
    expect(sightingFromWords(words)).toEqual({ ...at, place: null });
    expect(sightingFromWords(sightingInWords({ ...sighting, place: 'The yard' }))).toEqual({
      ...at,
      place: 'The yard',
    });
    expect(sightingFromWords('Seen again: the van.')).toBeNull();
  });
});
