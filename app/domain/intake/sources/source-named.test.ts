import { describe, expect, test } from 'vitest';
import { splitSourceIdentity } from '../../form/source-identity.ts';
import { version1 } from '#tests/factories/published-forms.ts';
import { matcherOf, nameMatcherOf, namesSealedSource } from './telling-words.ts';
import { minimalAnswers } from '#tests/factories/form-answers.ts';
import { questionsNaming } from './source-named.server.ts';

const named = {
  ...minimalAnswers,
  sourceKind: 'colleague',
  sourceName: 'Zebedee Fi',
  sourceContact: '07700 900123\nafter six, Flat 2, B12 8QX',
};

describe('the questions that name the source', () => {
  const { open, sealed } = splitSourceIdentity(version1, named);

  test.each([
    [{ whatIsKnown: 'ZÉBEDEE told me about the van.' }, ['whatIsKnown']],
    [{ vehicles: [{ id: 'v', vehicleUse: 'ask Zebedee' }] }, ['vehicleUse']],
    [{ whatIsKnown: 'A zebra crossing.' }, []],
    [{ whatIsKnown: 'Ring 900123 and ask.' }, ['whatIsKnown']],
    [{ whatIsKnown: 'Ring 07700900123 and ask.' }, ['whatIsKnown']],
    [{ whatIsKnown: 'Ring 07700-900 123 and ask.' }, ['whatIsKnown']],
    [{ whatIsKnown: 'It was after six.' }, []],
    [{ whatIsKnown: 'They live at b128qx.' }, ['whatIsKnown']],
    [{ whatIsKnown: 'They live at B12 8QY.' }, []],
  ])('%j', (change, ids) => {
    expect(questionsNaming(version1, { ...open, ...change }, matcherOf(version1, sealed))).toEqual(ids);
  });

  test('have names of three letters among them', () => {
    const short = splitSourceIdentity(version1, { ...named, sourceName: 'Ann Lee' });
    const text = { whatIsKnown: 'Ann told us.' };
    expect(questionsNaming(version1, { ...short.open, ...text }, matcherOf(version1, short.sealed))).toEqual([
      'whatIsKnown',
    ]);
  });

  test('are none when nothing is sealed', () => {
    const none = splitSourceIdentity(version1, minimalAnswers);
    expect(questionsNaming(version1, none.open, matcherOf(version1, none.sealed))).toEqual([]);
  });
});

describe('what names somebody of a sealed record', () => {
  const matcher = nameMatcherOf(version1, {
    sourceName: 'Zebedee Fi',
    sourceContact: 'Ask for Quillon at the desk, 07700 900123. The person there knows.',
  });

  test.each([
    ['Zebedee told it', true],
    ['Quillon knows more', true],
    ['Ring 07700900123', true],
    ['Seen by the person who passed it on, at a desk', false],
  ])('%s', (text, names) => {
    expect(namesSealedSource(matcher, text)).toBe(names);
  });
});
