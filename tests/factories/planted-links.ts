import type { Answers } from '#app/domain/form/answers.ts';

/** Two reports, of which the second names what the first does, or (a decoy) what only looks like it. */
export type PlantedPair = { what: string; linked: boolean; first: Answers; second: Answers };

const letters = 'ABCDEFGHJKLMNOPRSTUVWY';
const letter = (number: number): string => letters[Math.floor(number) % letters.length] ?? 'A';
const words = (number: number): string =>
  [number, number / 22, number / 484].map((part) => letter(part).toLowerCase()).join('');

/** Marks, numbers, names and places that no two of these numbers share. */
const mark = (number: number): string =>
  `K${letter(number)}${10 + (number % 80)}${letter(number / 22)}${letter(number / 7)}${letter(number * 5)}`;
const phone = (number: number): string => `07700 9${String(number).padStart(5, '0')}`;
const forename = (number: number): string => `${letter(number)}${words(number * 13)}ion`;
const surname = (number: number): string => `${letter(number * 3)}${words(number * 7)}escu`;
const postcode = (number: number): string =>
  `B${11 + (number % 9)} ${number % 10}${letter(number)}${letter(number / 22)}`;

const vehicle = (vehicleVrm: string): Answers => ({ vehicles: [{ id: 'v', vehicleVrm }] });
const told = (whatIsKnown: string): Answers => ({ whatIsKnown });
const contact = (contactKind: string, contactValue: string): Answers => ({
  canDescribe: ['contacts'],
  contacts: [{ id: 'c', contactKind, contactValue }],
});
const person = (personForename: string, personSurname: string, date: string): Answers => ({
  people: [
    {
      id: 'p',
      personPart: 'suspected_exploiter',
      personForename,
      personSurname,
      personBirthDate: { precision: 'exact', date },
    },
  ],
});
const place = (placePostcode: string, placeAddress: string): Answers => ({
  places: [{ id: 'w', placeKind: 'home', placePostcode, placeAddress }],
});

/** What a partner names as its own, of which the last decoys tell. */
export const ownContacts = ['0121 496 0123', 'www.harbour-office.example', '12 Invented Street, B4 7ZZ'];

/** A report about which nothing stands in any other. */
export function strayReport(number: number): Answers {
  return {
    canDescribe: ['vehicles', 'people'],
    whatIsKnown: 'Men were fetched again and brought back at night.',
    ...vehicle(mark(number)),
    ...person(
      forename(number),
      surname(number),
      `19${60 + (number % 30)}-0${1 + (number % 9)}-1${number % 10}`,
    ),
    ...place(postcode(number), `${1 + (number % 90)} ${surname(number * 11)} Road`),
  };
}

const linked: ((n: number) => [string, Answers, Answers])[] = [
  (n) => ['a mark', vehicle(mark(n)), vehicle(mark(n))],
  (n) => [
    'a mark in the text',
    vehicle(mark(n)),
    told(`The van was there again, reg ${mark(n).toLowerCase()}.`),
  ],
  (n) => ['part of a mark', vehicle(mark(n)), vehicle(`${mark(n).slice(0, 2)}??${mark(n).slice(4)}`)],
  (n) => [
    'a number',
    told(`He is rung on ${phone(n)}.`),
    told(`They all have +44 ${phone(n).slice(1)} in their phones.`),
  ],
  (n) => [
    'a name and birth',
    person(forename(n), surname(n), '1985-03-02'),
    person(surname(n), forename(n), '1985-03-02'),
  ],
  (n) => [
    'an address',
    place(postcode(n), `${1 + (n % 90)} Imagined Road`),
    place(postcode(n), `Flat 2, ${1 + (n % 90)} Imagined Rd`),
  ],
];

const other = (written: string): string => `${written.slice(0, -1)}${written.endsWith('A') ? 'B' : 'A'}`;
const decoys: ((n: number) => [string, Answers, Answers])[] = [
  (n) => ['a mark with another letter', vehicle(mark(n)), vehicle(other(mark(n)))],
  (n) => ['the next number', told(`He is rung on ${phone(n)}.`), told(`He is rung on ${phone(n + 1)}.`)],
  (n) => [
    'a forename',
    person(forename(n), surname(n), '1985-03-02'),
    person(forename(n), surname(n + 5), '1991-07-21'),
  ],
  (n) => [
    'a name of another age',
    person(forename(n), surname(n), '1985-03-02'),
    person(forename(n), surname(n), '1951-07-21'),
  ],
  (n) => ['another house', place(postcode(n), '3 Imagined Road'), place(postcode(n), '48 Imagined Road')],
  () => ['a helpline', told('She was given 08000 121 700 and rang.'), told('He rang 08000 121 700 himself.')],
  () => ['a helpline as an answer', contact('phone', '08000 121 700'), contact('phone', '+44 8000 121700')],
  () => {
    const site = 'www.modernslaveryhelpline.org';
    return [
      'the site of a helpline as an answer',
      contact('website', site),
      contact('website', `https://${site}/`),
    ];
  },
  (n) => {
    const known = (forename: string, surname: string): Answers => {
      const { people } = person(forename, surname, '1985-03-02') as { people: Answers[] };
      return { people: people.map((each) => ({ ...each, personAlias: `Old ${words(n)}` })) };
    };
    return ['a nickname and birth', known(forename(n), surname(n)), known(forename(n + 5), surname(n + 5))];
  },
  () => [
    'the number of an own office',
    contact('phone', '0121 496 0123'),
    told('She rang +44 121 4960123 and nobody came.'),
  ],
  () => [
    'mail of an own office',
    contact('email', 'Help@harbour-office.example'),
    contact('email', 'help@harbour-office.example'),
  ],
  () => ['an own office', place('B4 7ZZ', '12 Invented Street'), place('b47zz', '12 Invented St')],
];

/** So many pairs of each, every kind in turn, each about things of its own. `from` is the first number that they take. */
export function plantedPairs(from: number, links: number, others: number): PlantedPair[] {
  const pair =
    (kinds: typeof linked, isLinked: boolean, start: number) =>
    (_: unknown, index: number): PlantedPair => {
      const at = start + index * 10;
      const [what, first, second] = kinds[index % kinds.length]?.(at) ?? ['', {}, {}];
      return {
        what,
        linked: isLinked,
        first: { ...strayReport(at + 3), ...first },
        second: { ...strayReport(at + 7), ...second },
      };
    };
  return [
    ...Array.from({ length: links }, pair(linked, true, from)),
    ...Array.from({ length: others }, pair(decoys, false, from + links * 10)),
  ];
}
