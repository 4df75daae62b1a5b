import { describe, expect, test } from 'vitest';
import { version3, version4 } from '#tests/factories/published-forms.ts';
import {
  laneFaults,
  laneQuestions,
  laneValues,
  mayBeSentAtOnce,
  parseLane,
  withAdded,
} from './danger-lane.ts';
import { nextPage } from './journey.ts';
import { partsToAdd, questionsOfPart } from './parts-to-add.ts';
import { formWords } from './words.ts';

const danger = { danger: 'now', child: 'no', onBehalfOfVictim: 'no', emergencyCall: 'called' };
const ids = (questions: { id: string }[]) => questions.map(({ id }) => id);
const parsed = (posted: Record<string, string | string[]>, earlier: Record<string, unknown> = danger) => {
  const read = parseLane(version4, posted, earlier, 'entry-1', { today: '2016-01-18' });
  return read.ok ? read.answers : read.errors;
};

describe('the danger lane', () => {
  test('is for what says danger, in a version that has one', () => {
    expect(mayBeSentAtOnce(version4, danger)).toBe(true);
    expect(mayBeSentAtOnce(version4, { ...danger, danger: 'no', child: 'in_danger' })).toBe(true);
    expect(mayBeSentAtOnce(version4, { ...danger, danger: 'no' })).toBe(false);
    expect(mayBeSentAtOnce(version3, danger)).toBe(false);
  });

  test('follows the stop page; where danger is soon, the first', () => {
    expect(nextPage(version4, danger, 'danger')).toMatchObject({ pageId: 'emergency' });
    expect(nextPage(version4, danger, 'emergency')).toEqual({ kind: 'send_now' });
    expect(nextPage(version4, { ...danger, danger: 'soon' }, 'danger')).toEqual({ kind: 'send_now' });
    expect(nextPage(version3, danger, 'emergency')).not.toEqual({ kind: 'send_now' });
  });

  test('needs nothing but what the partner knows', () => {
    expect(parsed({ whatIsKnown: 'She is locked in.' })).toEqual({
      ...danger,
      whatIsKnown: 'She is locked in.',
    });
    expect(parsed({})).toEqual({ whatIsKnown: 'Enter what you know' });
  });

  test('makes a place of where it is, or keeps that nobody knows', () => {
    const text = 'She is locked in.';
    expect(parsed({ whatIsKnown: text, placePostcode: 'b11 1aa' })).toMatchObject({
      places: [{ id: 'entry-1', placePostcode: 'B11 1AA' }],
    });
    expect(parsed({ whatIsKnown: text, placesNotKnown: ['not_known'] })).toMatchObject({
      placesNotKnown: ['not_known'],
    });
  });

  test('asks whoever speaks for somebody who is speaking, and keeps what was answered before', () => {
    const forVictim = { ...danger, onBehalfOfVictim: 'yes' };
    expect(ids(laneQuestions(version4, forVictim))).toContain('whoSpeaks');
    expect(ids(laneQuestions(version4, danger))).not.toContain('whoSpeaks');
    const place = { id: 'before', placeKind: 'home', placePostcode: 'B12 8QX' };
    expect(ids(laneQuestions(version4, { ...danger, places: [place] }))).not.toContain('placePostcode');
    expect(parsed({ whatIsKnown: 'New' }, { ...danger, whatIsKnown: 'Old', places: [place] })).toMatchObject({
      whatIsKnown: 'New',
      places: [place],
    });
    expect(laneValues(version4, { ...danger, whatIsKnown: 'Typed before' })).toMatchObject({
      whatIsKnown: 'Typed before',
    });
  });

  test.each([
    ['whatIsKnown', 'the danger lane does not ask what the partner knows (narrative)'],
    [
      'sourceCouldBeGuessed',
      'the danger lane does not ask whether the source could be guessed (source.risk)',
    ],
  ])('is refused without %s', (missing, fault) => {
    const lane = version4.dangerLane!;
    const without = { ...lane, questions: lane.questions.filter((id) => id !== missing) };
    expect(laneFaults({ ...version4, dangerLane: without }, version4.meanings)).toEqual([fault]);
  });

  test('is refused without a place, with a name of the source, and where a section would never be asked', () => {
    const lane = version4.dangerLane!;
    const faults = (change: Partial<typeof lane>) =>
      laneFaults({ ...version4, dangerLane: { ...lane, ...change } }, version4.meanings);
    expect(faults({})).toEqual([]);
    expect(faults({ questions: lane.questions.filter((id) => !id.startsWith('place')) })).toEqual([
      'the danger lane does not ask where it is (place)',
    ]);
    expect(faults({ questions: [...lane.questions, 'sourceName'] })).toEqual([
      'the danger lane asks sourceName: who the source is can wait',
    ]);
    expect(faults({ later: lane.later.filter((id) => id !== 'people') })).toEqual([
      'nobody who used the danger lane is asked people later',
    ]);
  });
});

describe('what is added after sending', () => {
  const sent = { ...danger, whatIsKnown: 'She is locked in.', sourceKind: 'colleague' };

  test('is everything of the form that was not answered', () => {
    const parts = partsToAdd(version4, sent, formWords).map(({ part }) => part);
    expect(parts).toEqual(expect.arrayContaining(['people', 'places', 'information', 'source']));
    expect(parts).not.toContain('danger');
    expect(parts).not.toContain('declaration');
    expect(ids(questionsOfPart(version4, 'information', sent))).not.toContain('whatIsKnown');
    expect(ids(questionsOfPart(version4, 'source', sent))).toContain('howSourceKnows');
    expect(questionsOfPart(version4, 'danger', sent)).toEqual([]);
  });

  test('joins what was sent: answers beside answers, entries after entries', () => {
    const person = { id: 'p', personPart: 'possible_victim' };
    const place = { id: 'b', placePostcode: 'B12 8QX' };
    expect(
      withAdded({ danger: 'now', places: [{ id: 'a' }] }, [{ people: [person] }, { places: [place] }]),
    ).toEqual({ danger: 'now', people: [person], places: [{ id: 'a' }, place] });
  });
});
