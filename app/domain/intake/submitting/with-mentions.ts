import type { Extracted } from './extract.ts';
import type { Mention, Mentions } from './mentions.ts';

type Read<Row> = Row & { read_from_text: boolean };
type Part = 'people' | 'places' | 'vehicles' | 'organisations' | 'contacts';

/** The rows of a submission that can be matched, each as asked for or as read from a text. */
export type Entries = Pick<Extracted, 'people' | 'organisations'> & {
  places: Read<Extracted['places'][number]>[];
  vehicles: Read<Extracted['vehicles'][number]>[];
  contacts: Read<Extracted['contacts'][number]>[];
};

/** Where the rows of a submission end, and what they hold to match: nothing comes twice. */
export type Known = Record<Part, number> & {
  postcodes: readonly (string | null)[];
  marks: readonly (string | null)[];
  /** "phone:+447700900123" */
  ways: readonly string[];
};

const nothingKnown: Known = {
  people: 0,
  places: 0,
  vehicles: 0,
  organisations: 0,
  contacts: 0,
  postcodes: [],
  marks: [],
  ways: [],
};

/** The entries numbered after those that are known, and after them what was read from the text and is not among them. */
export function withMentions(
  entries: Pick<Extracted, Part>,
  mentions: Mentions,
  known: Known = nothingKnown,
): Entries {
  const after = <Row extends { position: number }>(rows: Row[], last: number) =>
    rows.map((row) => ({ ...row, position: row.position + last }));
  const owner = (position: number | null, last: number) => (position === null ? null : position + last);
  const asked = <Row extends { position: number }>(rows: Row[], last: number) =>
    after(rows, last).map((row) => ({ ...row, read_from_text: false }));
  const places = asked(entries.places, known.places);
  const vehicles = asked(entries.vehicles, known.vehicles);
  const contacts = asked(entries.contacts, known.contacts).map((row) => ({
    ...row,
    person_position: owner(row.person_position, known.people),
    organisation_position: owner(row.organisation_position, known.organisations),
  }));
  const marks = [...known.marks, ...vehicles.map((row) => row.registration_normalised)];
  const postcodes = [...known.postcodes, ...places.map((row) => row.postcode_normalised)];
  const ways = [...known.ways, ...contacts.map((row) => `${row.kind}:${row.value_normalised}`)];
  const found = (kind: 'phone' | 'email' | 'website', some: Mention[]) =>
    some
      .filter(({ normalised }) => !ways.includes(`${kind}:${normalised}`))
      .map(({ written, normalised }) => ({
        ...blankContact,
        kind,
        value: written,
        value_normalised: normalised,
      }));
  return {
    people: after(entries.people, known.people),
    organisations: after(entries.organisations, known.organisations),
    vehicles: numbered(
      vehicles,
      known.vehicles,
      mentions.vehicles
        .filter(({ normalised }) => !marks.includes(normalised))
        .map(({ written, normalised }) => ({
          ...blankVehicle,
          registration: written,
          registration_normalised: normalised,
        })),
    ),
    places: numbered(
      places,
      known.places,
      mentions.postcodes
        .filter(({ normalised }) => !postcodes.includes(normalised))
        .map(({ written, normalised }) => ({
          ...blankPlace,
          postcode: written,
          postcode_normalised: normalised,
        })),
    ),
    contacts: numbered(contacts, known.contacts, [
      ...found('phone', mentions.phones),
      ...found('email', mentions.emails),
      ...found('website', mentions.websites),
    ]),
  };
}

function numbered<Row extends { position: number }>(
  rows: Row[],
  last: number,
  more: Omit<Row, 'position'>[],
): Row[] {
  const from = last + rows.length;
  return [...rows, ...more.map((row, index) => ({ ...row, position: from + index + 1 }) as Row)];
}

const blankVehicle = {
  country: null,
  make: null,
  model: null,
  colour: null,
  marks: null,
  used_for: null,
  read_from_text: true,
};
const blankPlace = {
  kind: null,
  address: null,
  town: null,
  landmark: null,
  people_estimate: null,
  business: null,
  sector: null,
  read_from_text: true,
};
const blankContact = {
  platform: null,
  person_position: null,
  organisation_position: null,
  read_from_text: true,
};
