import { describe, expect, test } from 'vitest';
import { openAnswersFrom } from '#app/domain/intelligence-form/source-identity.ts';
import { version1 } from '#app/domain/intelligence-form/version-1.ts';
import { extract } from '#app/domain/submissions/extract.ts';
import {
  foldedName,
  normalisedPhone,
  normalisedPostcode,
  normalisedRegistration,
} from '#app/domain/submissions/normalise.ts';
import { minimalAnswers } from '#tests/factories/form-answers.ts';

const open = (more: object = {}) => openAnswersFrom(version1, { ...minimalAnswers, ...more });

describe('extraction', () => {
  test('of the minimal report: one place, one vehicle', () => {
    const { people, places, vehicles, contacts } = extract(open());
    expect([people, contacts]).toEqual([[], []]);
    expect(places).toEqual([
      {
        position: 1,
        kind: 'home',
        address: null,
        town: null,
        postcode: 'B11 4AA',
        postcode_normalised: 'B11 4AA',
        landmark: null,
        people_estimate: null,
      },
    ]);
    expect(vehicles).toMatchObject([
      { position: 1, registration: 'BX??ABC', registration_normalised: 'BX??ABC', make: null },
    ]);
  });

  test('a person becomes a row with a folded name, and their contacts rows of their own', () => {
    const people = [
      { id: 'a', personPart: 'witness', personAlias: 'Red' },
      {
        id: 'b',
        personPart: 'possible_victim',
        personForename: 'Ștefan',
        personSurname: "O'Fictional",
        personBirthDate: { precision: 'exact', date: '1990-03-09' },
        personNationality: 'RO',
        personPhone: '07700 900123',
        personEmail: 'Stefan@Example.COM',
        personSocial: 'Stefan_F on Chatterbox',
        personAddress: '1 Nowhere Road, Anytown',
      },
    ];
    const extracted = extract(open({ people }));
    expect(extracted.people[1]).toMatchObject({
      position: 2,
      part: 'possible_victim',
      folded_name: 'stefan ofictional',
      date_of_birth: '1990-03-09',
      nationality: 'RO',
      sex: null,
    });
    expect(extracted.contacts).toEqual([
      {
        position: 1,
        kind: 'phone',
        value: '07700 900123',
        value_normalised: '+447700900123',
        person_position: 2,
      },
      {
        position: 2,
        kind: 'email',
        value: 'Stefan@Example.COM',
        value_normalised: 'stefan@example.com',
        person_position: 2,
      },
      {
        position: 3,
        kind: 'account',
        value: 'Stefan_F on Chatterbox',
        value_normalised: 'stefan f on chatterbox',
        person_position: 2,
      },
      {
        position: 4,
        kind: 'address',
        value: '1 Nowhere Road, Anytown',
        value_normalised: '1 nowhere road anytown',
        person_position: 2,
      },
    ]);
  });

  test('part of a phone number is kept by its digits, and what has none is no phone', () => {
    const person = (personPhone: string) => ({ id: personPhone, personPart: 'unclear', personPhone });
    const { contacts } = extract(open({ people: [person('ends in 123'), person('unknown')] }));
    expect(contacts.map((contact) => contact.value_normalised)).toEqual(['123']);
  });

  test('a business is part of the address', () => {
    const places = [
      { id: 'p', placeKind: 'work', placeBusiness: 'Shiny Cars', placeAddress: '2 Nowhere Road' },
    ];
    expect(extract(open({ places })).places[0]?.address).toBe('Shiny Cars, 2 Nowhere Road');
  });

  test('never reads the source', () => {
    const rows = extract(
      openAnswersFrom(version1, { ...minimalAnswers, sourceName: 'Zebedee', sourceContact: '07700 900999' }),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Zebedee|900999/);
  });
});

describe('writing one thing in one way', () => {
  test.each([
    ['Łukasz', 'lukasz'],
    ['NGUYỄN  Văn-Đức', 'nguyen van duc'],
    ['Søren Weiß', 'soren weiss'],
    ['D’Ex. ample', 'dex ample'],
    ['  ', ''],
  ])('the name %s', (written, folded) => expect(foldedName(written)).toBe(folded));

  test.each([
    ['0121 496 0123', '+441214960123'],
    ['+40 721 234 567', '+40721234567'],
    ['0044 7700 900 123', '+447700900123'],
    ['123', null],
    ['soon', null],
  ])('the phone %s', (written, phone) => expect(normalisedPhone(written)).toBe(phone));

  test.each([
    ['bx12 abc', 'BX12ABC'],
    ['B?-12', 'B?12'],
    [' ', null],
  ])('the registration %s', (written, vrm) => expect(normalisedRegistration(written)).toBe(vrm));

  test.each([
    ['b114aa', 'B11 4AA'],
    ['b11', 'B11'],
    ['cv12', 'CV12'],
    ['nowhere', null],
  ])('the postcode %s', (written, postcode) => {
    expect(normalisedPostcode(written)).toBe(postcode);
  });
});
