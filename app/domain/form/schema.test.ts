import { formWords, type FormWords } from './words.ts';
import { describe, expect, test } from 'vitest';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { sealedMarker } from './answers.ts';
import { findListSection, findPage } from './definition.ts';
import {
  fieldNamesOf,
  itemFieldNames,
  itemValues,
  parseAnswers,
  parseItem,
  parsePage,
  valuesOf,
} from './schema.ts';
import type { Posted } from './read-posted.ts';
import { version4, version1 } from '#tests/factories/published-forms.ts';
import { minimalAnswers, minimalPosts, without } from '#tests/factories/form-answers.ts';

const page = (id: string) => findPage(version1, id)!.page;
const list = (id: string) => findListSection(version1, id)!;
const information = minimalPosts.information;
const source = minimalPosts.source;
const blankDates = Object.fromEntries(
  Object.keys(information)
    .filter((name) => /-(day|month|year)$/.test(name))
    .map((name) => [name, '']),
);

describe('field names', () => {
  test('a question posts its id, a date its parts', () => {
    expect(fieldNamesOf(page('danger'))).toEqual(['danger', 'child', 'onBehalfOfVictim']);
    expect(fieldNamesOf(page('information'))).toEqual([
      'exploitationTypes',
      'exploitationOther',
      'whatIsKnown',
      'informationDate',
      'informationDate-day',
      'informationDate-month',
      'informationDate-year',
      'informationDate-in-month',
      'informationDate-in-year',
      'informationDate-from-day',
      'informationDate-from-month',
      'informationDate-from-year',
      'informationDate-to-day',
      'informationDate-to-month',
      'informationDate-to-year',
      'learnedDate',
      'learnedDate-day',
      'learnedDate-month',
      'learnedDate-year',
      'learnedDate-in-month',
      'learnedDate-in-year',
      'canDescribe',
    ]);
    expect(itemFieldNames(list('places'))).toContain('placesNotKnown');
    expect(itemFieldNames(list('people'))).toContain('personBirthDate-day');
    expect(itemFieldNames(list('people'))).not.toContain('personBirthDate');
  });
});

