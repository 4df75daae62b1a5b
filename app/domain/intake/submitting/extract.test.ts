import { describe, expect, test } from 'vitest';
import { said } from '#app/domain/form/said.ts';
import { openAnswersFrom, splitSourceIdentity, type OpenAnswers } from '#app/domain/form/source-identity.ts';
import { version1, version2, version3 } from '#tests/factories/published-forms.ts';
import { extract } from './extract.ts';
import {
  foldedName,
  normalisedAccountNumber,
  normalisedPhone,
  normalisedPostcode,
  normalisedRegistration,
  normalisedWebsite,
} from '#app/domain/kernel/normalise.ts';
import { minimalAnswers } from '#tests/factories/form-answers.ts';
import { fullAnswers } from '#tests/factories/full-report.ts';

const open = (more: object = {}) => openAnswersFrom(version1, { ...minimalAnswers, ...more });

const extractOf = (answers: OpenAnswers, form = version2) => extract(said(form, answers));

describe('extraction', () => {
  test('of the minimal report: one place, one vehicle', () => {
    const { people, places, vehicles, contacts } = extractOf(open());
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
        business: null,
        sector: null,
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
    const extracted = extractOf(open({ people }));
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
        platform: null,
        person_position: 2,
        organisation_position: null,
      },
      {
        position: 2,
        kind: 'email',
        value: 'Stefan@Example.COM',
        value_normalised: 'stefan@example.com',
        platform: null,
        person_position: 2,
        organisation_position: null,
      },
      {
        position: 3,
        kind: 'account',
        value: 'Stefan_F on Chatterbox',
        value_normalised: 'stefan f on chatterbox',
        platform: null,
        person_position: 2,
        organisation_position: null,
      },
      {
        position: 4,
        kind: 'address',
        value: '1 Nowhere Road, Anytown',
        value_normalised: '1 nowhere road anytown',
        platform: null,
        person_position: 2,
        organisation_position: null,
      },
    ]);
  });

  test('part of a phone number is kept by its digits, and what has none is no phone', () => {
    const person = (personPhone: string) => ({ id: personPhone, personPart: 'unclear', personPhone });
    const { contacts } = extractOf(open({ people: [person('ends in 123'), person('unknown')] }));
    expect(contacts.map((contact) => contact.value_normalised)).toEqual(['123']);
  });

  test('a business is part of the address', () => {
    const places = [
      { id: 'p', placeKind: 'work', placeBusiness: 'Shiny Cars', placeAddress: '2 Nowhere Road' },
    ];
    expect(extractOf(open({ places })).places[0]).toMatchObject({
      address: 'Shiny Cars, 2 Nowhere Road',
      business: 'Shiny Cars',
    });
  });

  test('never reads the source', () => {
    const rows = extractOf(
      openAnswersFrom(version1, { ...minimalAnswers, sourceName: 'Zebedee', sourceContact: '07700 900999' }),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Zebedee|900999/);
  });
});

