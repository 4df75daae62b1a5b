import {
  answerOf,
  choices,
  itemsOf,
  textAnswer,
  type DateAnswer,
  type ItemAnswers,
} from '#app/domain/form/answers.ts';
import { peopleAt } from '#app/domain/form/people-estimate.ts';
import type { OpenAnswers } from '#app/domain/form/source-identity.ts';
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

function birthDate(item: ItemAnswers): string | null {
  const value = answerOf(item, 'personBirthDate') as DateAnswer | undefined;
  return value?.precision === 'exact' ? value.date : null;
}

/** The first answer and the further ones, each once; "not known" says nothing. */
function allOf(item: ItemAnswers, first: string, others: string): string[] {
  const given = [textAnswer(item, first), ...choices(item, others)];
  return [...new Set(given)].filter((value) => value !== null && value !== 'not_known') as string[];
}

function personRow(item: ItemAnswers, position: number): PersonRow {
  const surname = textAnswer(item, 'personSurname');
  const forename = textAnswer(item, 'personForename');
  const alias = textAnswer(item, 'personAlias');
  const aliases = allOf(item, 'personAlias', 'personOtherAliases');
  return {
    position,
    part: textAnswer(item, 'personPart'),
    surname,
    forename,
    alias,
    folded_name: foldedName(forename, surname, alias),
    aliases,
    folded_aliases: aliases.map((each) => foldedName(each)),
    sex: textAnswer(item, 'personSex'),
    date_of_birth: birthDate(item),
    age_range: textAnswer(item, 'personAgeRange'),
    nationality: textAnswer(item, 'personNationality'),
    language: textAnswer(item, 'personLanguage'),
    nationalities: allOf(item, 'personNationality', 'personOtherNationalities'),
    languages: allOf(item, 'personLanguage', 'personOtherLanguages'),
    description: textAnswer(item, 'personDescription'),
    marks: textAnswer(item, 'personMarks'),
    employer: textAnswer(item, 'personEmployer'),
  };
}

function placeRow(item: ItemAnswers, position: number): PlaceRow {
  const postcode = textAnswer(item, 'placePostcode');
  const business = textAnswer(item, 'placeBusiness');
  const address = textAnswer(item, 'placeAddress');
  return {
    position,
    kind: textAnswer(item, 'placeKind'),
    address: [business, address].filter((part) => part !== null).join(', ') || null,
    town: textAnswer(item, 'placeTown'),
    postcode,
    postcode_normalised: postcode === null ? null : normalisedPostcode(postcode),
    landmark: textAnswer(item, 'placeLandmark'),
    people_estimate: peopleAt(item),
    business,
    sector: textAnswer(item, 'placeSector'),
  };
}

function vehicleRow(item: ItemAnswers, position: number): VehicleRow {
  const registration = textAnswer(item, 'vehicleVrm');
  return {
    position,
    registration,
    registration_normalised: registration === null ? null : normalisedRegistration(registration),
    country: textAnswer(item, 'vehicleCountry'),
    make: textAnswer(item, 'vehicleMake'),
    model: textAnswer(item, 'vehicleModel'),
    colour: textAnswer(item, 'vehicleColour'),
    marks: textAnswer(item, 'vehicleMarks'),
    used_for: textAnswer(item, 'vehicleUse'),
  };
}

function organisationRow(item: ItemAnswers, position: number): OrganisationRow {
  const name = textAnswer(item, 'organisationName');
  return {
    position,
    name,
    folded_name: foldedName(name),
    part: textAnswer(item, 'organisationPart'),
    sector: textAnswer(item, 'organisationSector'),
    registered_number: textAnswer(item, 'organisationNumber'),
    address: textAnswer(item, 'organisationAddress'),
  };
}

/** Reads fields only, never free text: what a person wrote in a sentence may be about somebody else. */
export function extract(answers: OpenAnswers): Extracted {
  const rows = <Row>(sectionId: string, row: (item: ItemAnswers, position: number) => Row) =>
    itemsOf(answers, sectionId).map((item, index) => row(item, index + 1));
  const contacts = contactRows(answers);
  return {
    people: rows('people', personRow),
    places: rows('places', placeRow),
    vehicles: rows('vehicles', vehicleRow),
    organisations: rows('organisations', organisationRow),
    contacts: contacts.rows,
    links: linkRows(answers, contacts.positions),
  };
}