describe('a page', () => {
  test('posted strings become typed answers, trimmed', () => {
    const posted = {
      exploitationTypes: ['labour', 'criminal'],
      whatIsKnown: '  A van comes at six.\r\nEvery day.  ',
      informationDate: 'exact',
      'informationDate-day': ' 12 ',
      'informationDate-month': 'January',
      'informationDate-year': '2016',
      learnedDate: 'month',
      'learnedDate-in-month': '1',
      'learnedDate-in-year': '2016',
      canDescribe: 'vehicles',
    };
    expect(parsePage(version1, 'information', posted, {})).toEqual({
      ok: true,
      answers: {
        exploitationTypes: ['labour', 'criminal'],
        whatIsKnown: 'A van comes at six.\nEvery day.',
        informationDate: { precision: 'exact', date: '2016-01-12' },
        learnedDate: { precision: 'month', month: '2016-01' },
        canDescribe: ['vehicles'],
      },
    });
  });

  test('what is missing is said at the field, in words that say what to do, and what was posted is kept', () => {
    expect(parsePage(version1, 'danger', { danger: 'no', child: '  ' }, {})).toEqual({
      ok: false,
      errors: {
        child: 'Select whether a child is involved',
        onBehalfOfVictim: 'Select yes if you are sending this for a possible victim',
      },
      values: { danger: 'no', child: '  ' },
    });
  });

  test('"Not known" is an answer', () => {
    const posted = { ...information, informationDate: 'unknown', learnedDate: 'unknown' };
    expect(parsePage(version1, 'information', posted, {})).toMatchObject({
      ok: true,
      answers: { informationDate: { precision: 'unknown' }, learnedDate: { precision: 'unknown' } },
    });
  });

  test('a condition decides whether a field is needed and whether it is kept', () => {
    const other = { ...information, exploitationTypes: 'other' };
    expect(parsePage(version1, 'information', other, {})).toMatchObject({
      ok: false,
      errors: { exploitationOther: 'Enter what else it could be' },
    });
    const typedAnyway = { ...information, exploitationOther: 'typed without JavaScript' };
    const parsed = parsePage(version1, 'information', typedAnyway, {});
    expect(parsed.ok && Object.hasOwn(parsed.answers, 'exploitationOther')).toBe(false);
  });

  test('conditions on the same page read what is posted now, not what was answered before', () => {
    const earlier = { sourceIdentity: 'named', sourceKind: 'victim' };
    expect(parsePage(version1, 'source', source, earlier)).toMatchObject({ ok: true });
    const named = { ...source, sourceKind: 'colleague', sourceIdentity: 'named' };
    expect(parsePage(version1, 'source', named, {})).toMatchObject({
      ok: false,
      errors: { sourceName: 'Enter the name of the source' },
    });
  });

  describe('what is typed for a question that is not asked', () => {
    const written = { ...source, sourceKind: 'document', sourceIdentity: 'named' };
    const errorsOf = (posted: Posted) => {
      const parsed = parsePage(version1, 'source', posted, {});
      return parsed.ok ? {} : parsed.errors;
    };

    test('is refused beside the box where the box was in sight', () => {
      expect(errorsOf({ ...source, sourceCouldBeGuessed: 'no', sourceRisk: 'Few knew' })).toEqual({
        sourceRisk: expect.stringContaining('is not asked for after your other answers') as unknown,
      });
      expect(errorsOf({ ...written, sourceName: 'Quill', sourceContact: 'By night' })).toEqual({
        sourceName: expect.stringContaining('is not kept') as unknown,
        sourceContact: expect.stringContaining('is not kept') as unknown,
      });
      expect(errorsOf({ ...written, sourceName: ' ' })).toEqual({});
    });

    test('is refused for ticked boxes as well', () => {
      const posted = { ...source, sourceCouldBeGuessed: 'no', riskTo: ['source'] };
      const parsed = parsePage(version4, 'source', posted, {});
      expect(parsed.ok ? [] : Object.keys(parsed.errors)).toEqual(['riskTo']);
    });

    test('is passed over where its box was under an option that is not chosen', () => {
      expect(errorsOf({ ...written, sourceIdentity: 'confidential', sourceName: 'Quill' })).toEqual({});
    });

    test('is not said before the answer is given that decides it', () => {
      const undecided = { ...source, sourceCouldBeGuessed: '' };
      expect(Object.keys(errorsOf({ ...undecided, sourceRisk: 'Few knew' }))).toEqual([
        'sourceCouldBeGuessed',
      ]);
    });
  });

  test('a sealed answer may be left blank, and is replaced by what is typed', () => {
    const named = { ...source, sourceKind: 'colleague', sourceIdentity: 'named' };
    const earlier = { sourceName: sealedMarker };
    expect(parsePage(version1, 'source', named, earlier)).toMatchObject({
      ok: true,
      answers: { sourceName: sealedMarker },
    });
    const typed = parsePage(version1, 'source', { ...named, sourceName: 'Ann Example' }, earlier);
    expect(typed).toMatchObject({ ok: true, answers: { sourceName: 'Ann Example' } });
  });

  test.each([
    [{ exploitationTypes: 'nonsense' }, 'exploitationTypes', 'Select one of the answers listed'],
    [
      { exploitationTypes: ['labour', 'not_sure'] },
      'exploitationTypes',
      'Select "I am not sure" on its own, or only the other answers',
    ],
    [{ whatIsKnown: 'x'.repeat(10_001) }, 'whatIsKnown', 'What you know must be 10,000 characters or less'],
    [{ informationDate: 'exact' }, 'informationDate-day', 'The date it happened must include a day'],
    [
      { informationDate: 'exact', 'informationDate-day': '1', 'informationDate-month': '2' },
      'informationDate-year',
      'The date it happened must include a year',
    ],
    [
      {
        informationDate: 'exact',
        'informationDate-day': '30',
        'informationDate-month': '2',
        'informationDate-year': '2016',
      },
      'informationDate-day',
      'The date it happened must be a real date',
    ],
    [
      {
        informationDate: 'exact',
        'informationDate-day': '3',
        'informationDate-month': '2',
        'informationDate-year': '16',
      },
      'informationDate-year',
      'The date it happened must include a year of 4 numbers',
    ],
    [
      {
        informationDate: 'exact',
        'informationDate-day': '3',
        'informationDate-month': 'Maybe',
        'informationDate-year': '2016',
      },
      'informationDate-day',
      'The date it happened must be a real date',
    ],
    [
      { informationDate: 'month', 'informationDate-in-month': '13', 'informationDate-in-year': '2016' },
      'informationDate-in-month',
      'The date it happened must be a real date',
    ],
    [
      {
        informationDate: 'range',
        'informationDate-from-day': '2',
        'informationDate-from-month': '1',
        'informationDate-from-year': '2016',
        'informationDate-to-day': '1',
        'informationDate-to-month': '1',
        'informationDate-to-year': '2016',
      },
      'informationDate-to-day',
      'The date it happened must not end before it starts',
    ],
    [
      {
        informationDate: 'exact',
        'informationDate-day': '1',
        'informationDate-month': '1',
        'informationDate-year': '2030',
      },
      'informationDate',
      'The date it happened must be today or in the past',
    ],
    [
      {
        informationDate: 'month',
        'informationDate-in-month': '1',
        'informationDate-in-year': '2016',
        learnedDate: 'exact',
        'learnedDate-day': '1',
        'learnedDate-month': '12',
        'learnedDate-year': '2015',
      },
      'learnedDate',
      'You cannot have learned of it before it happened. Check both dates',
    ],
    [{ informationDate: 'never' }, 'informationDate', 'Select one of the answers listed'],
    [{ learnedDate: 'ongoing' }, 'learnedDate', 'Select one of the answers listed'],
    [
      { learnedDate: 'exact', 'learnedDate-day': '19', 'learnedDate-month': '1', 'learnedDate-year': '2016' },
      'learnedDate',
      'The date you learned of it must be today or in the past',
    ],
    [
      { learnedDate: 'month', 'learnedDate-in-month': '2', 'learnedDate-in-year': '2016' },
      'learnedDate',
      'The date you learned of it must be today or in the past',
    ],
  ])('%j', (change, field, message) => {
    const posted = { ...information, ...blankDates, ...change };
    const parsed = parsePage(version1, 'information', posted, {}, { today: '2016-01-18' });
    expect(parsed.ok ? {} : parsed.errors).toMatchObject({ [field]: message });
  });

  test.each(['1', '01', 'jan', 'Jan.', 'January'])('a month may be written as %s', (month) => {
    const posted = {
      ...information,
      learnedDate: 'month',
      'learnedDate-in-month': month,
      'learnedDate-in-year': '2016',
    };
    expect(parsePage(version1, 'information', posted, {}, { today: '2016-01-18' })).toMatchObject({
      answers: { learnedDate: { precision: 'month', month: '2016-01' } },
    });
  });

  test('what PostgreSQL could not store is taken out', () => {
    const posted = { ...information, whatIsKnown: 'a\u0000b\ud800c\u0007d\te' };
    expect(parsePage(version1, 'information', posted, {})).toMatchObject({
      answers: { whatIsKnown: 'abcd e' },
    });
  });

  test('errors are said in the words that are given', () => {
    const shout: FormWords = { ...formWords, asked: (text) => text.toUpperCase() };
    expect(parsePage(version1, 'danger', {}, {}, { t: shout })).toMatchObject({
      errors: { danger: 'SELECT WHETHER ANYONE IS IN DANGER' },
    });
  });

  test('an unknown page or list is not found', () => {
    expect(() => parsePage(version1, 'nowhere', {}, {})).toThrow(NotFound);
    expect(() => parseItem(version1, 'information', {})).toThrow(NotFound);
  });

  test('fields are filled in again with what was answered', () => {
    const parsed = parsePage(version1, 'information', information, {});
    // Version 1 asks who the source is on another page.
    const asked = Object.fromEntries(Object.entries(information).filter(([name]) => name !== 'sourceKind'));
    expect(parsed.ok && valuesOf(page('information'), parsed.answers)).toEqual(asked);
    const range = {
      informationDate: 'range',
      'informationDate-from-day': '1',
      'informationDate-from-month': '12',
      'informationDate-from-year': '2015',
      'informationDate-to-day': '31',
      'informationDate-to-month': '1',
      'informationDate-to-year': '2016',
    };
    const ranged = parsePage(version1, 'information', { ...information, ...range }, {});
    expect(ranged.ok && valuesOf(page('information'), ranged.answers)).toMatchObject(range);
    expect(valuesOf(page('source'), { sourceName: sealedMarker })).toEqual({});
  });
});

