import { describe, expect, it } from 'vitest';
import { minimalAnswers, minimalPosts, without } from '#tests/factories/form-answers.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { currentDefinition as definition } from '#tests/factories/published-forms.ts';
import type { OpenAnswers } from '../form/source-identity.ts';
import { asWritten } from '../form/words.ts';
import { readPlace, writePlace, type TrialPlace } from './trial-place.ts';
import {
  missingInTrial,
  mostTrialBytes,
  removeTrialItem,
  saveTrialItem,
  saveTrialPage,
  type Trial,
} from './trial.ts';

const today = '2016-01-18';
const itemId = '6f0c1f5e-0d3a-4c0a-8a58-5a86a3f1d2aa';
const trialWith = (answers: object): Trial => ({
  definition,
  answers: answers as OpenAnswers,
  today,
  t: asWritten,
});
const failureOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (failure) {
    return failure;
  }
};

describe('a trial', () => {
  it('holds a bounded lot of answers, and says so', () => {
    const most = trialWith({
      ...minimalAnswers,
      people: Array.from({ length: 25 }, (_, index) => ({
        id: `p${index}`,
        personNote: 'é'.repeat(mostTrialBytes / 50),
      })),
    });
    for (const save of [
      () => saveTrialItem(most, 'places', itemId, minimalPosts.places, true),
      () => saveTrialPage(most, 'information', minimalPosts.information, true),
    ]) {
      const failure = failureOf(save);
      expect(failure).toBeInstanceOf(Invalid);
      expect((failure as Invalid).fieldErrors['']).toContain('at most 300 KB');
    }
  });

  it('warns of answers elsewhere that go with one, once', () => {
    const trial = trialWith({ ...minimalAnswers, onBehalfOfVictim: 'yes', victimWantsContact: 'yes' });
    const save = (drops: boolean) => saveTrialPage(trial, 'danger', minimalPosts.danger, drops);
    const failure = failureOf(() => save(false));
    expect(failure).toBeInstanceOf(Invalid);
    expect(Object.keys((failure as Invalid).fieldErrors)).toEqual(['']);
    expect(save(true).answers['victimWantsContact']).toBeUndefined();
  });

  it('finds nothing missing in a whole report, the declaration apart', () => {
    expect(missingInTrial(trialWith(without(minimalAnswers, 'declaration')))).toEqual([]);
    const lacking = trialWith(without(minimalAnswers, 'declaration', 'whatIsKnown'));
    expect(missingInTrial(lacking).map(({ pageId }) => pageId)).toEqual(['information']);
  });

  it('knows no list that the version or the answers do not ask for', () => {
    expect(() => removeTrialItem(trialWith(minimalAnswers), 'nothing', itemId)).toThrow(NotFound);
    expect(() => saveTrialItem(trialWith({}), 'links', itemId, {}, false)).toThrow(NotFound);
  });
});

describe('a place of a trial', () => {
  const places: TrialPlace[] = [
    { kind: 'page', pageId: 'danger' },
    { kind: 'items', sectionId: 'people' },
    { kind: 'new_item', sectionId: 'people' },
    { kind: 'item', sectionId: 'people', itemId },
    { kind: 'remove', sectionId: 'people', itemId },
    { kind: 'task_list' },
    { kind: 'check_answers' },
    { kind: 'end' },
  ];

  it.each(places)('is read as it was written: $kind', (place) => {
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  it.each([
    '',
    'pages',
    'pages/',
    'pages/A',
    'pages/danger/x',
    'lists/people/1',
    'lists/people/new/remove',
    `lists/people/${itemId}/x`,
    `lists/people/${itemId}/remove/x`,
    'end/x',
    '../x',
  ])('is nothing else: %j', (written) => {
    expect(readPlace(written)).toBeNull();
  });
});
