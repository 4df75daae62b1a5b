import { describe, expect, test } from 'vitest';
import { compareDefinitions } from './compare-definitions.ts';
import { conditionWords } from './condition-words.ts';
import { questionsOf, type FormDefinition } from './definition.ts';
import { exclusiveValues } from './question.ts';
import { signsToKnow } from './signs-to-know.ts';
import { publishedDefinitions, version1, version2 } from '#tests/factories/published-forms.ts';
import { asWritten } from './words.ts';

describe('two versions side by side', () => {
  const { changes, unchanged } = compareDefinitions(version1, version2);
  const of = (id: string) => changes.find((each) => each.questionId === id);

  test('every question of both is added, removed, changed or the same', () => {
    const ids = new Set([...questionsOf(version1), ...questionsOf(version2)].map((question) => question.id));
    expect(changes.length + unchanged).toBe(ids.size);
    expect(new Set(changes.map((each) => each.questionId)).size).toBe(changes.length);
    expect(changes.filter((each) => each.change === 'removed')).toEqual([]);
    expect(of('danger')).toBeUndefined();
  });

  test('what is added is shown whole', () => {
    expect(of('personOtherAliases')).toMatchObject({ change: 'added', from: null });
    expect(of('personOtherAliases')?.to).toContainEqual({
      part: 'Answer',
      text: 'several short texts, may be answered',
    });
  });

  test('of what is changed only what differs', () => {
    expect(of('exploitationTypes')).toBeUndefined();
    expect(of('whatIsKnown')?.from).toContainEqual({ part: 'Longest answer', text: '10000 characters' });
    expect(of('whatIsKnown')?.to).toContainEqual({ part: 'Longest answer', text: '15000 characters' });
    expect(JSON.stringify(of('whatIsKnown'))).not.toContain('Why we ask');
  });

  test('the other way round what was added is removed', () => {
    const back = compareDefinitions(version2, version1);
    const names = (change: string, given: typeof changes) =>
      given.filter((each) => each.change === change).map((each) => each.questionId);
    expect(names('removed', back.changes)).toEqual(names('added', changes));
    expect(names('changed', back.changes).sort()).toEqual(names('changed', changes).sort());
  });

  test('a version is the same as itself', () => {
    expect(compareDefinitions(version2, version2).changes).toEqual([]);
    const copy = JSON.parse(JSON.stringify(version2)) as FormDefinition;
    expect(compareDefinitions(version2, copy).changes).toEqual([]);
  });
});

describe('a condition in words', () => {
  test('names answers and questions', () => {
    const condition = questionsOf(version1).find((question) => question.id === 'sourceName')!.showWhen!;
    expect(conditionWords(version1, condition, asWritten)).toBe(
      '“Yes” at “Can the police know who the source is?” and “The person it happened to” or “A colleague” or ' +
        '“Another person we support” or “A member of the public” at “Who is the source?”',
    );
    const any = {
      any: [
        { question: 'danger', in: ['now'] },
        { question: 'gone', in: ['x'] },
      ],
    };
    expect(conditionWords(version1, any, asWritten)).toBe('“Yes, now” at “Is anyone in danger?” or gone');
  });
});

test('the signs to know are those that the newest form asks for', () => {
  const { version, lists } = signsToKnow(publishedDefinitions);
  const questions = lists.map(({ question }) => question);
  expect(version).toBe(3);
  expect(questions.map((question) => question.id)).toEqual([
    'indicators',
    'childIndicators',
    'communityIndicators',
    'controlMethods',
  ]);
  expect(questions.every((question) => exclusiveValues(question).length === 2)).toBe(true);
});