describe('an item', () => {
  test('a postcode and a registration are put into form', () => {
    const place = { placeKind: 'home', placePostcode: ' b11 4aa', placePeopleCount: '1,200' };
    expect(parseItem(version1, 'places', place)).toEqual({
      ok: true,
      kind: 'item',
      item: { placeKind: 'home', placePostcode: 'B11 4AA', placePeopleCount: 1200 },
    });
    expect(parseItem(version1, 'vehicles', { vehicleVrm: 'bx?? a-bc' })).toMatchObject({
      item: { vehicleVrm: 'BX??ABC' },
    });
  });

  test.each([
    [
      'places',
      { placeKind: 'home', placePostcode: 'nonsense' },
      'placePostcode',
      'Enter a full postcode, or only the first part of it, like B11',
    ],
    [
      'places',
      { placeKind: 'home' },
      'placePostcode',
      'Enter a postcode, an address, a town, a landmark or a business',
    ],
    ['places', { placeTown: 'Anytown' }, 'placeKind', 'Select what kind of place it is'],
    [
      'places',
      { placeKind: 'home', placeTown: 'Anytown', placePeopleCount: 'about ten' },
      'placePeopleCount',
      'Number of people must be a whole number, like 12',
    ],
    [
      'places',
      { placeKind: 'home', placeTown: 'Anytown', placePeopleCount: '-3' },
      'placePeopleCount',
      'Number of people must be between 0 and 5,000',
    ],
    [
      'vehicles',
      { vehicleVrm: 'BX!! ABC' },
      'vehicleVrm',
      'Registration must only include letters and numbers, with ? for a character you do not know',
    ],
    [
      'people',
      { personPart: 'witness', personEmail: 'at home' },
      'personEmail',
      'Enter an email address in the correct format, like name@example.com',
    ],
    [
      'people',
      { personPart: 'witness', personAlias: 'Red', 'personBirthDate-day': '3' },
      'personBirthDate-month',
      'Date of birth must include a month',
    ],
  ])('%s %j', (section, posted, field, message) => {
    const parsed = parseItem(version1, section, posted);
    expect(parsed.ok ? null : parsed.errors[field]).toBe(message);
  });

  test('"not known" counts only when nothing is typed', () => {
    const said = { placesNotKnown: 'not_known', placeKind: 'not_known' };
    expect(parseItem(version1, 'places', said)).toEqual({
      ok: true,
      kind: 'not_known',
      answers: { placesNotKnown: ['not_known'] },
    });
    expect(parseItem(version1, 'places', { ...said, placeTown: 'Anytown' })).toMatchObject({ kind: 'item' });
    expect(parseItem(version1, 'people', { placesNotKnown: 'not_known' })).toMatchObject({ ok: false });
  });

  test('fields are filled in again', () => {
    const item = { id: 'i', personPart: 'both', personBirthDate: { precision: 'exact', date: '1990-03-09' } };
    expect(itemValues(list('people'), item)).toEqual({
      personPart: 'both',
      'personBirthDate-day': '9',
      'personBirthDate-month': '3',
      'personBirthDate-year': '1990',
    });
  });
});

