/**
 * The same few people, vehicles, addresses and numbers met again in reports of different partners: what makes a pattern.
 * `postcode` is a sector of the area with an ending that belongs to no building.
 */
export type Ring = {
  area: string;
  street: string;
  postcode: string;
  registration: string;
  vehicle: { make: string; model: string; colour: string; said: string };
  leader: { forename: string; surname: string; alias: string; birth: readonly [number, number, number] };
  /** The last three figures of a number of drama. */
  phone: number;
  /** Codes of the scenarios that it appears in. */
  scenarios: readonly string[];
  /** First and last day on which it is met. */
  met: readonly [string, string];
};

export const rings: readonly Ring[] = [
  {
    area: 'BE',
    street: '41 Invented Street',
    postcode: 'B11 4ZX',
    registration: 'ZZ81 KTB',
    vehicle: { make: 'Ford', model: 'Transit van', colour: 'White', said: 'a white van' },
    leader: { forename: 'Marius', surname: 'Notreal', alias: 'Boss', birth: [4, 7, 1979] },
    phone: 117,
    scenarios: ['car-wash', 'crowded-house', 'bank-cards', 'scrap-round'],
    met: ['2015-05-06', '2016-01-15'],
  },
  {
    area: 'COV',
    street: '8 Nowhere Close',
    postcode: 'CV1 2ZY',
    registration: 'ZZ92 NMA',
    vehicle: { make: 'Mercedes-Benz', model: 'Sprinter minibus', colour: 'Blue', said: 'a blue minibus' },
    leader: { forename: 'Judit', surname: 'Imaginary', alias: 'Smiler', birth: [19, 11, 1984] },
    phone: 342,
    scenarios: ['food-packing', 'night-warehouse', 'field-picking'],
    met: ['2015-08-20', '2016-01-16'],
  },
  {
    area: 'SAN',
    street: '127 Madeup Lane',
    postcode: 'B70 6ZZ',
    registration: 'ZZ86 DRH',
    vehicle: { make: 'Toyota', model: 'Prius', colour: 'Silver', said: 'a silver car' },
    leader: { forename: 'Ilir', surname: 'Pretend', alias: 'Lucky', birth: [2, 3, 1988] },
    phone: 508,
    scenarios: ['flat-visitors', 'short-let', 'hotel-rooms', 'cannabis-house'],
    met: ['2015-06-10', '2015-12-20'],
  },
  {
    area: 'WOL',
    street: '63 Fictional Terrace',
    postcode: 'WV1 1XZ',
    registration: 'ZZ97 PLC',
    vehicle: { make: 'Renault', model: 'Master van', colour: 'Yellow', said: 'a yellow van' },
    leader: { forename: 'Karel', surname: 'Invented', alias: 'Tall One', birth: [27, 9, 1975] },
    phone: 764,
    scenarios: ['driveways', 'recycling-yard', 'taken-over-flat'],
    met: ['2015-10-05', '2016-01-17'],
  },
];
