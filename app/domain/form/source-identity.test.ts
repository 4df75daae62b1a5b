import { describe, expect, test } from 'vitest';
import { sealedMarker } from './answers.ts';
import { renderDocument } from './document.ts';
import { mergeSealed, openAnswersFrom, sealedQuestionIds, splitSourceIdentity } from './source-identity.ts';
import { parseAnswers } from './schema.ts';
import { version1 } from '#tests/factories/published-forms.ts';
import { pruneAnswers } from './visible.ts';
import { minimalAnswers } from '#tests/factories/form-answers.ts';

const named = {
  ...minimalAnswers,
  sourceKind: 'colleague',
  sourceName: 'Zebedee Fictional',
  sourceContact: '07700 900123\nafter six',
};

describe('splitting', () => {
  const { open, sealed } = splitSourceIdentity(version1, named);

  test('takes the source out of the open answers and leaves a marker', () => {
    expect(sealed).toEqual({ sourceName: 'Zebedee Fictional', sourceContact: '07700 900123\nafter six' });
    expect(open['sourceName']).toEqual(sealedMarker);
    expect(JSON.stringify(open)).not.toMatch(/Zebedee|900123/);
    expect(sealedQuestionIds(version1, open)).toEqual(['sourceName', 'sourceContact']);
  });

  test('leaves the answers it was given as they are', () => {
    expect(named.sourceName).toBe('Zebedee Fictional');
  });

  test('open answers are complete: the marker stands for the answer', () => {
    expect(parseAnswers(version1, open).ok).toBe(true);
    expect(splitSourceIdentity(version1, open)).toEqual({ open, sealed: {} });
  });

  test('the document says that it is sealed, and not what', () => {
    const document = JSON.stringify(renderDocument(version1, open));
    expect(document).toContain('Kept in the sealed source record');
    expect(document).not.toMatch(/Zebedee|900123/);
  });

  test.each([[{ name: 'Zebedee' }], [['Zebedee']], [7]])(
    'an answer of another type goes nowhere: %j',
    (odd) => {
      const split = splitSourceIdentity(version1, { ...named, sourceName: odd });
      expect(split.open).not.toHaveProperty('sourceName');
      expect(JSON.stringify(split)).not.toContain('Zebedee');
    },
  );
});

test('answers read back from storage never hold a source, whatever was stored', () => {
  expect(openAnswersFrom(version1, named)).not.toHaveProperty('sourceName');
  expect(openAnswersFrom(version1, { danger: 'no', sourceName: { sealed: true } })).toEqual({
    danger: 'no',
    sourceName: sealedMarker,
  });
  expect([null, [], 'x', 7].map((stored) => openAnswersFrom(version1, stored))).toEqual([{}, {}, {}, {}]);
});

describe('what the sealed record holds after a save', () => {
  const { open, sealed } = splitSourceIdentity(version1, named);

  test('new answers replace old ones, others stay', () => {
    const again = splitSourceIdentity(version1, { ...open, sourceName: 'Yolanda Fictional' });
    expect(mergeSealed(version1, again.open, sealed, again.sealed)).toEqual({
      ...sealed,
      sourceName: 'Yolanda Fictional',
    });
  });

  test('a branch no longer taken is forgotten', () => {
    const anonymous = splitSourceIdentity(
      version1,
      pruneAnswers(version1, { ...open, sourceIdentity: 'anonymous' }),
    );
    expect(mergeSealed(version1, anonymous.open, sealed, anonymous.sealed)).toEqual({});
  });
});