describe('the whole', () => {
  test('a minimal report is valid', () => {
    expect(parseAnswers(version1, minimalAnswers)).toEqual({ ok: true, answers: minimalAnswers });
  });

  test('problems name the section, the page and the item', () => {
    const spoiled = {
      ...without(minimalAnswers, 'danger', 'places'),
      vehicles: [{ id: 'v1', vehicleVrm: 'lower' }],
    };
    const parsed = parseAnswers(version1, spoiled);
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      {
        sectionId: 'safety',
        pageId: 'danger',
        itemId: null,
        errors: { danger: 'Select whether anyone is in danger' },
      },
      {
        sectionId: 'places',
        pageId: null,
        itemId: null,
        errors: { places: 'Add at least one, or say that you do not know' },
      },
      {
        sectionId: 'vehicles',
        pageId: null,
        itemId: 'v1',
        errors: {
          vehicleVrm:
            'Registration must only include letters and numbers, with ? for a character you do not know',
        },
      },
    ]);
  });

  test('a list over its maximum is refused', () => {
    const many = Array.from({ length: 21 }, (_, index) => ({ id: `v${index}`, vehicleColour: 'white' }));
    const parsed = parseAnswers(version1, { ...minimalAnswers, vehicles: many });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        {
          sectionId: 'vehicles',
          errors: { vehicles: 'You can add up to 20. Put any more in what you know' },
        },
      ],
    });
  });

  test('stored answers of the wrong type are problems, not crashes', () => {
    const wrong = {
      ...minimalAnswers,
      danger: 7,
      informationDate: { precision: 'exact', date: '2016-02-30' },
      places: 'none',
    };
    const parsed = parseAnswers(version1, wrong);
    expect(parsed.ok ? [] : parsed.problems.map((problem) => Object.keys(problem.errors)).flat()).toEqual([
      'danger',
      'informationDate',
      'places',
    ]);
  });
});
