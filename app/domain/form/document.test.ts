import { describe, expect, test } from 'vitest';
import { renderDocument } from './document.ts';
import { openAnswersFrom } from './source-identity.ts';
import { version1 } from '#tests/factories/published-forms.ts';
import { minimalAnswers, without } from '#tests/factories/form-answers.ts';

const render = (answers: object) => renderDocument(version1, openAnswersFrom(version1, answers));
const sectionOf = (answers: object, id: string) =>
  render(answers).sections.find((section) => section.sectionId === id);
const answerTo = (answers: object, questionId: string) =>
  render(answers)
    .sections.flatMap((section) => [...section.pages, ...section.cards].flatMap((group) => group.entries))
    .find((entry) => entry.questionId === questionId);

describe('a document', () => {
  test('is plain JSON, with the version and the words as shown', () => {
    const document = render(minimalAnswers);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document).toMatchObject({ version: 1, title: 'Tell the police about possible modern slavery' });
  });

  test('puts choices, dates and lines into words', () => {
    expect(answerTo(minimalAnswers, 'danger')).toEqual({
      questionId: 'danger',
      label: 'Is anyone in danger?',
      answer: ['No, not that I know of'],
      state: 'answered',
    });
    expect(answerTo(minimalAnswers, 'informationDate')?.answer).toEqual(['12 January 2016']);
    expect(answerTo({ ...minimalAnswers, whatIsKnown: 'One\nTwo' }, 'whatIsKnown')?.answer).toEqual([
      'One',
      'Two',
    ]);
    expect(
      answerTo({ ...minimalAnswers, exploitationTypes: ['labour', 'sexual'] }, 'exploitationTypes')?.answer,
    ).toEqual(['Labour or financial', 'Sexual']);
  });

  test.each([
    [{ precision: 'month', month: '2015-11' }, 'November 2015'],
    [{ precision: 'range', from: '2015-11-01', to: '2016-01-02' }, '1 November 2015 to 2 January 2016'],
    [{ precision: 'ongoing' }, 'It is still going on'],
    [{ precision: 'unknown' }, 'Not known'],
  ])('a date %j', (informationDate, words) => {
    expect(answerTo({ ...minimalAnswers, informationDate }, 'informationDate')?.answer).toEqual([words]);
  });

  test('says what was left blank, and leaves out what was not asked', () => {
    expect(answerTo(minimalAnswers, 'handlingReason')).toMatchObject({ answer: [], state: 'not_provided' });
    expect(answerTo(minimalAnswers, 'sourceRisk')).toBeUndefined();
    expect(sectionOf(minimalAnswers, 'victim')).toBeUndefined();
  });

  test('has a numbered card for each person, place and vehicle, without their names in the title', () => {
    const vehicles = [
      { id: 'a', vehicleColour: 'white' },
      { id: 'b', vehicleColour: 'red' },
    ];
    expect(
      sectionOf({ ...minimalAnswers, vehicles }, 'vehicles')?.cards.map(({ title, itemId }) => [
        title,
        itemId,
      ]),
    ).toEqual([
      ['Vehicle 1', 'a'],
      ['Vehicle 2', 'b'],
    ]);
    const person = { id: 'p', personPart: 'witness', personSurname: 'Fictional', personNationality: 'VN' };
    const [card] = sectionOf({ ...minimalAnswers, people: [person] }, 'people')?.cards ?? [];
    expect(card?.title).toBe('Person 1');
    expect(card?.entries.find((entry) => entry.questionId === 'personNationality')?.answer).toEqual([
      'Vietnamese',
    ]);
  });

  test('keeps "not known" for places', () => {
    const rest = without(minimalAnswers, 'places');
    const section = sectionOf({ ...rest, placesNotKnown: ['not_known'] }, 'places');
    expect(section?.cards).toEqual([]);
    expect(section?.pages[0]?.entries[0]?.answer).toEqual(['I do not know of any place']);
  });

  test('keeps empty optional sections without questions', () => {
    expect(sectionOf(minimalAnswers, 'more')).toEqual({
      sectionId: 'more',
      kind: 'pages',
      title: 'Patterns and who else knows',
      pages: [],
      cards: [],
    });
  });

  test('shows text that is marked up as text', () => {
    const text = '<script>alert(1)</script>';
    expect(answerTo({ ...minimalAnswers, whatIsKnown: text }, 'whatIsKnown')?.answer).toEqual([text]);
  });
});
