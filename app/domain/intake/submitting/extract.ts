import type { DateAnswer } from '#app/domain/form/answers.ts';
import type { ListSection } from '#app/domain/form/definition.ts';
import type { Meaning } from '#app/domain/form/meanings.ts';
import {
  answerSaid,
  choicesSaid,
  entriesSaid,
  textSaid,
  type Said,
  type SaidEntry,
} from '#app/domain/form/said.ts';
import { peopleAt } from '#app/domain/form/people-estimate.ts';
import { contactRows, type ContactRow } from './extract-contacts.ts';
import { linkRows, type LinkRow } from './extract-links.ts';
import { foldedName, normalisedPostcode, normalisedRegistration } from '#app/domain/kernel/normalise.ts';

/**
 * The people, places, vehicles, organisations, contacts and links of a submission as rows (POLE-shaped), named as the columns are. The caller
 * adds the ids, and to a place its `resolution` and `area_id`. Positions count from 1 in the order of the form.
 */
type PersonRow = {
  position: number;
  part: string | null;
  surname: string | null;
  forename: string | null;
  alias: string | null;
  /** First name, surname and nickname folded; empty when no name is known. */
  folded_name: string;
  /** Every nickname and other name, the first one included; and the same folded. */
  aliases: string[];
  folded_aliases: string[];
  sex: string | null;
  /** `YYYY-MM-DD`; null where the day is not known: a year is no date, and nothing is matched by it. */
  date_of_birth: string | null;
  age_range: string | null;
  nationality: string | null;
  language: string | null;
  /** Every nationality and language by its code, the first one included; "not known" is none. */
  nationalities: string[];
  languages: string[];
  description: string | null;
  marks: string | null;
  employer: string | null;
};

type PlaceRow = {
  position: number;
  kind: string | null;
  address: string | null;
  town: string | null;
  postcode: string | null;
  postcode_normalised: string | null;
  landmark: string | null;
  people_estimate: number | null;
  business: string | null;
  sector: string | null;
};

type VehicleRow = {
  position: number;
  registration: string | null;
  /** Capitals without spaces, `?` for what is not known. */
  registration_normalised: string | null;
  country: string | null;
  make: string | null;
  model: string | null;
  colour: string | null;
  marks: string | null;
  used_for: string | null;
};

type OrganisationRow = {
  position: number;
  name: string | null;
  folded_name: string;
  part: string | null;
  /** Section of ISIC revision 4, "A" to "U", or "not_known". Version 3 asks the kind of work of a place only. */
  sector: string | null;
  registered_number: string | null;
  address: string | null;
};

export type Extracted = {
  people: PersonRow[];
  places: PlaceRow[];
  vehicles: VehicleRow[];
  organisations: OrganisationRow[];
  contacts: ContactRow[];
  links: LinkRow[];
};

function birthDate(item: SaidEntry): string | null {
  const value = answerSaid(item, 'person.birthDate') as DateAnswer | undefined;
  return value?.precision === 'exact' ? value.date : null;
}

/** The first answer and the further ones, each once; "not known" says nothing. */
function allOf(item: SaidEntry, first: Meaning, others: Meaning): string[] {
  const given = [textSaid(item, first), ...choicesSaid(item, others)];
  return [...new Set(given)].filter((value) => value !== null && value !== 'not_known') as string[];
}

function personRow(item: SaidEntry, position: number): PersonRow {
  const surname = textSaid(item, 'person.surname');
  const forename = textSaid(item, 'person.forename');
  const alias = textSaid(item, 'person.alias');
  const aliases = allOf(item, 'person.alias', 'person.otherAliases');
  return {
    position,
    part: textSaid(item, 'person.part'),
    surname,
    forename,
    alias,
    folded_name: foldedName(forename, surname, alias),
    aliases,
    folded_aliases: aliases.map((each) => foldedName(each)),
    sex: textSaid(item, 'person.sex'),
    date_of_birth: birthDate(item),
    age_range: textSaid(item, 'person.age'),
    nationality: textSaid(item, 'person.nationality'),
    language: textSaid(item, 'person.language'),
    nationalities: allOf(item, 'person.nationality', 'person.otherNationalities'),
    languages: allOf(item, 'person.language', 'person.otherLanguages'),
    description: textSaid(item, 'person.description'),
    marks: textSaid(item, 'person.marks'),
    employer: textSaid(item, 'person.employer'),
  };
}

function placeRow(item: SaidEntry, position: number): PlaceRow {
  const postcode = textSaid(item, 'place.postcode');
  const business = textSaid(item, 'place.business');
  const address = textSaid(item, 'place.address');
  return {
    position,
    kind: textSaid(item, 'place.kind'),
    address: [business, address].filter((part) => part !== null).join(', ') || null,
    town: textSaid(item, 'place.town'),
    postcode,
    postcode_normalised: postcode === null ? null : normalisedPostcode(postcode),
    landmark: textSaid(item, 'place.landmark'),
    people_estimate: peopleAt(item),
    business,
    sector: textSaid(item, 'place.sector'),
  };
}

function vehicleRow(item: SaidEntry, position: number): VehicleRow {
  const registration = textSaid(item, 'vehicle.mark');
  return {
    position,
    registration,
    registration_normalised: registration === null ? null : normalisedRegistration(registration),
    country: textSaid(item, 'vehicle.country'),
    make: textSaid(item, 'vehicle.make'),
    model: textSaid(item, 'vehicle.model'),
    colour: textSaid(item, 'vehicle.colour'),
    marks: textSaid(item, 'vehicle.features'),
    used_for: textSaid(item, 'vehicle.use'),
  };
}

function organisationRow(item: SaidEntry, position: number): OrganisationRow {
  const name = textSaid(item, 'organisation.name');
  return {
    position,
    name,
    folded_name: foldedName(name),
    part: textSaid(item, 'organisation.part'),
    sector: textSaid(item, 'organisation.sector'),
    registered_number: textSaid(item, 'organisation.number'),
    address: textSaid(item, 'organisation.address'),
  };
}

/** Reads fields only. What stands in free text is read by `mentionsIn`: it does not say whose it is. */
export function extract(report: Said): Extracted {
  const rows = <Row>(item: ListSection['item'], row: (entry: SaidEntry, position: number) => Row): Row[] =>
    entriesSaid(report, item).map((entry, index) => row(entry, index + 1));
  const contacts = contactRows(report);
  return {
    people: rows('person', personRow),
    places: rows('place', placeRow),
    vehicles: rows('vehicle', vehicleRow),
    organisations: rows('organisation', organisationRow),
    contacts: contacts.rows,
    links: linkRows(report, ({ sectionId, key, position }) =>
      sectionId === 'contact' ? contacts.positions.get(key) : position,
    ),
  };
}
