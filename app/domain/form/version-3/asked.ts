import {
  sectionQuestions,
  type Condition,
  type Option,
  type Question,
  type Section,
} from '#app/domain/form/definition.ts';

/** A question of an earlier version that version 3 asks again, with what it words differently. */
export function asBefore(section: Section, id: string, changes: Partial<Question> = {}): Question {
  const found = sectionQuestions(section).find((question) => question.id === id);
  if (found === undefined) throw new Error(`No earlier version asks ${id}`);
  return { ...found, ...changes } as Question;
}

/** The three choices that a source has, in the same words wherever the choice is explained or recorded. */
export const share: Option = {
  value: 'named',
  label: 'Share',
  hint: 'The police may know who they are. The name is sealed, apart from the report',
};
export const confidential: Option = {
  value: 'confidential',
  label: 'Confidential',
  hint: 'You know who they are, and do not tell the police',
};
export const anonymous: Option = {
  value: 'anonymous',
  label: 'Anonymous',
  hint: 'Nobody writes down who they are, not even you',
};
export const notChosen: Option = {
  value: 'not_known',
  label: 'They have not chosen',
  hint: 'We treat this as Confidential',
};

/** Somebody who can be named speaks through the reporter: the source is that person, and chooses. */
export const namedSpeaker: Condition = { question: 'whoSpeaks', in: ['self', 'for_them', 'other'] };
/** Somebody speaks through the reporter, whether or not they say who they are. */
export const anySpeaker: Condition = {
  question: 'whoSpeaks',
  in: ['self', 'for_them', 'other', 'not_known'],
};
/** Somebody told the reporter, on whose behalf they do not write. */
export const toldBySomeone: Condition = {
  question: 'sourceKind',
  in: ['victim', 'colleague', 'client', 'public', 'anonymous'],
};
