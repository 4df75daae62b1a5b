import { describe, expect, test } from 'vitest';
import { compareDefinitions } from './compare-definitions.ts';
import { conditionWords } from './condition-words.ts';
import { questionsOf, type FormDefinition } from './definition.ts';
import { exclusiveValues } from './question.ts';
import { signsToKnow } from './signs-to-know.ts';
import { publishedDefinitions, version1, version2 } from '#tests/factories/published-forms.ts';
import { formWords } from './words.ts';

describe('two versions side by side', () => {
  const { changes, unchanged } = compareDefinitions(version1, version2);
  const of = (name: string, given = changes) => given.find((each) => each.name === name);
  const copyOf = (version: FormDefinition) => JSON.parse(JSON.stringify(version)) as FormDefinition;

  test('every question of both is added, removed, changed or the same', () => {
    const named = ({ sections }: FormDefinition) =>
      sections.flatMap((section) => [
        `Section ${section.id}`,
        ...(section.kind === 'pages' ? section.pages.map(({ id }) => `Page ${id}`) : []),
      ]);
    const all = [version1, version2].flatMap((version) => [
      'Form',
      ...named(version),
      ...questionsOf(version).map(({ id }) => `Question ${id}`),
    ]);
    expect(changes.length + unchanged).toBe(new Set(all).size);
    expect(new Set(changes.map(({ name }) => name)).size).toBe(changes.length);
    expect(changes.filter(({ change }) => change === 'removed')).toEqual([]);
    expect(of('Question danger')).toBeUndefined();
  });

  test('what is added is shown whole', () => {
    const added = of('Question personOtherAliases');
    expect(added).toMatchObject({ change: 'added', from: null });
    expect(added?.to).toContainEqual({ about: 'Answer', text: 'several short texts' });
    expect(added?.to).toContainEqual({ about: 'Required', text: 'no' });
  });

  test('of what is changed only what differs', () => {
    expect(of('Question exploitationTypes')).toBeUndefined();
    expect(of('Question whatIsKnown')?.from).toContainEqual({ about: 'Max length', text: '10000' });
    expect(of('Question whatIsKnown')?.to).toContainEqual({ about: 'Max length', text: '15000' });
    expect(JSON.stringify(of('Question whatIsKnown'))).not.toContain('Why we ask');
  });

  test('the other way round what was added is removed', () => {
    const back = compareDefinitions(version2, version1);
    const names = (change: string, given: typeof changes) =>
      given.filter((each) => each.change === change).map(({ name }) => name);
    expect(names('removed', back.changes)).toEqual(names('added', changes));
    expect(names('changed', back.changes).sort()).toEqual(names('changed', changes).sort());
  });

  test('a version is the same as itself', () => {
    expect(compareDefinitions(version2, version2).changes).toEqual([]);
    expect(compareDefinitions(version2, copyOf(version2)).changes).toEqual([]);
    const reordered = version2.sections.map(
      (section) => Object.fromEntries(Object.entries(section).reverse()) as unknown as typeof section,
    );
    const { changes: none } = compareDefinitions(version2, {
      ...version2,
      sections: reordered,
    });
    expect(none).toEqual([]);
  });

  test('a warning, advice, an order and a condition of a page or section count as well', () => {
    const copy = copyOf(version2);
    const [safety] = copy.sections;
    if (safety?.kind !== 'pages') throw new Error('the first section has pages');
    const [danger, emergency] = safety.pages;
    danger!.warning = 'Call first.';
    danger!.questions.reverse();
    emergency!.showWhen = { question: 'danger', in: ['soon'] };
    const changed = compareDefinitions(version2, copy).changes;
    expect(changed.map(({ name }) => name)).toEqual(['Page danger', 'Page emergency']);
    expect(of('Page danger', changed)?.to).toContainEqual({ about: 'Warning', text: 'Call first.' });
    expect(of('Page danger', changed)?.to?.some(({ about }) => about === 'Questions in order')).toBe(true);
    expect(of('Page emergency', changed)?.to).toEqual([
      { about: 'Asked when', text: expect.stringContaining('at “Is anyone in danger?”') as unknown },
    ]);
  });
});

describe('a condition in words', () => {
  test('names answers and questions', () => {
    const condition = questionsOf(version1).find((question) => question.id === 'sourceName')!.showWhen!;
    expect(conditionWords(version1, condition, formWords)).toBe(
      '“Yes” at “Can the police know who the source is?” and “The person it happened to” or “A colleague” or ' +
        '“Another person we support” or “A member of the public” at “Who is the source?”',
    );
    const any = {
      any: [
        { question: 'danger', in: ['now'] },
        { question: 'gone', in: ['x'] },
      ],
    };
    expect(conditionWords(version1, any, formWords)).toBe('“Yes, now” at “Is anyone in danger?” or gone');
  });
});

test('the signs to know are those that the newest form asks for', () => {
  const { lists } = signsToKnow(publishedDefinitions);
  const questions = lists.map(({ question }) => question);
  expect(questions.map((question) => question.id)).toEqual([
    'indicators',
    'childIndicators',
    'communityIndicators',
  ]);
  expect(questions.every((question) => exclusiveValues(question).length === 2)).toBe(true);
});
