import type { Answers } from '#app/domain/form/answers.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';

/**
 * The shortest valid report, "this van, this house, again on Tuesday", as the pages of any version post it: by page, and by
 * list section for an item. `declaration` is the page of sending. What a version asks on another page, or not, is passed
 * over.
 */
export const minimalPosts = {
  danger: { danger: 'no', child: 'not_known', onBehalfOfVictim: 'no' },
  information: {
    exploitationTypes: ['labour'],
    whatIsKnown: 'The white van was outside the house again on Tuesday. Six men got out.',
    informationDate: 'exact',
    'informationDate-day': '12',
    'informationDate-month': '1',
    'informationDate-year': '2016',
    learnedDate: 'exact',
    'learnedDate-day': '12',
    'learnedDate-month': '1',
    'learnedDate-year': '2016',
    sourceKind: 'self',
    canDescribe: ['vehicles'],
  },
  places: { placeKind: 'home', placePostcode: 'B11 4AA' },
  vehicles: { vehicleVrm: 'BX?? ABC' },
  source: {
    sourceKind: 'self',
    howSourceKnows: 'witnessed',
    sourceIdentity: 'named',
    sourceCouldBeGuessed: 'no',
    shareWith: 'no_limit',
    ringBeforeActing: 'no',
  },
  declaration: {
    contactTelephone: '01632 960001',
    contactSafeTimes: '',
    contactAnotherWay: '',
    declaration: ['confirmed'],
    shareWith: 'no_limit',
    ringBeforeActing: 'no',
  },
};

/** The same as the one screen posts it that a report opens with. */
export const openingPosts: Posted = {
  ...minimalPosts.danger,
  ...minimalPosts.information,
  ...minimalPosts.places,
  sourceCouldBeGuessed: 'no',
};

/** What the page of sending posts of a report with these answers. */
export const sendingPosts = (answers: Answers): Posted => ({
  ...minimalPosts.declaration,
  ...Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]) => (typeof value === 'string' ? [[id, value]] : [])),
  ),
});

/** What those posts come to in versions 1 and 2; version 3 leaves what `impliedSince3` names unasked. */
export const minimalAnswers: Answers = {
  danger: 'no',
  child: 'not_known',
  onBehalfOfVictim: 'no',
  exploitationTypes: ['labour'],
  whatIsKnown: 'The white van was outside the house again on Tuesday. Six men got out.',
  informationDate: { precision: 'exact', date: '2016-01-12' },
  learnedDate: { precision: 'exact', date: '2016-01-12' },
  canDescribe: ['vehicles'],
  places: [{ id: 'place-1', placeKind: 'home', placePostcode: 'B11 4AA' }],
  vehicles: [{ id: 'vehicle-1', vehicleVrm: 'BX??ABC' }],
  sourceKind: 'self',
  howSourceKnows: 'witnessed',
  sourceIdentity: 'named',
  sourceCouldBeGuessed: 'no',
  shareWith: 'no_limit',
  ringBeforeActing: 'no',
  declaration: ['confirmed'],
};

/** Answers as if these questions or lists had been left blank. */
export function without(answers: Answers, ...ids: string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));
}

/** What version 3 does not ask whoever saw it themselves. */
export const impliedSince3 = ['howSourceKnows', 'sourceIdentity'];

/** Of a report for somebody else that its writer wrote alone. Falls off where it is not for somebody else. */
export const nobodySpeaks: Answers = { whoSpeaks: 'nobody' };