describe('extraction of a report in which everything is answered', () => {
  const answers = splitSourceIdentity(version2, fullAnswers()).open;
  const rows = extractOf(answers);

  test('people have every name, nationality and language', () => {
    expect(rows.people).toMatchObject([
      {
        alias: 'The Uncle',
        aliases: ['The Uncle', 'Old Red', 'Gaffer'],
        folded_aliases: ['the uncle', 'old red', 'gaffer'],
        folded_name: 'igor fictional the uncle',
        nationality: 'RO',
        nationalities: ['RO', 'MD'],
        languages: ['ro', 'ru', 'en'],
        marks: 'A scar on the left hand',
        employer: 'Shiny Imaginary Cars',
      },
      { forename: 'Ana', aliases: [], nationalities: [], languages: [] },
    ]);
  });

  test('people thought to be at a place: the most that was said, or nothing', () => {
    const at = (placePeopleEstimate: string) =>
      extractOf(open({ places: [{ id: 'p', placeKind: 'home', placePeopleEstimate }] }), version3).places[0]
        ?.people_estimate;
    expect(at('about 8')).toBe(8);
    expect(at('8 to 10')).toBe(10);
    expect(at('not known')).toBeNull();
  });

  test('a year of birth is no date to match by', () => {
    const born = (personBirthDate: object) =>
      extractOf(open({ people: [{ id: 'p', personForename: 'Ana', personBirthDate }] })).people[0]
        ?.date_of_birth;
    expect(born({ precision: 'exact', date: '1990-02-03' })).toBe('1990-02-03');
    expect(born({ precision: 'month', month: '1990-02' })).toBeNull();
    expect(born({ precision: 'year', year: '1990' })).toBeNull();
  });

  test('"not known" is no nationality', () => {
    const person = { id: 'p', personNationality: 'not_known', personOtherNationalities: ['RO', 'RO'] };
    expect(extractOf(open({ people: [person] })).people[0]?.nationalities).toEqual(['RO']);
  });

  test('places, vehicles and organisations', () => {
    expect(rows.places).toMatchObject([
      { business: 'Imaginary Lodgings', sector: 'hospitality', people_estimate: 12 },
      { postcode_normalised: 'B12' },
    ]);
    expect(rows.vehicles).toMatchObject([
      { registration_normalised: 'BX??ABC', country: 'Elbonia' },
      { registration: null },
    ]);
    expect(rows.organisations).toEqual([
      {
        position: 1,
        name: 'Shiny Imaginary Cars',
        folded_name: 'shiny imaginary cars',
        part: 'workplace',
        sector: 'G',
        registered_number: '00000000',
        address: '3 Nowhere Road',
      },
    ]);
  });

  test('contacts of people, of organisations and of the list, each with whose it is', () => {
    const shown = rows.contacts.map(
      ({ position, kind, value_normalised, platform, person_position, organisation_position }) =>
        [position, kind, value_normalised, platform, person_position, organisation_position] as const,
    );
    expect(shown).toEqual([
      [1, 'phone', '+447700900123', null, 1, null],
      [2, 'phone', '+447700900124', null, 1, null],
      [3, 'phone', '+447700900125', null, 1, null],
      [4, 'email', 'igor@example.com', null, 1, null],
      [5, 'email', 'red@example.org', null, 1, null],
      [6, 'account', 'igor f', 'other', 1, null],
      [7, 'account', 'oldred on chatterbox', null, 1, null],
      [8, 'address', '2 nowhere road anytown', null, 1, null],
      [9, 'phone', '+441214960123', null, null, 1],
      [10, 'phone', '+447700900126', 'Example Mobile', 1, null],
      [11, 'email', 'wash@example.net', 'Example Mail', null, 1],
      [12, 'account', 'shiny wash', 'Chatterbox', null, null],
      [13, 'advert', 'car wash every day cash only', 'Example Gazette', null, null],
      [14, 'website', 'shiny.example/Wash', null, null, null],
      [15, 'bank', '00000012345678', 'Bank of Examples', null, null],
      [16, 'other', 'locker 12', null, null, null],
    ]);
  });

  test('links name rows by kind and position', () => {
    expect(rows.links.map((link) => Object.values(link).slice(0, 6))).toEqual([
      [1, 'person', 1, 'drives', 'vehicle', 1],
      [2, 'person', 2, 'lives_at', 'place', 1],
      [3, 'person', 2, 'works_at', 'organisation', 1],
      [4, 'person', 1, 'controls', 'person', 2],
      [5, 'vehicle', 1, 'collects_from', 'place', 1],
      [6, 'organisation', 1, 'owns', 'contact', 15],
    ]);
  });

  test('a link to what became no row is left out', () => {
    const contacts = [{ id: 'c', contactKind: 'phone', contactValue: '???' }];
    const links = [
      { id: 'l', linkFrom: 'contacts:c', linkKind: 'owns', linkTo: 'places:place-1' },
      { id: 'm', linkFrom: 'vehicles:vehicle-1', linkKind: 'seen_with', linkTo: 'places:place-1' },
      { id: 'n', linkFrom: 'vehicles:gone', linkKind: 'seen_with', linkTo: 'places:place-1' },
    ];
    const { links: kept } = extractOf(openAnswersFrom(version2, { ...minimalAnswers, contacts, links }));
    expect(kept).toMatchObject([{ position: 1, from_kind: 'vehicle' }]);
  });

  test('never reads the source', () => {
    expect(JSON.stringify(rows)).not.toMatch(/Zebedee|900199/);
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

  test.each([
    ['HTTPS://WWW.Example.com/Page/', 'example.com/Page'],
    ['example.com', 'example.com'],
    ['http://example.com//', 'example.com'],
  ])('the website %s', (written, website) => expect(normalisedWebsite(written)).toBe(website));

  test('an account number', () => {
    expect(normalisedAccountNumber('gb00 exam-0000 1234')).toBe('GB00EXAM00001234');
  });
});
