import { describe, expect, it } from 'vitest';
import { version5 } from '#tests/factories/published-forms.ts';
import type { Answers } from '../../form/answers.ts';
import { waysToReach } from '../submitting/mentions.ts';
import { foundInText, withFound } from './found-in-text.ts';

const reading = { today: '2016-01-18', notTheirs: waysToReach('0121 496 0999') };
const told = (whatIsKnown: string, more: Answers = {}): Answers => ({
  danger: 'no',
  child: 'no',
  whatIsKnown,
  ...more,
});
const found = (answers: Answers) => foundInText(version5, answers, reading);
const keys = (answers: Answers) => found(answers).map(({ key }) => key);

const everything =
  'Last Tuesday a girl aged 15 got out of zz15zzz at b111aa. Ads on example.org/a, boss@example.com, 07700900123, 0121 496 0999.';

describe('what is found in a text', () => {
  it('is offered as people read it, without the numbers of the partner', () => {
    expect(found(told(everything)).map(({ kind, written }) => [kind, written])).toEqual([
      ['vehicle', 'ZZ15 ZZZ'],
      ['phone', '07700 900123'],
      ['email', 'boss@example.com'],
      ['website', 'example.org/a'],
      ['place', 'B11 1AA'],
      ['person', 'girl aged 15'],
      ['day', '2016-01-12'],
    ]);
  });

  it('is offered no more once it was added, each as an entry that the form takes', () => {
    const all = withFound(version5, told(everything), keys(told(everything)), reading);
    expect(all).toMatchObject({
      vehicles: [{ vehicleVrm: 'ZZ15ZZZ' }],
      places: [{ placePostcode: 'B11 1AA' }],
      people: [{ personAgeRange: '12_to_15', personPart: 'unclear' }],
      informationDate: { precision: 'exact', date: '2016-01-12' },
    });
    expect(all['contacts']).toHaveLength(3);
    expect(keys(all)).toEqual([]);
  });

  it('is added only where it stands in the text', () => {
    const answers = told('Nothing of the kind.');
    expect(withFound(version5, answers, ['vehicle:ZZ15ZZZ', 'phone:+441214960999'], reading)).toEqual(
      answers,
    );
  });

  it.each([
    ['it was said when it happened', told('Last Tuesday.', { informationDate: { precision: 'ongoing' } })],
    ['of two days nobody knows which', told('Last Tuesday and yesterday.')],
    [
      'the partner learned of it before',
      told('Yesterday.', {
        onBehalfOfVictim: 'no',
        sourceKind: 'colleague',
        informationDate: { precision: 'unknown' },
        learnedDate: { precision: 'exact', date: '2016-01-10' },
      }),
    ],
  ])('is no day where %s', (_, answers) => {
    expect(keys(answers)).toEqual([]);
  });

  it('is not offered where the form has no room for it', () => {
    const full = Array.from({ length: 20 }, (_, index) => ({ id: String(index), vehicleMake: 'Ford' }));
    expect(keys(told('zz15zzz', { vehicles: full }))).toEqual([]);
  });
});
