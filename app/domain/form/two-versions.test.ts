import { describe, expect, it } from 'vitest';
import { questionsOf } from './definition.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { differingQuestions, fieldsInWords, withSavedAnswers } from './two-versions.ts';
import { formWords } from './words.ts';

const all = questionsOf(currentDefinition);
const question = (id: string) => {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`There is no question ${id}`);
  return found;
};
const ids = (saved: object, typed: object) =>
  differingQuestions(all, saved as Record<string, string>, typed as Record<string, string>).map(
    ({ id }) => id,
  );

describe('two versions of a page', () => {
  it('differ in the questions whose fields hold something else', () => {
    const saved = {
      danger: 'no',
      whatIsKnown: 'A van.\nSix men.',
      exploitationTypes: ['labour', 'criminal'],
    };
    expect(ids(saved, { ...saved, danger: 'soon' })).toEqual(['danger']);
    expect(ids(saved, { ...saved, whatIsKnown: 'A van.' })).toEqual(['whatIsKnown']);
    expect(ids(saved, { ...saved, exploitationTypes: ['labour'] })).toEqual(['exploitationTypes']);
  });

  it('are the same whatever the browser does to line ends, empty fields and the order of boxes', () => {
    const saved = { whatIsKnown: 'A van.\nSix men.', exploitationTypes: ['labour', 'criminal'] };
    const typed = {
      whatIsKnown: 'A van.\r\nSix men.\r\n',
      exploitationTypes: ['criminal', 'labour'],
      danger: '',
    };
    expect(ids(saved, typed)).toEqual([]);
  });

  it('never show who told the partner', () => {
    expect(ids({}, { sourceName: 'Quillon Sealedname' })).toEqual([]);
  });

  it('give way question by question', () => {
    const saved = { danger: 'soon', 'informationDate-day': '12' };
    const typed = { danger: 'no', whatIsKnown: 'Typed.', 'informationDate-day': '13' };
    expect(withSavedAnswers(all, ['danger'], saved, typed)).toEqual({
      danger: 'soon',
      whatIsKnown: 'Typed.',
      'informationDate-day': '13',
    });
    expect(withSavedAnswers(all, ['whatIsKnown'], saved, typed)).toEqual({
      danger: 'no',
      'informationDate-day': '13',
    });
  });

  it('are told in words, wrong ones too', () => {
    const words = (id: string, values: Record<string, string | string[]>) =>
      fieldsInWords(question(id), values, formWords);
    expect(words('danger', { danger: 'no' })[0]).toMatch(/^No/);
    expect(words('whatIsKnown', { whatIsKnown: 'A van.' })).toEqual(['A van.']);
    expect(words('whatIsKnown', {})).toEqual([]);
    expect(
      words('informationDate', {
        informationDate: 'exact',
        'informationDate-day': '99',
        'informationDate-month': 'jan',
        'informationDate-year': '2016',
      }),
    ).toEqual(['99 jan 2016']);
  });
});
